import { adverb, base, elided, ready, service } from './english-words.ts';
import { lineOf } from './grammar.ts';
import type { Token } from './english-tokens.ts';

/** Whoever is glad to do something says so and does it; "happy to tell you" only tells. */
const gladToSay = /^(?:tell|inform|confirm|announce|report|say|hear|see|meet|know|learn|note|remind)$/;

/** "Have it ready", "be sending", "be with you", "be able to": the verb that says what is done. */
export function whatIsDone(tokens: readonly Token[], place: number): string {
  const verb = tokens[place]?.word ?? '';
  const rest = tokens.slice(place + 1).map(({ word }) => word);
  const line = lineOf(rest);
  if (verb === 'be') {
    const place2 = rest.findIndex((word) => !adverb.test(word));
    const next = rest[place2] ?? '';
    if (next.endsWith('ing')) return service.has(base(next)) ? base(next) : 'be';
    if (isWilling(next) && rest[place2 + 1] === 'to') return doneGladly(rest[place2 + 2] ?? '');
    const last = line.search(/\p{L}/u) < 0 ? '' : lineOf(rest.slice(Math.max(0, place2)));
    return ready.exec(last)?.index === 0 || / (?:back (?:to|with) you|over) /.test(line) ? 'bring' : 'be';
  }
  if (verb === 'have' || verb === 'need') {
    if (rest[0] === 'to') return verb === 'have' && elided.has(rest[1] ?? '') ? (rest[1] ?? '') : 'need';
    return verb === 'have' &&
      !/ (?:lunch|dinner|coffee|fun|time off|holiday|a break|no choice|a baby|guests|visitors|a meeting) /.test(line)
      ? 'bring'
      : 'need';
  }
  if (verb === 'see')
    return / (?:to|about|what|if|whether|how) /.test(lineOf(rest.slice(0, 1))) && !/ about (?:that|it) $/.test(line) ? 'check' : 'see';
  if (verb === 'hear') return /^(?:by|in|at)$/.test(rest[0] ?? '') ? 'bring' : verb;
  // "Stop by", "stop the mails", "close your ticket", "remember to bring it".
  if (verb === 'stop') return rest.length > 0 && rest[0] !== 'here' ? 'bring' : verb;
  if (verb === 'close') return / (?:your|her|his|their|the) /.test(lineOf(rest.slice(0, 1))) ? 'bring' : verb;
  if (verb === 'remember') return rest[0] === 'to' ? (rest[1] ?? verb) : verb;
  if (verb === 'pass' || verb === 'charge') return 'bring';
  // "Try to get it to you": the second verb says what.
  if (/^(?:try|manage|endeavour|aim|plan|intend)$/.test(verb) && rest[0] === 'to')
    return service.has(base(rest[1] ?? '')) ? (rest[1] ?? '') : 'be';
  return verb;
}

export function isWilling(word: string): boolean {
  return /^(?:able|happy|glad|pleased|delighted|prepared|willing|ready)$/.test(word);
}

/** What is done gladly, or nothing that is done for anybody. */
export function doneGladly(verb: string): string {
  return service.has(base(verb)) && !gladToSay.test(verb) ? verb : 'be';
}
