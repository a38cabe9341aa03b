import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { CopiedText } from '#kit/web/copied-text.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { rolesGivenBy } from '../domain/index.ts';
import { api, linkOf, type Role, type Seat } from './colleagues.ts';
import { useSignedIn } from './session.ts';

type Known = Partial<Pick<Seat, 'id' | 'name' | 'email' | 'role'>>;
type Made = { readonly name: string; readonly link: string; readonly expiresAt: string; readonly mailedTo: string | null };

/** Invites somebody, and shows the link that only they should get. */
export function InviteDialog({ known, onClose }: { known: Known; onClose: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const { colleague } = useSignedIn();
  const [role, setRole] = useState<Role>(known.role ?? 'colleague');
  const [made, setMade] = useState<Made | null>(null);

  async function send(typed: Typed) {
    const [name, email] = [typed.text('name'), typed.text('email')];
    const body = { name, email, role, ...(known.id === undefined ? {} : { colleagueId: known.id }) };
    const { token, expiresAt, isMailed } = await api.call('post', '/api/invitations', { body });
    await client.invalidateQueries();
    setMade({ name, link: linkOf(token), expiresAt, mailedTo: isMailed ? email : null });
  }

  if (made)
    return (
      <Dialog title={say('access.invited', { name: made.name })} isOpen onClose={onClose}>
        <p className="text-ink-soft">{say('access.invited.lede', { until: formats.date(formats.dayOf(made.expiresAt)) })}</p>
        {made.mailedTo !== null && <p>{say('access.invited.mailed', { email: made.mailedTo })}</p>}
        <CopiedText label={say('access.invited.link')} text={made.link} />
        <div>
          <Button look="main" onPress={onClose}>
            {say('access.invited.done')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={say('access.invite')} isOpen onClose={onClose}>
      <Form submit={say('access.invite.submit')} send={send}>
        <TextField label={say('access.invite.name')} name="name" defaultValue={known.name ?? ''} autoComplete="off" isRequired />
        <TextField label={say('access.email')} name="email" type="email" defaultValue={known.email ?? ''} autoComplete="off" isRequired />
        <RoleChoice roles={rolesGivenBy(colleague.role)} value={role} onChange={setRole} />
      </Form>
    </Dialog>
  );
}

/** A role, with what it means. */
export function RoleChoice({ roles, value, onChange }: { roles: readonly Role[]; value: Role; onChange: (role: Role) => void }) {
  const say = useMessages();
  const choices = roles.map((id) => ({ id, text: say(`access.role.${id}`), note: say(`access.rights.role.${id}`) }));
  return <Options label={say('access.role')} choices={choices} value={value} onChange={onChange} />;
}
