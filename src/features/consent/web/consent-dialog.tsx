import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextArea } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { consentChannels, consentPurposes, consentSources } from '../domain/index.ts';
import { api } from './consent.ts';

/** What a customer has just said: yes or no, to what, by which way, and what shows it. */
export function ConsentDialog({ customer, onClose }: { customer: string; onClose: () => void }) {
  const say = useMessages();
  const queries = useQueryClient();

  async function note(typed: Typed) {
    const chosen = <T extends string>(all: readonly T[], name: string) => all.find((one) => one === typed.text(name)) ?? all[0];
    const [purpose, channel, source] = [
      chosen(consentPurposes, 'purpose'),
      chosen(consentChannels, 'channel'),
      chosen(consentSources, 'source'),
    ];
    if (!purpose || !channel || !source) return;
    const evidence = typed.text('evidence');
    const body = { purpose, channel, source, isGiven: typed.text('isGiven') === 'yes', ...(evidence === '' ? {} : { evidence }) };
    await api.call('post', '/api/customers/{customer}/consents', { params: { customer }, body });
    await queries.invalidateQueries();
    toast({ text: say('consent.noted') });
    onClose();
  }

  return (
    <Dialog title={say('consent.note')} isOpen onClose={onClose}>
      <Form submit={say('consent.save')} send={note}>
        <Select
          label={say('consent.answer')}
          name="isGiven"
          defaultValue="yes"
          choices={[
            { id: 'yes', text: say('consent.given') },
            { id: 'no', text: say('consent.withdrawn') },
          ]}
        />
        <Select
          label={say('consent.purpose')}
          name="purpose"
          defaultValue="offers"
          choices={consentPurposes.map((id) => ({ id, text: say(`consent.purpose.${id}`) }))}
        />
        <Select
          label={say('consent.channel')}
          name="channel"
          defaultValue="email"
          choices={consentChannels.map((id) => ({ id, text: say(`consent.channel.${id}`) }))}
        />
        <Select
          label={say('consent.source')}
          name="source"
          defaultValue="talk"
          choices={consentSources.map((id) => ({ id, text: say(`consent.source.${id}`) }))}
        />
        <TextArea label={say('consent.evidence')} hint={say('consent.evidence.hint')} name="evidence" rows={2} />
      </Form>
    </Dialog>
  );
}
