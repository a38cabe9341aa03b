import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type Seat } from './colleagues.ts';
import { RoleChoice } from './invite-dialog.tsx';
import { sessionQuery, useSignedIn } from './session.ts';

/** Gives a colleague another role. */
export function RoleDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { colleague } = useSignedIn();
  const [role, setRole] = useState(seat.role);

  async function send() {
    await api.call('put', '/api/colleagues/{colleague}/role', { params: { colleague: seat.id }, body: { role } });
    if (seat.id === colleague.id) await client.resetQueries({ queryKey: sessionQuery().queryKey });
    await client.invalidateQueries();
    toast({ text: say('access.role.changed', { name: seat.name, role: say(`access.role.${role}`) }) });
    onClose();
  }

  return (
    <Dialog title={say('access.role.change_of', { name: seat.name })} isOpen onClose={onClose}>
      <Form submit={say('access.role.submit')} send={send}>
        <RoleChoice roles={seat.roles} value={role} onChange={setRole} />
      </Form>
    </Dialog>
  );
}
