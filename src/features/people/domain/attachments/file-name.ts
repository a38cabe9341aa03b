import { tidyLine } from '../name.ts';

const longest = 120;

/**
 * The name under which a file is kept and given back: without the folders it came from, without characters that one system or another cannot
 * write, without marks that turn the direction of reading (`exe.gpj` read backwards), and short enough, keeping the ending.
 */
export function tidyFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const tidy = (tidyLine(last) ?? '')
    .replace(/[\u200b-\u200f\u2060]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (tidy === '') return 'file';
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(tidy) ? `_${tidy}` : tidy;
  if (safe.length <= longest) return safe;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(safe)?.[0] ?? '';
  // A cut may have gone through the middle of a character.
  return safe.slice(0, longest - ending.length).replace(/\p{Cs}/gu, '') + ending;
}
