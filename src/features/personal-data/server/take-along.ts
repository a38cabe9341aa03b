import { openAttachment } from '#features/people/server/index.ts';
import { readWorkspace, type Workspace } from '#features/workspace/server/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Who } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { writeZip, type ZipFile } from '#kit/server/tables/index.ts';
import type { PersonalDataFormat } from '../domain/index.ts';
import { gather, type Known } from './gather.ts';
import { pageOf } from './in-words.ts';

/** In which form the machine-readable file is written; raised when what a program reads would have to change. */
const version = 1;

const mediaTypes = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8', zip: 'application/zip' } as const;

export type Taken = { readonly mediaType: string; readonly pieces: AsyncIterable<string | Uint8Array> };

/**
 * Everything about a person as a file; that it was taken, and by whom, is written down in the transaction that reads it. Refuses what `gather` refuses.
 */
export async function takeAlong(
  services: Services,
  who: Pick<Who, 'workspace' | 'via'> & { readonly colleague?: string | undefined },
  customer: string,
  format: PersonalDataFormat,
): Promise<Taken> {
  const now = services.clock();
  const { known, workspace } = await services.database.transaction(who, async (tx) => {
    const found = { known: await gather(tx, services.personal, customer), workspace: await readWorkspace(tx) };
    await recordEvent(tx, now, { kind: 'personal_data.exported', colleague: who.colleague, customer, detail: { format }, isLook: true });
    return found;
  });
  return { mediaType: mediaTypes[format], pieces: piecesOf(services, known, workspace, now, format) };
}

async function* piecesOf(services: Services, known: Known, workspace: Workspace, now: Temporal.Instant, format: PersonalDataFormat) {
  if (format === 'html') yield pageOf(known, workspace, now);
  else if (format === 'json') yield jsonOf(known, workspace, now);
  else yield* writeZip(filesOf(services, known, workspace, now));
}

async function* filesOf(services: Services, known: Known, workspace: Workspace, now: Temporal.Instant): AsyncGenerator<ZipFile> {
  yield ['personal-data.html', pageOf(known, workspace, now)];
  yield ['personal-data.json', jsonOf(known, workspace, now)];
  for (const { id, name } of known.files) {
    const bytes = await openAttachment(services.config, workspace.id, id);
    // Names may be alike, and ids are not.
    if (bytes) yield [`files/${id.slice(-6)}-${name.replaceAll(/[\\/]/g, '-')}`, bytes];
  }
}

function jsonOf({ customer, parts }: Known, workspace: Workspace, now: Temporal.Instant): string {
  const head = {
    form: 'tend.personal_data',
    version,
    takenAt: now.toString(),
    business: workspace.name,
    about: { id: customer.id, name: customer.name },
  };
  return `${JSON.stringify({ ...head, ...Object.fromEntries(parts.map(({ part, rows }) => [part, rows])) }, null, 2)}\n`;
}
