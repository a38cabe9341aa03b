import type { Feature } from '#kit/server/feature.ts';
import { handle, liveStream } from '#kit/server/http/index.ts';
import { readStatus } from '#kit/server/status.ts';
import { workspaceApi } from '../api.ts';
import { workspaceEvents } from '../api/events.ts';
import type { Workspace } from '../domain/index.ts';
import { changeWorkspace, forgetAnswers, noticeTurnedDays, readWorkspace, refreshJob, refreshWorkspace } from './actions.ts';
import { statusAnswer } from './status-answer.ts';
import { statusCommand } from './status-command.ts';

export const workspace: Feature = {
  name: 'workspace',
  events: workspaceEvents,
  handlers: [
    handle(workspaceApi.read, async ({ tx }) => toAnswer(await readWorkspace(tx))),
    handle(workspaceApi.change, async ({ tx, now, who, body }) =>
      toAnswer(await changeWorkspace(tx, now, who.colleague, definedOnly(body))),
    ),
    handle(workspaceApi.status, async ({ tx, now, services }) => statusAnswer(await readStatus(tx, now, services.config), services.config)),
    handle(workspaceApi.live, async ({ who, services }) => await liveStream(services.live, who)),
  ],
  commands: [statusCommand],
  jobs: [{ name: refreshJob, run: async ({ services, workspace: id, signal }) => await refreshWorkspace(services, id, signal) }],
  duties: [
    { name: 'workspace.notice_turned_days', every: '*/10 * * * *', run: noticeTurnedDays },
    { name: 'workspace.forget_answers', every: '43 3 * * *', run: forgetAnswers },
  ],
};

function toAnswer(value: Workspace) {
  return { ...value, refreshedOn: value.refreshedOn?.toString() ?? null };
}

function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
