import { lazy } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { RoleInHand } from './roles.ts';

const RoleForm = lazy(async () => ({ default: (await import('./role-form.tsx')).RoleForm }));

export function RoleDialog({ inHand, onClose }: { inHand: RoleInHand; onClose: () => void }) {
  const say = useMessages();
  const title =
    'role' in inHand ? 'people.work.change' : 'organization' in inHand ? 'people.work.add_person' : 'people.work.add_organization';
  return (
    <Dialog title={say(title)} isOpen onClose={onClose}>
      <RoleForm inHand={inHand} onDone={onClose} />
    </Dialog>
  );
}
