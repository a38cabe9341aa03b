import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { customFieldKinds, factKinds, linkKinds, sensitivities } from '../domain/index.ts';

const fact = z.object({ kind: z.enum(factKinds), sensitivity: z.enum(sensitivities) });
const linked = z.object({ with: z.uuid() });
const fields = z.object({ fields: z.array(z.string()) });

export const peopleEvents = {
  'customer.made': { says: 'A customer was added', detail: z.object({ wasContact: z.boolean().optional() }) },
  'customer.changed': { says: 'Something in the record of a customer was changed: which fields', detail: fields },
  'customer.tagged': {
    says: 'A customer got tags or lost them, by the ids of the tags',
    detail: z.object({ given: z.array(z.uuid()), taken: z.array(z.uuid()) }),
  },
  'customer.merged': { says: 'Another customer was merged into this one', subject: 'merge', detail: z.object({ gone: z.uuid() }) },
  'customer.merged_into': { says: 'This customer was merged into another', subject: 'merge', detail: z.object({ kept: z.uuid() }) },
  'customer.unmerged': { says: 'A merge was undone; told of both customers', subject: 'merge' },
  'customer.all_handed_over': {
    says: 'All customers of a colleague were handed over to another',
    subject: 'colleague who answered for them',
    detail: z.object({ to: z.uuid(), owned: z.number().int(), deputized: z.number().int() }),
  },
  'key_customer.listed': { says: 'A customer was put on the list of key customers', detail: z.object({ reviewOn: z.iso.date() }) },
  'key_customer.removed': { says: 'A customer is no longer a key customer' },
  'contact_role.made': {
    says: 'A person got a role at an organization',
    subject: 'role',
    detail: z.object({ person: z.uuid(), role: z.string().nullable() }),
  },
  'contact_role.changed': {
    says: 'The role of a person at an organization was changed',
    subject: 'role',
    detail: z.object({ person: z.uuid(), fields: z.array(z.string()) }),
  },
  'contact_role.removed': {
    says: 'A role of a person at an organization was removed',
    subject: 'role',
    detail: z.object({ person: z.uuid(), role: z.string().nullable() }),
  },
  'circle.linked': {
    says: 'It was noted that two people know each other; told of both',
    subject: 'link',
    detail: linked.extend({ kind: z.enum(linkKinds) }),
  },
  'circle.link_ended': { says: 'A link between two people was ended', subject: 'link', detail: linked },
  'circle.link_restored': { says: 'A link that had ended was brought back', subject: 'link', detail: linked },
  'fact.learned': { says: 'Something was learned about a customer', subject: 'fact', detail: fact },
  'fact.corrected': { says: 'A fact was corrected', subject: 'fact', detail: fact },
  'fact.retired': { says: 'A fact is no longer true', subject: 'fact', detail: fact },
  'fact.restored': { says: 'A fact that had been retired is true after all', subject: 'fact', detail: fact },
  'fact.looked_at': { says: 'Somebody looked at sensitive facts about a customer', detail: z.object({ facts: z.array(z.uuid()) }) },
  'goal.set': { says: 'A goal of a customer was set', subject: 'goal' },
  'goal.changed': { says: 'A goal was put in other words', subject: 'goal' },
  'goal.reviewed': { says: 'A goal was reviewed and still holds', subject: 'goal' },
  'goal.reached': { says: 'A goal was reached', subject: 'goal' },
  'goal.given_up': { says: 'A goal was given up', subject: 'goal' },
  'goal.reopened': { says: 'The end of a goal was taken back', subject: 'goal' },
  'attachment.added': { says: 'A file was added to a customer', subject: 'attachment', detail: z.object({ size: z.number().int() }) },
  'attachment.removed': { says: 'A file was removed from a customer', subject: 'attachment' },
  'attachment.restored': { says: 'A file that had been removed was brought back', subject: 'attachment' },
  'duplicate.not_same': { says: 'Two customers were marked as not the same', subject: 'the other customer' },
  'duplicate.not_same_taken_back': { says: 'Two customers are no longer marked as not the same', subject: 'the other customer' },
  'custom_field.defined': {
    says: 'A field of the workspace’s own was defined',
    subject: 'custom field',
    detail: z.object({ name: z.string(), kind: z.enum(customFieldKinds) }),
  },
  'custom_field.changed': { says: 'A field of the workspace’s own was changed', subject: 'custom field', detail: fields },
  'custom_field.archived': { says: 'A field of the workspace’s own was archived', subject: 'custom field' },
  'custom_field.brought_back': { says: 'An archived field was brought back', subject: 'custom field' },
  'custom_field.ordered': { says: 'The workspace’s own fields were reordered' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof peopleEvents, true> {}
}
