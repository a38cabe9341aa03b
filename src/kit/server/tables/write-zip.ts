import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

type Part = { readonly name: Buffer; readonly crc: number; readonly packed: number; readonly size: number; readonly offset: number };

/** What stands in a zip: a name, and a text or the pieces of a file. */
export type ZipFile = readonly [name: string, content: string | AsyncIterable<string | Uint8Array>];

/** A zip, made as its files come in, so that it needs no memory to speak of. */
export async function* writeZip(files: Iterable<ZipFile> | AsyncIterable<ZipFile>): AsyncGenerator<Buffer> {
  const parts: Part[] = [];
  let offset = 0;
  for await (const [name, content] of files) {
    const head = Buffer.alloc(30);
    const nameBytes = Buffer.from(name);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    // Sizes and checksum follow the data, since they are not known before.
    head.writeUInt16LE(0x0808, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(0x00210000, 10);
    head.writeUInt16LE(nameBytes.length, 26);
    yield Buffer.concat([head, nameBytes]);
    const start = offset;
    offset += 30 + nameBytes.length;
    let crc = 0;
    let size = 0;
    let packed = 0;
    const measured = async function* () {
      for await (const piece of typeof content === 'string' ? [content] : content) {
        const bytes = Buffer.from(piece);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    for await (const piece of Readable.from(measured()).compose(createDeflateRaw()) as AsyncIterable<Buffer>) {
      packed += piece.length;
      yield piece;
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(crc, 4);
    tail.writeUInt32LE(packed, 8);
    tail.writeUInt32LE(size, 12);
    yield tail;
    offset += packed + 16;
    parts.push({ name: nameBytes, crc, packed, size, offset: start });
  }
  yield directory(parts, offset);
}

function directory(parts: readonly Part[], offset: number): Buffer {
  const entries = parts.map((part) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(0x0808, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(0x00210000, 12);
    entry.writeUInt32LE(part.crc, 16);
    entry.writeUInt32LE(part.packed, 20);
    entry.writeUInt32LE(part.size, 24);
    entry.writeUInt16LE(part.name.length, 28);
    entry.writeUInt32LE(part.offset, 42);
    return Buffer.concat([entry, part.name]);
  });
  const all = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([all, end]);
}
