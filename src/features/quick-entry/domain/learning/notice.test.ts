import { describe, expect, test } from 'vitest';
import { noticeFacts } from './notice.ts';

type Said = readonly [text: string, ...facts: readonly (readonly [kind: string, text: string, sensitive?: 'sensitive'])[]];

const said: Readonly<Record<string, readonly Said[]>> = {
  English: [
    ['she prefers mornings', ['preference', 'prefers mornings']],
    ["doesn't like dark roast", ['preference', "doesn't like dark roast"]],
    ['likes tea and coffee', ['preference', 'likes tea and coffee']],
    ['likes tea and has moved to Athens', ['preference', 'likes tea'], ['circumstance', 'has moved to Athens']],
    ['he is allergic to nuts', ['constraint', 'is allergic to nuts', 'sensitive']],
    ['Maria needs a gift for her mother', ['need', 'Maria needs a gift for her mother']],
    ['is interested in ceramics', ['interest', 'is interested in ceramics']],
    ['we need more beans'],
    ['I prefer the old blend'],
    ['asked if it likes water'],
    ['what does she prefer?'],
    ['ordered two kilos'],
    ['no longer needs the box'],
  ],
  Greek: [
    ['προτιμά πρωινά', ['preference', 'προτιμά πρωινά']],
    ['δεν της αρέσουν τα γλυκά', ['preference', 'δεν της αρέσουν τα γλυκά']],
    ['έχει αλλεργία στους ξηρούς καρπούς', ['constraint', 'έχει αλλεργία στους ξηρούς καρπούς', 'sensitive']],
    ['χρειάζεται τιμολόγιο', ['need', 'χρειάζεται τιμολόγιο']],
    ['μετακόμισε στη Βέροια', ['circumstance', 'μετακόμισε στη Βέροια']],
    ['ρώτησε αν του αρέσει'],
    ['χρειαζόμαστε σακούλες'],
  ],
  Serbian: [
    ['više voli jutro', ['preference', 'više voli jutro']],
    ['више воли јутро', ['preference', 'више воли јутро']],
    ['treba joj poklon', ['need', 'treba joj poklon']],
    ['alergičan na orahe', ['constraint', 'alergičan na orahe', 'sensitive']],
    ['preselila se u Niš', ['circumstance', 'preselila se u Niš']],
    ['možda voli čaj'],
    ['kupila kilo kafe'],
  ],
  Bulgarian: [
    ['предпочита сутрин', ['preference', 'предпочита сутрин']],
    ['не обича сладко', ['preference', 'не обича сладко']],
    ['трябва ѝ фактура', ['need', 'трябва ѝ фактура']],
    ['алергична към ядки', ['constraint', 'алергична към ядки', 'sensitive']],
    ['премести се в Пловдив', ['circumstance', 'премести се в Пловдив']],
    ['взе два пакета'],
  ],
  Persian: [
    ['صبح‌ها را ترجیح می‌دهد', ['preference', 'صبح‌ها را ترجیح می‌دهد']],
    ['چای دوست دارد', ['preference', 'چای دوست دارد']],
    ['به گردو حساسیت دارد', ['constraint', 'به گردو حساسیت دارد', 'sensitive']],
    ['رسید لازم دارد', ['need', 'رسید لازم دارد']],
    ['تازه ازدواج کرده', ['circumstance', 'تازه ازدواج کرده']],
    ['شاید چای دوست دارد'],
    ['دو کیلو خرید'],
  ],
  Armenian: [
    ['նախընտրում է առավոտները', ['preference', 'նախընտրում է առավոտները']],
    ['թեյ չի սիրում', ['preference', 'թեյ չի սիրում']],
    ['ընկույզից ալերգիա ունի', ['constraint', 'ընկույզից ալերգիա ունի', 'sensitive']],
    ['տեղափոխվել է Երևան', ['circumstance', 'տեղափոխվել է Երևան']],
    ['երկու տուփ գնեց'],
  ],
};

describe.each(Object.entries(said))('what is learned in %s', (_, lines) => {
  test.each(lines.map(([text, ...facts]) => ({ text, facts })))('$text', ({ text, facts }) => {
    const noticed = noticeFacts(text).map((fact) => [fact.kind, fact.text, ...(fact.sensitivity === 'sensitive' ? ['sensitive'] : [])]);
    expect(noticed).toEqual(facts);
  });
});
