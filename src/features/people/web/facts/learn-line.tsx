import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { MoreIcon } from '#kit/web/icons.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { factKinds, type FactKind } from '../../domain/index.ts';
import { api, type FactInHand } from './facts.ts';

/** One line for one fact: what kind, what, Enter. What needs more (a source, delicate matters) opens with what is typed so far. */
export function LearnLine({ customer, onMore }: { customer: string; onMore: (inHand: FactInHand) => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const [kind, setKind] = useState<FactKind>('preference');
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);

  async function learn() {
    if (isSending || text.trim() === '') return;
    setSending(true);
    try {
      const { id, isNew } = await api.call('post', '/api/customers/{customer}/facts', { params: { customer }, body: { kind, text } });
      setText('');
      await client.invalidateQueries();
      const undo = () =>
        void api
          .call('post', '/api/facts/{fact}/retired', { params: { fact: id }, body: {} })
          .then(() => client.invalidateQueries())
          .catch(complain);
      toast({ text: say(isNew ? 'people.facts.learned' : 'people.facts.known'), ...(isNew ? { undo } : {}) });
    } catch (error) {
      complain(error);
    } finally {
      setSending(false);
    }
  }

  function complain(error: unknown) {
    toast({ text: problemText(say, error), tone: 'bad' });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void learn();
      }}
      className="flex flex-wrap items-end gap-2"
    >
      <span className="w-36 max-sm:basis-full">
        <Select
          label={say('people.facts.kind')}
          choices={factKinds.map((id) => ({ id, text: say(`people.facts.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      </span>
      <span className="min-w-32 flex-1">
        <TextField label={say('people.facts.text')} placeholder={say('people.facts.text.placeholder')} value={text} onChange={setText} />
      </span>
      <Button type="submit" isPending={isSending}>
        {say('people.facts.learn')}
      </Button>
      <IconButton icon={MoreIcon} label={say('people.facts.details')} onPress={() => onMore({ told: { kind, text } })} />
    </form>
  );
}
