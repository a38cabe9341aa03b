import { createHash } from 'node:crypto';
import { warnOwners } from '#features/reminders/server/index.ts';
import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { translate } from '#kit/server/messages.ts';
import type { Services } from '#kit/server/services.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verify.ts';

/**
 * Looks at every log once a day. What is wrong with one makes the duty fail, which the status page shows (`audit.tampered`), and its owners are told of it: once of the same findings.
 */
export async function verifyAll(services: Services, signal: AbortSignal): Promise<void> {
  await inEveryWorkspace(
    services,
    async (workspace) => {
      const verdict = await verdictOf(services, workspace, { signal });
      if (verdict.found === 0) return;
      await tellOwners(services, workspace, verdict);
      throw fail('audit.tampered', { count: verdict.found });
    },
    signal,
  );
}

async function tellOwners(services: Services, workspaceId: string, { found, findings }: Verdict): Promise<void> {
  const now = services.clock();
  await services.database.transaction({ workspace: workspaceId }, (tx) =>
    warnOwners(tx, now, services, {
      kind: 'audit_tampered',
      occasion: createHash('sha256')
        .update(JSON.stringify([found, findings]))
        .digest('hex'),
      count: found,
      words: ({ language, formats, workspace }) => {
        const say = (key: string, values: Record<string, string | number> = {}) => translate(language, `audit.letter.${key}`, values);
        const lede = say('lede', { at: formats.moment(now), count: found });
        return { title: say('title', { workspace }), lede, foot: say('foot'), link: say('link') };
      },
    }),
  );
}
