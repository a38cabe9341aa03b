import type { Command as Program } from 'commander';
import { fail } from '#kit/domain/result.ts';
import { actInWorkspace, type Done } from '#kit/server/cli/acting.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { givableRights, stateOfKey } from '../../domain/index.ts';
import { colleaguesHere, namesOfColleagues, type Colleague } from '../store.ts';
import { makeKey, revokeKey } from './actions.ts';
import { keyAnswer } from './handlers.ts';
import { listKeys, type KeyRow } from './store.ts';

type Options = { for?: string; rights?: string; readOnly?: true; days?: string; json?: true };

/** Who sits at the terminal of the server speaks for the business: for its owner, or with `--for` for the colleague whose key it becomes. */
export const keyCommands: readonly Command[] = [
  {
    path: 'keys',
    summary: 'The API keys of the workspace: whose they are, what they may do, when and from where they were last used',
    define: (program, context) => {
      program.option('--json', 'answer in JSON').action(async ({ json }: { json?: true }) => {
        const { database, clock } = await context.services();
        const now = clock();
        const found = await database.transaction({ workspace: await context.workspace() }, async (tx) => ({
          rows: await listKeys(tx),
          names: await namesOfColleagues(tx),
          workspace: await readWorkspace(tx),
        }));
        if (json) {
          const keys = found.rows.map((row) => ({ ...keyAnswer(row, now), colleague: found.names.get(row.colleague_id) ?? '' }));
          return context.terminal.printJson({ keys });
        }
        const say = (key: string) => translate(context.language, `access.command.key.${key}`);
        const formats = formatsOf(context.language, found.workspace);
        const stateOf = ({ revoked_at: revokedAt, expires_at: expiresAt }: KeyRow) => stateOfKey({ revokedAt, expiresAt }, now);
        const cells = found.rows.map((row) => [
          row.name,
          `…${row.ending}`,
          found.names.get(row.colleague_id) ?? '',
          row.is_read_only ? say('reads') : say('works'),
          say(`state.${stateOf(row)}`),
          row.expires_at ? formats.dayOf(row.expires_at) : '',
          row.used_at ? `${formats.moment(row.used_at)} (${row.used_from ?? ''})` : say('never'),
        ]);
        const headings = ['name', 'ending', 'whose', 'what', 'state', 'until', 'used'].map(say);
        for (const line of table(headings, cells)) context.terminal.print(line);
      });
    },
  },
  {
    path: 'keys create',
    summary: 'Create an API key and print it, once',
    define: (program, context) => {
      program
        .argument('<name>', 'what it is for')
        .option('--for <email>', 'the colleague for whom it acts; the owner, if nobody is named')
        .option('--rights <names>', 'what it may do, separated by commas (see docs/rights.md); all that the colleague may do, if left out')
        .option('--read-only', 'it changes nothing')
        .option('--days <number>', 'how long it is valid; until it is revoked, if left out');
      run(program, context, async (tx, now, all, name, options) => {
        const maker = whoseKey(all, options.for);
        const givable = givableRights(maker.role);
        const wanted = options.rights?.split(',').map((one) => one.trim());
        const rights = wanted ? givable.filter((right) => wanted.includes(right)) : givable;
        const strange = wanted?.find((one) => !givable.some((right) => right === one));
        if (strange !== undefined) throw fail('api_key.right_not_theirs', { right: strange });
        const days = options.days === undefined ? null : Number(options.days);
        if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 1830))
          throw fail('access.unusable_option', { option: 'days' });
        const told = { name: name.trim().slice(0, 80), rights, isReadOnly: options.readOnly === true, days };
        if (told.name === '') throw fail('access.unusable_option', { option: 'name' });
        const { id, key, expiresAt } = await makeKey(tx, now, { colleague: maker.id, role: maker.role }, told);
        return { answer: { id, key, expiresAt: expiresAt?.toString() ?? null }, text: key };
      });
    },
  },
  {
    path: 'keys revoke',
    summary: 'Revoke an API key: it no longer works',
    define: (program, context) => {
      program.argument('<key>', 'its name, its last four letters or its id');
      run(program, context, async (tx, now, all, wanted) => {
        const open = (await listKeys(tx)).filter((one) => one.revoked_at === null);
        const found = open.filter((one) => [one.id, one.name, one.ending].includes(wanted));
        const [only] = found;
        if (!only) throw fail('api_key.not_found');
        if (found.length > 1) throw fail('api_key.several', { keys: found.map((one) => `${one.name} …${one.ending}`).join(', ') });
        await revokeKey(tx, now, { colleague: whoseKey(all, undefined).id, role: 'owner' }, only.id);
        return { answer: { id: only.id }, text: translate(context.language, 'access.command.key.revoked', { name: only.name }) };
      });
    },
  },
];

type Act = (tx: Tx, now: Temporal.Instant, colleagues: readonly Colleague[], told: string, options: Options) => Promise<Done>;

function run(program: Program, context: CommandContext, act: Act): void {
  actInWorkspace(program, context, async (tx, now, told, command) =>
    act(tx, now, await colleaguesHere(tx), told, command.optsWithGlobals<Options>()),
  );
}

function whoseKey(colleagues: readonly Colleague[], email: string | undefined): Colleague {
  const found = colleagues.find((one) =>
    email === undefined ? one.role === 'owner' : one.email.toLowerCase() === email.trim().toLowerCase(),
  );
  if (!found) throw fail('access.colleague_not_found');
  return found;
}
