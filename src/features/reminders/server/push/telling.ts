import { findColleague } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { directionOf } from '#kit/domain/languages.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { enqueueJob, type Job } from '#kit/server/jobs.ts';
import { translate } from '#kit/server/messages.ts';
import type { Services } from '#kit/server/services.ts';
import { pageOf, tellingOf } from '../../domain/index.ts';
import { describeReminders, type ReminderRead } from '../readings.ts';
import { reminderLine } from '../reminder-line.ts';
import type { ReminderRow } from '../store.ts';
import { deleteDevice, listDevices, listTold, noteTold, type PushDevice } from './device-store.ts';
import { pushKeysOf } from './keys.ts';
import { findReminders } from './reminder-store.ts';
import { tellDevice, type Message } from './push-service.ts';

type Input = { readonly reminders: readonly string[] };

/** Has reminders that were just made told on the devices of those whom they are for; nothing where nobody of them has any. */
export async function tellSoon(tx: Tx, made: readonly ReminderRow[]): Promise<void> {
  const devices = await listDevices(tx, [...new Set(made.map((row) => row.colleague_id))]);
  const reached = new Set(devices.map((device) => device.colleague_id));
  const told = made.filter((row) => reached.has(row.colleague_id)).map(({ id }) => id);
  if (told.length > 0) await enqueueJob(tx, 'reminders.push', { reminders: told } satisfies Input);
}

/**
 * Tells each device each reminder, once: what was told is written down at once, and what the machine's end left between telling and writing takes the place of itself at the
 * push service and on the screen (the same topic, the same tag). What could not be told is tried again by the queue.
 */
export const pushJob: Job = {
  name: 'reminders.push',
  isToldOnce: true,
  run: async ({ workspace, input, services, signal }) => {
    const { reminders } = input as Input;
    const waiting = await services.database.transaction({ workspace }, (tx) => readWaiting(tx, services, reminders));
    let isLeft = false;
    for (const { reminder, device, message } of waiting) {
      signal.throwIfAborted();
      const told = await tellDevice(device, message, {
        keys: pushKeysOf(services.config),
        subject: services.config.publicUrl ?? 'https://tend.invalid',
        anywhere: services.config.pushAnywhere,
      });
      if (told === 'later') isLeft = true;
      else
        await services.database.transaction({ workspace }, async (tx) => {
          if (told === 'gone') await deleteDevice(tx, device.id);
          else await noteTold(tx, services.clock(), reminder, device.id);
        });
    }
    if (isLeft) throw new Error('a push service did not answer');
  },
};

type Waiting = { readonly reminder: string; readonly device: PushDevice; readonly message: Message };

/** What is to be told where; not what asks nothing of anybody any more. */
async function readWaiting(tx: Tx, services: Services, ids: readonly string[]): Promise<Waiting[]> {
  const rows = await findReminders(tx, ids);
  const devices = Map.groupBy(await listDevices(tx, [...new Set(rows.map((row) => row.colleague_id))]), (device) => device.colleague_id);
  const told = await listTold(tx, ids);
  const readable = new Map((await describeReminders(tx, rows)).map((one) => [one.id, one]));
  const waiting: Waiting[] = [];
  for (const row of rows) {
    const reminder = readable.get(row.id);
    if (!reminder || !reminder.stands || isStale(reminder, services.clock())) continue;
    const message = await messageOf(tx, row.colleague_id, reminder);
    for (const device of devices.get(row.colleague_id) ?? [])
      if (message && !told.has(`${row.id} ${device.id}`)) waiting.push({ reminder: row.id, device, message });
  }
  return waiting;
}

function isStale({ kind, madeAt }: ReminderRead, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, madeAt.add({ seconds: tellingOf(kind).seconds })) > 0;
}

/** In the words of whoever it is for; none for somebody who has left. A push service takes no more than 4096 bytes, so long words are cut. */
async function messageOf(tx: Tx, colleague: string, reminder: ReminderRead): Promise<Message | undefined> {
  const reader = await findColleague(tx, colleague);
  if (!reader || reader.suspended_at !== null) return undefined;
  const { name, timeZone, currency } = await readWorkspace(tx);
  const { language, calendar, digits } = reader;
  const formats = formatsOf(language, { timeZone, currency, calendar, digits });
  const line = reminderLine(reminder, (key, values) => translate(language, key, values), formats);
  const text = JSON.stringify({
    title: name,
    body: cut(line, 300),
    tag: reminder.id,
    path: pathOf(reminder),
    language,
    direction: directionOf(language),
  });
  return { text, topic: reminder.id.replaceAll('-', ''), telling: tellingOf(reminder.kind) };
}

function pathOf({ kind, promise, customer }: ReminderRead): string {
  const page = pageOf(kind);
  if (page !== null) return page;
  if (promise) return `/promises/${promise.id}`;
  return customer ? `/customers/${customer.id}` : '/today';
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
