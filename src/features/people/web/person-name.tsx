import type { Name } from '../domain/index.ts';
import { useShownName } from './use-shown-name.ts';

/** The name of a customer on a line: as it is written, in the script that its reader wants where the language has two. */
export function PersonName({ customer }: { customer: Pick<Name, 'name' | 'language'> }) {
  const { text, language } = useShownName()(customer);
  return <bdi lang={language}>{text}</bdi>;
}
