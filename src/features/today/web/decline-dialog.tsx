import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { useReasonSentence } from './reason-sentence.ts';
import { openToAnswer, useAnswers, type Entry } from './today.ts';

const usualWords = ['already', 'knows_better', 'not_wanted'] as const;

/** No, and why: to one reason or to several. What is declined does not come back for the same occasion. */
export function DeclineDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const say = useMessages();
  const sentence = useReasonSentence();
  const answer = useAnswers();
  const reasons = openToAnswer(entry);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const declined = reasons.filter((reason) => !left.includes(reason.kind));
  const isReady = declined.length > 0 && why.trim() !== '';

  function decline() {
    if (!isReady) return;
    onClose();
    void answer(entry, declined, { answer: 'declined', why: why.trim() });
  }

  return (
    <Dialog title={say('today.decline.title', { name: entry.customer.name })} isOpen onClose={onClose}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          decline();
        }}
      >
        {reasons.length === 1 && reasons[0] && <p className="text-ink-soft">{sentence(reasons[0])}</p>}
        {reasons.length > 1 && (
          <div className="flex flex-col gap-2">
            {reasons.map((reason) => (
              <Checkbox
                key={reason.kind}
                isSelected={!left.includes(reason.kind)}
                onChange={(isSelected) => setLeft(isSelected ? left.filter((kind) => kind !== reason.kind) : [...left, reason.kind])}
              >
                {sentence(reason)}
              </Checkbox>
            ))}
          </div>
        )}
        <TextField
          label={say('today.decline.why')}
          hint={say('today.decline.hint')}
          value={why}
          onChange={setWhy}
          maxLength={500}
          isRequired
          autoFocus
        />
        <div className="flex flex-wrap gap-2">
          {usualWords.map((words) => (
            <Button key={words} onPress={() => setWhy(say(`today.decline.${words}`))}>
              {say(`today.decline.${words}`)}
            </Button>
          ))}
        </div>
        <div>
          <Button type="submit" look="main" isDisabled={!isReady}>
            {say('today.decline.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
