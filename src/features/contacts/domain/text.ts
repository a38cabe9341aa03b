const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Digits of any script as those of ASCII. */
export function plainDigits(text: string): string {
  return text.replace(foreignDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** Names and tags as they are compared: small letters, without accents or marks between words. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts a text at a mark, except where a backslash stands before it. Pieces keep their backslashes. */
export function splitEscaped(text: string, mark: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === mark) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([^])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark)) : text;
}
