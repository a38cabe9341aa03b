import { emptied, isPicture } from './picture.ts';

/** One card of a file: its lines, unfolded, still as bytes (each letter one byte), since every property may have an encoding of its own. */
export type RawCard = {
  /** The line of the file on which the card begins, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  readonly problem?: 'card_unfinished' | 'card_too_long';
};

export type CardSplitter = {
  push(bytes: string): RawCard[];
  finish(): RawCard[];
};

/** No card is longer, pictures left out; nothing longer is held in memory. */
const longestCard = 1_048_576;
/** Neither a line, nor all pictures of a card together. */
const longestLine = 4_194_304;

/** Sounds and keys may be megabytes, and nobody asks for them. */
const silent = /^(?:[\w-]+\.)?(SOUND|KEY)[;:]/i;
const quotedPrintable = /^[^:]*[;=]QUOTED-PRINTABLE/i;
const base64 = /^[^:]*[;=](?:B|BASE64)[;:]/i;

/**
 * Cuts the text of a vCard file into cards, of versions 2.1, 3.0 and 4.0: folded lines are put together, soft line breaks of quoted-printable
 * too; a card within a card (AGENT) is passed over.
 */
export function createCardSplitter(): CardSplitter {
  let rest = '';
  /** Whether what comes is the rest of a line that nobody wants. */
  let passing = false;
  let lineNumber = 0;
  let card: { line: number; lines: string[]; size: number; old: boolean; tooLong: boolean; room: number } | undefined;
  let inner = 0;
  let open: string | undefined;
  // In pieces, since a megabyte that is put together line by line takes for ever.
  let picture: { readonly pieces: string[]; size: number } | undefined;
  let skipping = false;

  function close(): void {
    if (open !== undefined && card) {
      if (/^VERSION:\s*2\.1/i.test(open)) card.old = true;
      const shown = picture;
      const fits = shown !== undefined && shown.size <= card.room;
      const line = fits ? shown.pieces.join('') : shown ? emptied(open) : open;
      if (fits) card.room -= line.length;
      else card.size += line.length;
      if (card.size > longestCard) {
        card.tooLong = true;
        card.lines = [];
        card.size = 0;
      }
      card.lines.push(line);
    }
    open = undefined;
    picture = undefined;
    skipping = false;
  }

  function end(problem?: RawCard['problem']): RawCard[] {
    close();
    if (!card) return [];
    const { line, lines, tooLong } = card;
    card = undefined;
    const wrong = tooLong ? 'card_too_long' : problem;
    return [wrong === undefined ? { line, lines } : { line, lines: lines.slice(0, 20), problem: wrong }];
  }

  function takeLine(text: string): RawCard[] {
    lineNumber++;
    if (inner > 0) {
      if (/^BEGIN:VCARD\s*$/i.test(text)) inner++;
      else if (/^END:VCARD\s*$/i.test(text)) inner--;
      return [];
    }
    if (card && continues(text)) return [];
    if (/^\s*BEGIN:VCARD\s*$/i.test(text)) {
      if (card && (open ?? '').toUpperCase().startsWith('AGENT')) {
        inner = 1;
        return [];
      }
      const unfinished = end('card_unfinished');
      card = { line: lineNumber, lines: [], size: 0, old: false, tooLong: false, room: longestLine };
      return unfinished;
    }
    if (!card) return [];
    if (/^END:VCARD\s*$/i.test(text)) return end();
    close();
    if (text.trim() === '') return [];
    open = text;
    if (isPicture(text)) picture = { pieces: [text], size: text.length };
    const kind = silent.exec(text)?.[1];
    if (kind !== undefined) {
      open = `${kind}:`;
      skipping = true;
    }
    return [];
  }

  /** Whether a line belongs to the property before it; it is taken into it. */
  function continues(text: string): boolean {
    if (open === undefined) return false;
    const isFolded = text.startsWith(' ') || text.startsWith('\t');
    const isCode = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && !/^(?:BEGIN|END)/i.test(text);
    if (skipping) return isFolded || isCode;
    if (picture) return (isFolded || isCode) && gather(picture, text.trim());
    if (quotedPrintable.test(open)) {
      if (!open.endsWith('=')) return isFolded && take(text.slice(1));
      open = open.slice(0, -1);
      return take(text);
    }
    if (isFolded) return take(card?.old && !base64.test(open) ? text : text.slice(1));
    return isCode && base64.test(open) && take(text);
  }

  function gather(into: { readonly pieces: string[]; size: number }, piece: string): true {
    into.size += piece.length;
    if (into.size <= longestLine) into.pieces.push(piece);
    return true;
  }

  function take(text: string): true {
    if ((open?.length ?? 0) < longestLine) open = (open ?? '') + text;
    return true;
  }

  return {
    push(bytes) {
      const from = passing ? bytes.search(/[\r\n]/) : 0;
      if (from === -1) return [];
      const lines = (rest + bytes.slice(from)).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      // A single line of many megabytes is not kept while it comes in.
      passing = rest.length > longestLine;
      if (passing) rest = isPicture(rest) ? emptied(rest) : rest.slice(0, longestLine / 4);
      return lines.flatMap(takeLine);
    },
    finish() {
      const last = rest === '' ? [] : takeLine(rest.replace(/\r$/, ''));
      rest = '';
      return [...last, ...end('card_unfinished')];
    },
  };
}
