import type { PromiseRead } from '#features/promises/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { table, wrap } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import type { Team } from './team.ts';
import { duration, type Words } from './words.ts';

/** How the load lies and what falls through, as lines of plain text. */
export function describeTeam(team: Team, language: Language, workspace: { timeZone: string; currency: string }, width: number): string[] {
  const formats = formatsOf(language, workspace);
  const say: Words['say'] = (key, values) => translate(language, key, values);
  const { colleagues, room, alone, underFloor, declined } = team;
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? '';
  const headings = ['colleague', 'planned', 'available', 'promises', 'today'].map((one) => say(`today.team.figure.${one}`));
  const rows = colleagues.map((one) => [
    one.name,
    duration(one.planned, say),
    duration(one.available, say),
    formats.number(one.promises),
    formats.number(one.today.customers),
  ]);
  const lines = [say('today.team.title'), '═'.repeat(width), ...table(headings, rows, new Set([1, 2, 3, 4])), ''];
  for (const one of colleagues) {
    if (one.standing !== 'too_much') continue;
    lines.push(...wrap(say('today.team.too_much', { name: one.name, time: duration(one.planned - one.available, say) }), width));
  }
  if (room.length > 0) lines.push(...wrap(say('today.team.room', { names: room.map(nameOf).join(', ') }), width));
  const part = (figure: string, count: number, names: readonly string[]) => {
    lines.push('', say(`today.team.${figure}`, { count }));
    for (const name of names) lines.push(...wrap(name, width, '  • '));
  };
  part(
    'unattended',
    team.unattended.count,
    team.unattended.names.map((one) => promiseLine(one, formats)),
  );
  part(
    'unanswered',
    team.unanswered.count,
    team.unanswered.names.map((one) => promiseLine(one, formats)),
  );
  part(
    'alone',
    alone.count,
    alone.names.map((one) => `${one.customer.name} (${one.owner.name})`),
  );
  part(
    'under_floor',
    underFloor.count,
    underFloor.names.map((one) => `${one.customer.name}: ${formats.days(one.days)} (${one.owner.name})`),
  );
  part(
    'declined',
    declined.count,
    declined.names.map(
      (one) => `${one.customer.name}: ${formats.number(one.times)} × (${one.by.name}, ${formats.day(one.on)}: ${one.why})`,
    ),
  );
  return lines;
}

function promiseLine({ customer, what, owner, handedTo, dueAt }: PromiseRead, formats: Formats): string {
  const whose = handedTo === null ? owner.name : `${owner.name} → ${handedTo.name}`;
  return `${customer.name}: ${what} (${whose}, ${formats.moment(dueAt)})`;
}
