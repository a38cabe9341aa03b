/** One line of a card: `item1.TEL;TYPE=home,voice:+30 210 1234567`. Names in capitals, values of parameters as they were written. */
export type CardProperty = {
  readonly group: string;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
};

/** Text of bytes (each letter one byte) in a named encoding, or in that of the file. */
export type Decode = (bytes: string, charset: string | undefined) => string;

/** Takes a line of a card apart and decodes its value; undefined for a line that is none. */
export function readProperty(line: string, decode: Decode): CardProperty | undefined {
  const colon = placeOf(line, ':');
  if (colon === -1) return undefined;
  const [head = '', ...rest] = cut(line.slice(0, colon), ';');
  const [, group = '', name = ''] = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(head.trim()) ?? [];
  if (name === '') return undefined;
  const parameters = new Map<string, string[]>();
  for (const written of rest) {
    const equals = written.indexOf('=');
    // Version 2.1 leaves the name of a parameter out.
    const key = equals === -1 ? bareName(written) : written.slice(0, equals).trim().toUpperCase();
    const values = cut(equals === -1 ? written : written.slice(equals + 1), ',').map((value) => parameterText(decode(value, undefined)));
    parameters.set(key, [...(parameters.get(key) ?? []), ...values]);
  }
  const written = line.slice(colon + 1);
  const encoding = parameters.get('ENCODING')?.[0]?.toUpperCase();
  const bytes =
    encoding === 'QUOTED-PRINTABLE'
      ? fromQuotedPrintable(written)
      : encoding === 'B' || encoding === 'BASE64'
        ? fromBase64(written)
        : written;
  return { group: group.toLowerCase(), name: name.toUpperCase(), parameters, value: decode(bytes, parameters.get('CHARSET')?.[0]) };
}

function bareName(written: string): string {
  return /^(?:QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i.test(written.trim()) ? 'ENCODING' : 'TYPE';
}

/** Where a mark stands that is not within quotation marks; -1 where there is none. */
export function placeOf(text: string, mark: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === mark) return at;
  }
  // A quotation mark that never closes is a letter.
  return quoted ? text.indexOf(mark) : -1;
}

function cut(text: string, mark: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  for (;;) {
    const at = placeOf(rest, mark);
    if (at === -1) return [...pieces, rest];
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
}

/** RFC 6868: what may not stand in a parameter as it is. */
function parameterText(written: string): string {
  const bare = written.trim().replace(/^"(.*)"$/s, '$1');
  return bare.replace(/\^([n'^])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === "'" ? '"' : '^'));
}

function fromQuotedPrintable(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/=\s*$/, '');
}

function fromBase64(text: string): string {
  return Array.from(bytesOfBase64(text), (code) => String.fromCharCode(code)).join('');
}

const sixBits = new Int8Array(128).fill(-1);
for (const [bits, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  sixBits[letter.charCodeAt(0)] = bits;

/** What stands in base64; whatever is no letter of it is passed over. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const code = sixBits[text.charCodeAt(at)] ?? -1;
    if (code < 0) continue;
    bits = ((bits << 6) | code) & 0xff_ff_ff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[size++] = (bits >> held) & 0xff;
  }
  return bytes.slice(0, size);
}
