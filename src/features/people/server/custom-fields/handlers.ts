import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { customFieldsApi } from '../../api/custom-fields.ts';
import type { CustomField } from '../../domain/custom-fields/index.ts';
import { archiveCustomField, bringBackCustomField, changeCustomField, defineCustomField, orderCustomFields } from './actions.ts';
import { countChoices, listCustomFields } from './field-store.ts';
import { requireField } from './values.ts';

export const customFieldHandlers: readonly Handler[] = [
  handle(customFieldsApi.list, async ({ tx }) => ({ fields: (await listCustomFields(tx)).map(fieldAnswer) })),
  handle(customFieldsApi.read, async ({ tx, params }) => {
    const field = await answerOf(tx, params.field);
    const customers = await countChoices(tx, field.id);
    return { ...field, choices: field.choices.map((choice) => ({ ...choice, customers: customers.get(choice.id) ?? 0 })) };
  }),
  handle(customFieldsApi.define, async ({ tx, now, who, body }) => {
    return await answerOf(tx, await defineCustomField(tx, now, who.colleague, body));
  }),
  handle(customFieldsApi.change, async ({ tx, now, who, params, body }) => {
    await changeCustomField(tx, now, who.colleague, params.field, body);
    return await answerOf(tx, params.field);
  }),
  handle(customFieldsApi.archive, async ({ tx, now, who, params }) => {
    await archiveCustomField(tx, now, who.colleague, params.field);
    return await answerOf(tx, params.field);
  }),
  handle(customFieldsApi.bringBack, async ({ tx, now, who, params }) => {
    await bringBackCustomField(tx, now, who.colleague, params.field);
    return await answerOf(tx, params.field);
  }),
  handle(customFieldsApi.order, async ({ tx, now, who, body }) => {
    await orderCustomFields(tx, now, who.colleague, body.fields);
    return { fields: (await listCustomFields(tx)).map(fieldAnswer) };
  }),
];

async function answerOf(tx: Tx, id: string) {
  return fieldAnswer(requireField(await listCustomFields(tx), id));
}

function fieldAnswer(field: CustomField) {
  return { ...field, choices: [...field.choices] };
}
