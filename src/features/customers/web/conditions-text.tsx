import { useFormats } from '#kit/web/i18n/language.tsx';
import { readConditions } from '../domain/index.ts';
import { useConditionText, useLookFields, usePeopleIn } from './look-fields.ts';

/** Conditions as a list's address has them, in words. */
export function ConditionsText({ where }: { where: string }) {
  const formats = useFormats();
  const fields = useLookFields();
  const read = readConditions(where, fields);
  const conditions = read.ok ? read.value : [];
  const inWords = useConditionText(fields, usePeopleIn(conditions, fields));
  return <bdi>{formats.list(conditions.map(inWords))}</bdi>;
}
