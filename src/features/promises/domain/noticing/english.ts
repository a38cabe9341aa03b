import { set, type Voice } from './voice.ts';

/** What a business does for a customer. Without a subject only these are ours: "will send the list" is, "will think about it" is theirs. */
const services = set(
  `send resend call ring phone telephone email mail write text message bring deliver prepare check ask find look let get follow reply answer respond
   fix repair replace refund exchange reserve keep hold order confirm arrange book ship post quote offer inform tell remind forward set make give
   provide share update try drop show visit invoice pack put organise organize schedule roast`,
);
const us = set('us me');
const negative = set('not never');

/** "I'll send", "we are going to call", "I promised her a list", "will send": English says who by its pronoun. */
export const english: Voice = ({ folded }) => {
  const [first = '', second = '', third = ''] = folded;
  if (first === "i'll" || first === "we'll") return negative.has(second) ? undefined : 1;
  if (first === 'i' || first === 'we') {
    if (second === 'will' || second === 'shall') return negative.has(third) ? undefined : 2;
    if ((second === 'am' || second === 'are') && third === 'going' && folded[3] === 'to') return 4;
    return second === 'promised' ? (third === 'to' ? 3 : 2) : undefined;
  }
  if ((first === "i'm" || first === "we're") && second === 'going' && third === 'to') return 3;
  if ((first === 'will' || first === 'shall') && services.has(second))
    return folded.slice(2, 4).some((word) => us.has(word)) ? undefined : 1;
  if (first === 'promised' && second === 'to' && services.has(third)) return 2;
  return undefined;
};
