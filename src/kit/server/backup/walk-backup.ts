import { fail } from '#kit/domain/result.ts';
import { readArchive } from './archive.ts';
import { counter, placeOf, readHead, readSums, type BackupHead, type BackupSums, type Place, type Sum } from './contents.ts';

/** A part of a backup, in the order of the file. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'jobs'; readonly content: Uint8Array }
  | { readonly kind: 'table'; readonly of: string; readonly content: Uint8Array }
  | { readonly kind: 'file'; readonly of: string; readonly piece: number; readonly content: Uint8Array }
  | { readonly kind: 'sums'; readonly sums: BackupSums };

/**
 * Goes through a backup piece by piece, counting. The last part is only given when everything before it is what was written: so whoever has seen it has seen a whole
 * backup. Refused as `readArchive` does, and `backup.newer_format`.
 */
export async function* walkBackup(path: string, passphrase: string | undefined): AsyncGenerator<BackupPart> {
  const damaged = () => fail('backup.damaged', { file: path });
  const tables = new Map<string, ReturnType<typeof counter>>();
  const jobs = counter();
  const files = counter();
  let count = 0;
  let head: BackupHead | undefined;
  let sums: BackupSums | undefined;
  let before: Place | undefined;
  for await (const { name, content } of readArchive(path, passphrase)) {
    const place = placeOf(name);
    if (!place || sums || !follows(before, place)) throw damaged();
    before = place;
    switch (place.kind) {
      case 'head':
        head = readHead(content);
        if (!head) throw isLater(content) ? fail('backup.newer_format', { file: path }) : damaged();
        for (const table of head.tables) tables.set(table.name, counter());
        yield { kind: 'head', head };
        break;
      case 'secret':
        yield { kind: 'secret', secret: new TextDecoder().decode(content) };
        break;
      case 'table': {
        const table = tables.get(place.of);
        if (!table) throw damaged();
        table.add(content);
        yield { kind: 'table', of: place.of, content };
        break;
      }
      case 'jobs':
        jobs.add(content);
        yield { kind: 'jobs', content };
        break;
      case 'file':
        if (place.piece === 1) {
          count += 1;
          files.add(new TextEncoder().encode(place.of));
        }
        files.add(content);
        yield { kind: 'file', of: place.of, piece: place.piece, content };
        break;
      case 'sums':
        sums = readSums(content);
        if (!sums) throw damaged();
    }
  }
  if (!head || !sums || !isWhole(head, sums)) throw damaged();
  const counted = [...tables].every(([name, table]) => isSame(table.sum(), sums.tables[name]));
  if (!counted || !isSame(jobs.sum(), sums.jobs) || !isSame(files.sum(), sums.files) || count !== sums.files.count) throw damaged();
  yield { kind: 'sums', sums };
}

/** Reads all of a backup and changes nothing: what it holds, once it is known to be whole. */
export async function checkBackup(
  path: string,
  passphrase: string | undefined,
  signal?: AbortSignal,
): Promise<{ head: BackupHead; sums: BackupSums; secret: string | undefined }> {
  let [head, sums, secret]: [BackupHead?, BackupSums?, string?] = [];
  for await (const part of walkBackup(path, passphrase)) {
    signal?.throwIfAborted();
    if (part.kind === 'head') head = part.head;
    if (part.kind === 'secret') secret = part.secret;
    if (part.kind === 'sums') sums = part.sums;
  }
  if (!head || !sums || head.hasSecret !== (secret !== undefined)) throw fail('backup.damaged', { file: path });
  return { head, sums, secret };
}

// The pieces of one thing stand one after the other, the head before everything.
function follows(before: Place | undefined, place: Place): boolean {
  if (!before) return place.kind === 'head';
  if (place.kind === 'head') return false;
  if (!('piece' in place)) return true;
  const isNext = 'piece' in before && before.kind === place.kind && ofWhat(before) === ofWhat(place);
  return place.piece === (isNext && 'piece' in before ? before.piece + 1 : 1);
}

function ofWhat(place: Place): string {
  return 'of' in place ? place.of : '';
}

function isWhole(head: BackupHead, sums: BackupSums): boolean {
  return (
    Object.keys(sums.tables).toSorted().join() ===
    head.tables
      .map(({ name }) => name)
      .toSorted()
      .join()
  );
}

function isSame(counted: Sum, told: Sum | undefined): boolean {
  return counted.sha256 === told?.sha256 && counted.bytes === told.bytes && counted.lines === told.lines;
}

function isLater(content: Uint8Array): boolean {
  try {
    const { format } = JSON.parse(new TextDecoder().decode(content)) as { format?: unknown };
    return typeof format === 'number' && format > 1;
  } catch {
    return false;
  }
}
