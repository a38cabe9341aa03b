import { inSerbianScript, type SerbianScript } from '../serbian-script.ts';
import { serbianVocative, serbianVocativeOfFamily } from '../vocative-slavic.ts';
import type { Addressee, Addressing } from './address.ts';

/**
 * Поштовани господине Петровићу, Поштована госпођо Петровић; Поштовани, which Serbian says to everybody, where it is not known which. Among
 * friends Драги Марко, Драга Ана, or Здраво, Марко.
 */
export function addressInSerbian(who: Addressee, script: SerbianScript): Addressing {
  const { spoken, greeting, ...rest } = addressed(who, (words) => (script === 'Latn' ? inSerbianScript(words, 'Latn') : words));
  return { spoken, greeting, ...rest };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInSerbian(whole: string, script: SerbianScript): Addressing {
  return { spoken: whole, greeting: script === 'Latn' ? 'Poštovani' : 'Поштовани' };
}

function addressed({ formality, gender, given, family, whole, degree }: Addressee, write: (words: string) => string): Addressing {
  if (whole === '') return { spoken: '', greeting: write('Поштовани') };
  if (formality === 'familiar' && given !== null) {
    const name = serbianVocative(given);
    const dear = gender === 'female' ? 'Драга' : 'Драги';
    const greeting = gender ? `${write(dear)} ${name}` : `${write('Здраво')}, ${name}`;
    return { spoken: name, greeting, vocatives: changed(given, name), asksGender: true };
  }
  if (family === null || gender === undefined) return { spoken: whole, greeting: write('Поштовани'), asksGender: family !== null };
  if (gender === 'female') {
    const spoken = `${degree ?? write('госпођо')} ${family}`;
    return { spoken, greeting: `${write('Поштована')} ${spoken}`, asksGender: true };
  }
  const name = serbianVocativeOfFamily(family);
  const spoken = `${degree ?? write('господине')} ${name}`;
  return { spoken, greeting: `${write('Поштовани')} ${spoken}`, vocatives: changed(family, name), asksGender: true };
}

function changed(name: string, form: string) {
  return name === form ? [] : [{ name, form }];
}
