/** What colleagues are reminded of. */
export const reminderKinds = [
  'promise_soon',
  'promise_due',
  'handed_to_you',
  'hand_over_declined',
  'hand_over_withdrawn',
  'talks_today',
  'webhook_paused',
  'automation_says',
  'automation_stopped',
  'backup_failed',
  'audit_tampered',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A reminder that is owed to a colleague. Whichever way it is found again, its occasion is the same, so that it is made once. */
export type Owed = {
  readonly colleague: string;
  readonly kind: ReminderKind;
  readonly occasion: string;
  readonly customer: string | null;
  readonly promise: string | null;
  /** Who did what it tells of. */
  readonly by: string | null;
  /** How many, where it is of several at once. */
  readonly count: number;
  /** What it says, where it is about neither a promise nor a talk. */
  readonly words?: string;
  /** The moment at which it is owed. */
  readonly at: Temporal.Instant;
};

type Ahead = {
  readonly id: string;
  readonly customer: string;
  readonly owner: string;
  readonly dueFrom: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant;
};

const alone = { by: null, count: 1 } as const;

/**
 * A promise that its owner has to think of: owed so many minutes before it begins. Nothing is owed any more once its moment has come, of which they are
 * reminded then.
 */
export function ofSoon(promise: Ahead, minutesBefore: number, now: Temporal.Instant): Owed | null {
  if (minutesBefore === 0 || Temporal.Instant.compare(promise.dueAt, now) <= 0) return null;
  const at = (promise.dueFrom ?? promise.dueAt).subtract({ minutes: minutesBefore });
  return { ...ofPromise(promise), ...alone, colleague: promise.owner, kind: 'promise_soon', occasion: momentOf(promise), at };
}

/** A promise whose moment has come: owed to its owner at that moment. */
export function ofDue(promise: Ahead): Owed {
  const at = promise.dueAt;
  return { ...ofPromise(promise), ...alone, colleague: promise.owner, kind: 'promise_due', occasion: momentOf(promise), at };
}

/** A promise that a colleague is asked to take over: owed to them at once. */
export function ofHandOver(promise: Ahead & { readonly to: string; readonly handedAt: Temporal.Instant }): Owed {
  const { to: colleague, owner: by, handedAt: at } = promise;
  return { ...ofPromise(promise), colleague, kind: 'handed_to_you', occasion: `${promise.id}/${at.toString()}`, by, count: 1, at };
}

/**
 * A hand-over that fell back to the owner, with whom the promise stays: declined, it is owed at once to them and to whoever asked; taken back, as when the colleague
 * who was asked leaves, to them. Nobody hears of what they did themselves.
 */
export function ofFallenBack(
  promise: Ahead & {
    readonly event: string;
    readonly how: 'declined' | 'withdrawn';
    readonly at: Temporal.Instant;
    readonly by: string;
    readonly askedBy: string;
  },
): Owed[] {
  const { by, at, how, event: occasion } = promise;
  const concerned = how === 'declined' ? [promise.askedBy, promise.owner] : [promise.owner];
  const told = [...new Set(concerned)].filter((colleague) => colleague !== by);
  return told.map((colleague) => ({ ...ofPromise(promise), colleague, kind: `hand_over_${how}`, occasion, by, count: 1, at }));
}

/** The talks that routines plan with a colleague for a day: one reminder for all of them, owed when they begin to work. */
export function ofTalks(
  { by: colleague, ...talks }: { readonly by: string; readonly count: number; readonly customer: string | null },
  day: Temporal.PlainDate,
  at: Temporal.Instant,
): Owed {
  return { ...talks, colleague, kind: 'talks_today', occasion: day.toString(), promise: null, by: null, at };
}

function ofPromise({ id, customer }: Ahead) {
  return { promise: id, customer };
}

// Given another moment, a promise is another occasion.
function momentOf({ id, dueAt }: Ahead): string {
  return `${id}/${dueAt.toString()}`;
}
