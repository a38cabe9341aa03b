import { lazy } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { FactInHand } from './facts.ts';

const FactForm = lazy(async () => ({ default: (await import('./fact-form.tsx')).FactForm }));

export function FactDialog(given: { customer: string; inHand: FactInHand; onSaved: () => void; onClose: () => void }) {
  const say = useMessages();
  const { customer, inHand, onSaved, onClose } = given;
  const title = 'fact' in inHand ? 'people.facts.correct' : 'people.facts.details.title';
  return (
    <Dialog title={say(title)} isOpen onClose={onClose}>
      <FactForm
        customer={customer}
        inHand={inHand}
        onDone={() => {
          onSaved();
          onClose();
        }}
      />
    </Dialog>
  );
}
