export type Bytes = Uint8Array<ArrayBuffer>;

export type Picture = {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly bytes: Bytes;
};

/** Past the end everything is zero, which no format takes for something good. */
export function byteAt(bytes: Bytes, at: number): number {
  return bytes[at] ?? 0;
}

export function numberAt(bytes: Bytes, at: number, length: number, order: 'big' | 'little' = 'big'): number {
  let value = 0;
  for (let index = 0; index < length; index++) value = value * 256 + byteAt(bytes, order === 'big' ? at + index : at + length - 1 - index);
  return value;
}

export function textAt(bytes: Bytes, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

export function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
