import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from '../name.ts';

export const factKinds = ['preference', 'need', 'circumstance', 'interest', 'constraint'] as const;
/** Where it is from: told by the customer, seen by us, heard from somebody else, public, or brought in by an import. */
export const factSources = ['told', 'observed', 'third_person', 'public', 'imported'] as const;
export const sensitivities = ['ordinary', 'personal', 'sensitive'] as const;
export const factUses = ['service', 'greeting', 'offer', 'analysis'] as const;

export type FactKind = (typeof factKinds)[number];
export type FactSource = (typeof factSources)[number];
export type Sensitivity = (typeof sensitivities)[number];
export type FactUse = (typeof factUses)[number];

/** One thing learned about a customer, with where it is from and what it may be used for: what a row holds. */
export type FactWords = {
  readonly kind: FactKind;
  readonly text: string;
  readonly source: FactSource;
  /** Who or what told us, where it was not the customer. */
  readonly toldBy: string | null;
  readonly learnedOn: Temporal.PlainDate;
  readonly sensitivity: Sensitivity;
  readonly uses: readonly FactUse[];
};

/** What a colleague tells of it; what is left out is the usual: told by the customer, today, ordinary. */
export type FactTold = {
  readonly kind: FactKind;
  readonly text: string;
  readonly source?: FactSource | undefined;
  readonly toldBy?: string | null | undefined;
  readonly learnedOn?: Temporal.PlainDate | undefined;
  readonly sensitivity?: Sensitivity | undefined;
  readonly uses?: readonly FactUse[] | undefined;
};

export type FactCorrection = { readonly [Field in keyof FactTold]?: FactTold[Field] | undefined };

const longestText = 500;

/** What a fact may be used for unless somebody says otherwise: the more delicate, the less. */
export function usualUses(sensitivity: Sensitivity): readonly FactUse[] {
  switch (sensitivity) {
    case 'ordinary':
      return factUses;
    case 'personal':
      return ['service', 'greeting'];
    case 'sensitive':
      return ['service'];
  }
}

/** Makes what was told into what is kept. Refused: `fact.text_missing`, `fact.text_too_long`, `fact.learned_in_future`. */
export function readFact(told: FactTold, today: Temporal.PlainDate): Result<FactWords> {
  const text = tidyLine(told.text);
  if (text === null) return err('fact.text_missing', {}, 'text');
  if (text.length > longestText) return err('fact.text_too_long', { most: longestText }, 'text');
  const learnedOn = told.learnedOn ?? today;
  if (Temporal.PlainDate.compare(learnedOn, today) > 0) return err('fact.learned_in_future', {}, 'learnedOn');
  const sensitivity = told.sensitivity ?? 'ordinary';
  const uses = told.uses ?? usualUses(sensitivity);
  return ok({
    kind: told.kind,
    text,
    source: told.source ?? 'told',
    toldBy: tidyLine(told.toldBy),
    learnedOn,
    sensitivity,
    uses: factUses.filter((use) => uses.includes(use)),
  });
}

/** A correction leaves what it does not name. One that makes a fact more delicate also narrows what it may be used for. */
export function correctFact(before: FactWords, correction: FactCorrection, today: Temporal.PlainDate): Result<FactWords> {
  const said = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined)) as Partial<FactTold>;
  const sensitivity = said.sensitivity ?? before.sensitivity;
  const usual = usualUses(sensitivity);
  const isMoreDelicate = sensitivities.indexOf(sensitivity) > sensitivities.indexOf(before.sensitivity);
  const uses = said.uses ?? (isMoreDelicate ? before.uses.filter((use) => usual.includes(use)) : before.uses);
  return readFact({ ...before, ...said, uses }, today);
}

/** Whether two say the same, however they are capitalized and however the sentence ends. */
export function isSameFact(a: Pick<FactWords, 'kind' | 'text'>, b: Pick<FactWords, 'kind' | 'text'>): boolean {
  return a.kind === b.kind && folded(a.text) === folded(b.text);
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s.!;·。؛۔։]+$/u, '');
}
