import { holdFirstVisit, listWorkspaces, makeWorkspace, type Workspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { authenticationOf } from './authentication.ts';
import { checkPassword } from './passwords.ts';
import { insertAccount } from './account-store.ts';
import { insertColleague } from './store.ts';

export type NewWorkspace = Pick<Workspace, 'name' | 'language' | 'currency' | 'timeZone'> & {
  readonly owner: { readonly name: string; readonly email: string; readonly password: string };
};

export type Founded = { readonly workspace: Workspace; readonly owner: string };

/**
 * Makes a workspace together with the account and the seat of its owner, in one transaction. On a first visit only while there is no
 * workspace yet (`workspace.already_made`); the terminal of the machine may make more. An e-mail that has an account is refused
 * (`access.email_taken`): whoever knows the address alone must not get in.
 */
export async function foundWorkspace(services: Services, given: NewWorkspace, options: { onlyFirst: boolean }): Promise<Founded> {
  const { owner } = given;
  await checkPassword(owner.password, { email: owner.email, names: [owner.name, given.name] }, 'owner.password');
  const { password } = await authenticationOf(services).$context;
  const passwordHash = await password.hash(owner.password);
  const now = services.clock();
  return await services.database.transaction({ workspace: newId() }, async (tx) => {
    await holdFirstVisit(tx);
    if (options.onlyFirst && (await listWorkspaces(tx)).length > 0) throw fail('workspace.already_made');
    const workspace = await makeWorkspace(tx, now, given);
    const account = newId();
    const fresh = await insertAccount(tx, {
      id: account,
      credential: newId(),
      name: owner.name,
      email: owner.email.toLowerCase(),
      passwordHash,
    });
    if (!fresh) throw fail('access.email_taken', {}, 'owner.email');
    const colleague = newId();
    const persian = given.language === 'fa';
    await insertColleague(tx, {
      id: colleague,
      account_id: account,
      name: owner.name,
      email: owner.email.toLowerCase(),
      role: 'owner',
      language: given.language,
      calendar: persian ? 'persian' : 'gregorian',
      digits: persian ? 'persian' : 'latin',
    });
    return { workspace, owner: colleague };
  });
}
