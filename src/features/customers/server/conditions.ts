import { customFieldSource, listCustomFields, recordFieldSources } from '#features/people/server/index.ts';
import type { CustomField } from '#features/people/domain/index.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { FieldSource } from '#kit/server/field-source.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { customName, formFields, readConditions, recordFields, rowFields, type Field } from '../domain/index.ts';
import { rowColumns, type Asked } from './condition-sql.ts';

type SourcedField = { readonly field: Field; readonly source: FieldSource | string };

const builtIn: readonly SourcedField[] = [
  ...rowFields.map((field) => ({ field, source: rowColumns[field.id] ?? '' })),
  ...[...recordFields, ...formFields].map((field) => ({ field, source: recordFieldSources[field.id] })),
];

/** What an address asks, ready to be asked of the database; refuses what `readConditions` refuses. */
export async function conditionsOf(tx: Tx, where: string | undefined): Promise<readonly Asked[]> {
  if (where === undefined || where === '') return [];
  const fields = await fieldsFor(tx, where);
  const conditions = unwrap(
    readConditions(
      where,
      fields.map(({ field }) => field),
    ),
  );
  return conditions.flatMap((condition) => {
    const found = fields.find(({ field }) => field.id === condition.field);
    return found ? [{ condition, ...found }] : [];
  });
}

/** Everything that the workspace's lists can be narrowed by; archived fields too, since saved lists may ask for them. */
async function fieldsFor(tx: Tx, where: string): Promise<readonly SourcedField[]> {
  if (!where.includes(customName(''))) return builtIn;
  return [...builtIn, ...(await listCustomFields(tx)).map((field) => ({ field: listField(field), source: customFieldSource(field) }))];
}

function listField({ id, kind, choices }: CustomField): Field {
  return { id: customName(id), kind, ...(choices.length > 0 ? { choices: choices.map((choice) => choice.id) } : {}) };
}
