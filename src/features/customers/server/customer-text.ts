import type { readTimeline } from '#features/conversations/server/index.ts';
import { nameInLine } from '#features/people/domain/index.ts';
import type { PromiseRead } from '#features/promises/server/index.ts';
import type { BasketAtHand, Described } from '#features/purchases/server/index.ts';
import type { Workspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { spread, wrap } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import type { RolesRead } from '#features/people/server/index.ts';
import type { Card } from './card.ts';
import { describeHabits } from './habits-text.ts';
import { describeOwnFields, describeRecord, type OwnRead } from './record-text.ts';
import type { Words } from './words.ts';

export type CustomerPageRead = {
  readonly card: Card;
  readonly roles: RolesRead;
  readonly own: OwnRead;
  /** Undefined of a contact, who buys nothing. */
  readonly habits: Described | undefined;
  readonly basket: BasketAtHand | undefined;
  readonly touchpoints: Awaited<ReturnType<typeof readTimeline>>['touchpoints'];
  readonly promises: readonly PromiseRead[];
};

/** The page of a customer as lines of plain text. */
export function describeCustomerPage(page: CustomerPageRead, language: Language, workspace: Workspace, width: number): string[] {
  const words: Words & { readonly language: Language } = {
    language,
    say: (key, values) => translate(language, key, values),
    formats: formatsOf(language, workspace),
  };
  const parts: [string, string[]][] = [
    ['', describePerson(page, words, width)],
    ['customers.section.habits', page.habits ? describeHabits(page.habits, words) : []],
    ['customers.section.purchase', describeBasket(page, words)],
    ['customers.section.promises', page.promises.map((promise) => describePromise(promise, words))],
    ['customers.section.conversations', page.touchpoints.map((touchpoint) => describeTouchpoint(touchpoint, words))],
  ];
  return parts.flatMap(([title, sentences]) => {
    if (sentences.length === 0) return [];
    if (title === '') return [...sentences, ''];
    return [words.say(title), ...sentences.flatMap((sentence) => wrap(sentence, width, '  • ')), ''];
  });
}

function describePerson({ card, roles, own }: CustomerPageRead, words: Words & { readonly language: Language }, width: number): string[] {
  const { view, customer, addressing, standing, owner, deputy } = card;
  const { language, say, formats } = words;
  const title = `${customer.key ? '★ ' : ''}${nameInLine(customer, language)}`;
  const stage = customer.contactOnly
    ? say('customers.contact')
    : `${say(`customers.stage.${standing.stage}`)} · ${say(`customers.risk.${standing.risk}`)}`;
  const address = customer.kind === 'person' ? say(`customers.address.${addressing.formality}`, { name: addressing.spoken }) : '';
  const answers = deputy
    ? say('customers.owner_and_deputy', { owner: owner.name, deputy: deputy.name })
    : say('customers.owner', { owner: owner.name });
  const pulse =
    standing.pulse !== null && standing.pulseAt
      ? say('customers.pulse', { pulse: standing.pulse, on: formats.dayOf(standing.pulseAt) })
      : '';
  const heard = customer.contactOnly
    ? ''
    : standing.lastContactAt
      ? say('customers.last_contact', { on: formats.dayOf(standing.lastContactAt) })
      : say('customers.never_heard');
  const key = customer.key ? say('customers.key', { reason: customer.key.reason, on: formats.day(customer.key.listedOn) }) : '';
  const past = view.isPast ? say('customers.past', { day: formats.day(view.day) }) : '';
  const lines = [
    ...describeRecord(customer, roles, view.day, words),
    describeOwnFields(own, words),
    address,
    answers,
    key,
    heard,
    pulse,
    past,
  ].filter((line) => line !== '');
  return [spread(title, stage, width), '═'.repeat(width), ...lines.flatMap((line) => wrap(line, width))];
}

function describeBasket({ basket }: CustomerPageRead, { say, formats }: Words): string[] {
  if (!basket) return [];
  const bought = { on: formats.day(basket.lastOn), total: formats.money(basket.lastTotalMinor), products: basket.lastProducts.join(' · ') };
  return [say(basket.lastProducts.length > 0 ? 'customers.basket.last' : 'customers.basket.last_bare', bought)];
}

function describePromise({ what, state, overdue, dueAt, owner }: PromiseRead, { say, formats }: Words): string {
  return say('customers.promise', { state: overdue ? 'overdue' : state, what, due: formats.moment(dueAt), owner: owner.name });
}

function describeTouchpoint(touchpoint: CustomerPageRead['touchpoints'][number], { say, formats }: Words): string {
  const { kind, direction, reached, happened_at: at, summary, pulse } = touchpoint;
  const values = { on: formats.moment(at), kind, direction, reached: reached ? 'yes' : 'no', summary, pulse: pulse ?? 0 };
  return say(summary === '' ? 'customers.command.touchpoint_bare' : 'customers.command.touchpoint', values);
}
