import { ConditionsText } from '#features/customers/web/index.ts';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { useAutomations, useFilledText, type Draft } from './automations.ts';

/** What an automation does, as one would say it. */
export function Sentence({ automation }: { automation: Draft }) {
  const say = useMessages();
  const formats = useFormats();
  const { triggers, actions } = useAutomations();
  const textOf = useFilledText();
  const { trigger, filled, conditions, steps } = automation;
  const when = say(
    `automation.when.${trigger}`,
    textOf(
      triggers.find(({ id }) => id === trigger),
      filled,
    ),
  );
  const what = formats.list(
    steps.map((step) =>
      say(
        `automation.then.${step.action}`,
        textOf(
          actions.find(({ id }) => id === step.action),
          step.filled,
        ),
      ),
    ),
  );
  if (conditions === '') return <Message id="automations.sentence" values={{ when, what }} />;
  return <Message id="automations.sentence.if" values={{ when, conditions: <ConditionsText where={conditions} />, what }} />;
}
