/** Somebody else says, writes, answers: what follows in quotation marks or behind a colon are their words. */
const theySay =
  /(?:said|says|wrote|writes|replied|answers?|asked|told (?:me|us)|customer|client|είπε|λέει|έγραψε|γράφει|απάντησε|ο πελάτης|η πελάτισσα|reka(?:o|la) (?:je|mi|nam)|kaže|piše|napisa(?:o|la)|odgovori(?:o|la)|kupac|klijent|река(?:о|ла)|каже|пише|написа(?:о|ла)|одговори(?:о|ла)|купац|клијент|каза|казва|пише|написа|отговори|клиентът|گفت|گفته|نوشت|نوشته|جواب داد|پیام داد|مشتری|ասաց|ասում է|գրեց|գրել է|պատասխանեց|հաճախորդը)[^.!?:։\n]{0,30}$/iu;

/** The same behind the quotation: `"...", she told me`. What we say ourselves ("I said") is ours. */
const saidBehind =
  /^[\s,.!?،؛:։՝–—-]*(?!(?:i|we)\b)(?:(?:\p{L}|['’.])+ ){0,3}?(?:said|says|told|wrote|writes|replied|answered|shouted|asked|insisted|warned|added|είπε|λέει|έγραψε|απάντησε|φώναξε|reka(?:o|la)|kaže|napisa(?:o|la)|odgovori(?:o|la)|река(?:о|ла)|каже|написа(?:о|ла)|одговори(?:о|ла)|каза|казва|написа|отговори|добави|گفت|نوشت|پاسخ داد|جواب داد|ասաց|ասում է|գրեց|պատասխանեց)(?!\p{L})/iu;

/** Parts of a text that others said: quotations of theirs, and lines that an e-mail repeats (`> ...`). */
export function othersWords(text: string): readonly { readonly start: number; readonly end: number }[] {
  const repeated = Array.from(text.matchAll(/^[ \t]*>.*$/gmu), (line) => rangeOf(line.index, line[0]));
  const quoted = Array.from(text.matchAll(/["“«„”]([^"“”«»„\n]{2,})["”»“]/gu), (quote) => rangeOf(quote.index, quote[0]));
  const behindColon = Array.from(text.matchAll(/[:՝][ \t]+[^"“«„\n]+/gu), (said) => rangeOf(said.index, said[0]));
  const spoken = [...quoted, ...behindColon].filter(({ start }) =>
    theySay.test(text.slice(Math.max(0, start - 60), start).replace(/[:,.،՝\s]+$/u, '')),
  );
  const saidAfter = quoted.filter(({ end }) => saidBehind.test(text.slice(end, end + 50)));
  return [...repeated, ...spoken, ...saidAfter];
}

function rangeOf(start: number, said: string) {
  return { start, end: start + said.length };
}
