import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { deviceOf } from '../domain/index.ts';
import { api, type Passkey, type WaysIn } from './colleagues.ts';
import { makePasskey } from './passkeys.ts';

export type PasskeyChange = 'add' | { readonly rename: Passkey } | { readonly remove: Passkey };

/** Makes a passkey, gives one another name, or makes one worthless; each way in after the password, where the account has one. */
export function PasskeyDialog({ change, ways, onClose }: { change: PasskeyChange; ways: WaysIn; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();

  async function send(typed: Typed) {
    const password = ways.hasPassword ? { password: typed.exact('password') } : {};
    const name = typed.text('name');
    if (change === 'add') {
      const { token, options } = await api.call('post', '/api/me/passkeys/asked', { body: password });
      const made = await makePasskey(say, options);
      await api.call('post', '/api/me/passkeys', { body: { token, name, made } });
    } else if ('rename' in change) {
      await api.call('patch', '/api/me/passkeys/{passkey}', { params: { passkey: change.rename.id }, body: { name } });
    } else {
      await api.call('post', '/api/me/passkeys/{passkey}/removed', { params: { passkey: change.remove.id }, body: password });
    }
    await client.invalidateQueries({ queryKey: ['/api/me/ways-in'] });
    toast({
      text: say(change === 'add' ? 'access.passkeys.added' : 'rename' in change ? 'access.passkeys.renamed' : 'access.passkeys.removed'),
    });
    onClose();
  }

  const isRenaming = change !== 'add' && 'rename' in change;
  const isRemoving = change !== 'add' && 'remove' in change;
  return (
    <Dialog
      title={
        isRemoving
          ? say('access.passkeys.remove_of', { name: change.remove.name })
          : say(isRenaming ? 'access.passkeys.rename' : 'access.passkeys.add')
      }
      isOpen
      onClose={onClose}
    >
      {change === 'add' && <p className="text-ink-soft">{say('access.passkeys.add.lede')}</p>}
      {isRemoving && <p className="text-ink-soft">{say('access.passkeys.remove.lede')}</p>}
      <Form
        submit={say(isRemoving ? 'access.passkeys.remove' : isRenaming ? 'access.passkeys.rename' : 'access.passkeys.make')}
        send={send}
      >
        {!isRemoving && (
          <TextField
            label={say('access.passkeys.name')}
            name="name"
            defaultValue={isRenaming ? change.rename.name : deviceOf(navigator.userAgent)}
            maxLength={60}
            autoComplete="off"
            isRequired
          />
        )}
        {!isRenaming && ways.hasPassword && (
          <PasswordField label={say('access.security.present')} name="password" autoComplete="current-password" isRequired />
        )}
      </Form>
    </Dialog>
  );
}
