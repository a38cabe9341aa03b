import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isUuid } from '#kit/domain/ids.ts';
import type { Config } from '#kit/server/config.ts';

const Anchor = z.object({ number: z.number().int().positive(), link: z.string(), at: z.string() });

/** How far a chain had come at a moment, written down where whoever may write to the database cannot reach. */
export type Anchor = z.output<typeof Anchor>;

type Place = Pick<Config, 'dataFolder'>;

/** The anchors of a workspace, the earliest first: the last of each day. None where the data folder is new. */
export async function readAnchors(config: Place, workspace: string): Promise<readonly Anchor[]> {
  const text = await readFile(fileOf(config, workspace), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Anchor.parse(JSON.parse(line)));
}

/** Writes down how far a chain has come, in place of what was written on the same day (UTC). */
export async function writeAnchor(config: Place, workspace: string, anchor: Anchor): Promise<void> {
  const day = anchor.at.slice(0, 10);
  const kept = (await readAnchors(config, workspace)).filter(({ at }) => at.slice(0, 10) !== day);
  const file = fileOf(config, workspace);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, [...kept, anchor].map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
  await rename(part, file);
}

/** Begins anew with the chain as it stands; what was known of it until now is kept beside. */
export async function setAnchorsAside(config: Place, workspace: string, now: Temporal.Instant): Promise<void> {
  const file = fileOf(config, workspace);
  await rename(file, `${file}.until-${now.epochMilliseconds}`).catch(() => {});
}

function fileOf({ dataFolder }: Place, workspace: string): string {
  if (!isUuid(workspace)) throw new Error('a workspace is named by its id');
  return join(dataFolder, 'audit', workspace);
}
