import { Options } from '#kit/web/options.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import type { Given, Mapping, Question } from './import-data.ts';
import { dayMeant, numberMeant } from './import-meanings.ts';

type Asked = { readonly questions: readonly Question[]; readonly mapping: Mapping; readonly give: (change: Given) => void };

/** What the file itself leaves open, each way to read it shown with values of the file. */
export function ImportQuestions({ questions, mapping, give }: Asked) {
  const say = useMessages();
  const { locale } = useFormats();
  if (questions.length === 0) return null;
  function inWords(examples: readonly string[], meaning: (written: string) => string | undefined): string {
    const [written, meant] = examples.map((example) => [example, meaning(example)] as const).find(([, day]) => day !== undefined) ?? [];
    return written === undefined || meant === undefined
      ? ''
      : say('purchases.import.written', { written: isolated(written), meant: isolated(meant) });
  }
  return (
    <Section title={say('purchases.import.questions')}>
      <div className="flex flex-col gap-6 border-s-4 border-amber ps-4">
        {questions.map(({ about, examples }) =>
          about === 'dateOrder' ? (
            <Options
              key={about}
              label={say('purchases.import.question.dateOrder')}
              hint={say('purchases.import.question.dateOrder.why')}
              value={orders.find((order) => order === mapping.dateOrder) ?? null}
              choices={orders.map((id) => ({
                id,
                text: say(`kit.import.dateOrder.${id}`),
                note: inWords(examples, (written) => dayMeant(written, id, locale)),
              }))}
              onChange={(dateOrder) => give({ dateOrder })}
            />
          ) : (
            <Options
              key={about}
              label={say('purchases.import.question.decimalMark')}
              hint={say('purchases.import.question.decimalMark.why')}
              value={marks.find((mark) => mark === mapping.decimalMark) ?? null}
              choices={marks.map((id) => ({
                id,
                text: say(`purchases.import.decimalMark.${id === '.' ? 'point' : 'comma'}`),
                note: inWords(examples, (written) => numberMeant(written, id, locale)),
              }))}
              onChange={(decimalMark) => give({ decimalMark })}
            />
          ),
        )}
      </div>
    </Section>
  );
}

const orders = ['dmy', 'mdy'] as const;
const marks = ['.', ','] as const;

/** Keeps what the file says in its own direction inside a sentence. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
