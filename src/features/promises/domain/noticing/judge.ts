import { lineOf, type Grammar, type Predicate, type Spoken } from './grammar.ts';

/** What stands before a clause in its sentence, as plain words. */
export type Context = {
  /** The clause right before: in "he said, that ..." it says who speaks. */
  readonly before: readonly string[];
  /** Something in the sentence says that this was agreed. */
  readonly isAgreed: boolean;
  /** A fragment beside it says when: "tomorrow: drop the keys off". */
  readonly isTimed: boolean;
  /** It is said when: once something else has come about. */
  readonly isAwaiting: boolean;
  /** From which word on the clause tells when: nothing is promised there, but for what says by itself that it is to come where it begins the clause. */
  readonly timeFrom?: number | undefined;
  readonly timeBehind?: number | undefined;
};

/** "I hope: we'll meet next week" takes everything back; where more is said before, it stands for itself. */
const mostInAHope = 2;

/** Where in a clause what we promise begins; undefined where we promise nothing in it, or not for certain. */
export function promisedFrom(grammar: Grammar, clause: Spoken, context: Context): number | undefined {
  const line = lineOf(clause.plain);
  const isHoped = context.before.length <= mostInAHope && grammar.maybe.test(lineOf(context.before));
  if (isHoped || grammar.maybe.test(line)) return undefined;
  const given = grammar.given.exec(line);
  if (given && isOurs(grammar, clause, wordsIn(line.slice(0, given.index)), context)) {
    const behind = wordsIn(line.slice(0, given.index + given[0].length - 1));
    if (grammar.leavesGivenOut && behind < clause.plain.length) return behind;
    if (behind < clause.plain.length || clause.hasMoment || given.index > 1)
      return beginning(grammar, clause, wordsIn(line.slice(0, given.index)));
  }
  if (grammar.owed?.test(line) && isOurs(grammar, clause, 0, context)) return 0;
  for (const predicate of grammar.predicates(clause)) {
    if (predicate.isNone !== true && isOurs(grammar, clause, predicate.at, context) && isPromised(grammar, clause, predicate, context))
      return predicate.from > predicate.at ? predicate.from : beginning(grammar, clause, predicate.at);
  }
  return clause.hasMoment && grammar.noted?.test(line) ? 0 : undefined;
}

/** Whether a clause says that something was agreed: what follows is our word too. */
export function isAgreement(grammar: Grammar, plain: readonly string[]): boolean {
  return grammar.agreed.test(lineOf(plain));
}

/** "He thinks that we will", "asked whether we will": only what we say ourselves is our word. */
function isOurs(grammar: Grammar, { plain }: Spoken, place: number, { before }: Context): boolean {
  if (grammar.reported?.test(lineOf(plain.slice(0, place)))) return false;
  const that = plain.findLastIndex((word, index) => index < place && grammar.that.test(word));
  if (that < 0) return true;
  const line = lineOf(that === 0 ? before : plain.slice(0, that));
  if (line.trim() === '') return true;
  return [grammar.told, grammar.given, grammar.agreed, grammar.must, grammar.can].some((words) => words.test(line));
}

function isPromised(grammar: Grammar, clause: Spoken, predicate: Predicate, context: Context): boolean {
  const { verb, person, form, toUs } = predicate;
  const line = lineOf(clause.plain);
  if (form === 'duty') return person === 1 && !toUs && isToBeDone(grammar, clause, predicate, context);
  if (context.timeFrom !== undefined && context.timeFrom > 0 && predicate.at > context.timeFrom) return false;
  const isKept = person === 1 && predicate.toYou && grammar.keeping?.test(verb) === true;
  const isToCome =
    isKept ||
    clause.hasMoment ||
    context.isAgreed ||
    context.isAwaiting ||
    grammar.agreed.test(lineOf(clause.plain.slice(0, predicate.at)));
  // "Once the part arrives we call you", without a comma: we do it then. "Once we call" says only when.
  const isThen = person === 1 && predicate.at - (context.timeBehind ?? 0) >= 2 && grammar.service.test(verb);
  if (form === 'present' && ((context.timeFrom === 0 && !isThen) || !(isToCome || context.timeFrom === 0))) return false;
  // What we said that we would do every evening is our word; what we do every evening is none.
  const isToldToCome = form === 'future' && grammar.told.test(`${lineOf(context.before)}${lineOf(clause.plain.slice(0, predicate.at))}`);
  if (grammar.habit.test(line) && !(person === 1 && isToldToCome)) return false;
  switch (person) {
    case 1:
      if (form === 'present') return grammar.service.test(verb) || (context.isAgreed && !grammar.state.test(verb));
      if (predicate.isElided) return grammar.service.test(verb) && !toUs;
      return !toUs && !grammar.state.test(verb);
    case 2:
      return !toUs && grammar.receive.test(verb);
    case 3:
      return !toUs && isDoneByUs(grammar, line, predicate);
  }
}

/** Others do it, or it comes about by itself, and it is our word all the same: a colleague calls, the parcel leaves, the watch is ready. */
function isDoneByUs(grammar: Grammar, line: string, { verb, toYou }: Predicate): boolean {
  if (grammar.theirs.test(verb)) return false;
  if (grammar.fetching.test(verb)) return grammar.people.test(line);
  if (grammar.being.test(verb)) return grammar.ready.test(line) || (grammar.there?.test(line) === true && grammar.people.test(line));
  if (grammar.passive.test(verb)) return true;
  const isMoving = grammar.moving.test(verb);
  if (!isMoving && !grammar.service.test(verb)) return false;
  return toYou || grammar.people.test(line) || (isMoving && grammar.things.test(line));
}

/** "I have to send it by Friday", "we can have it by Friday", "to send it by Friday": without a moment it binds nobody. */
function isToBeDone(grammar: Grammar, clause: Spoken, { at, verb, isElided }: Predicate, { before, isAgreed }: Context): boolean {
  const line = lineOf(clause.plain.slice(0, at));
  if (grammar.given.test(line) || grammar.agreed.test(line)) return true;
  if (isAgreed && grammar.agreed.test(lineOf(before))) return true;
  if (!clause.hasMoment || grammar.state.test(verb) || grammar.habit.test(lineOf(clause.plain))) return false;
  if (isElided) return grammar.must.test(lineOf(before));
  return line.trim() === '' || grammar.must.test(line) || grammar.can.test(line);
}

/** Behind "I told him that", or from the start. */
function beginning(grammar: Grammar, { plain }: Spoken, place: number): number {
  const that = plain.findLastIndex((word, index) => index < place && grammar.that.test(word));
  return that < 0 ? 0 : that + 1;
}

function wordsIn(line: string): number {
  return line.split(' ').filter(Boolean).length;
}
