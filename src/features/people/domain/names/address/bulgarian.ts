import { bulgarianVocative } from '../vocative-slavic.ts';
import type { Addressee, Addressing } from './address.ts';

/**
 * Уважаеми господин Петров or Уважаема госпожо Петрова; with a greeting that suits both and the whole name where it is not known which:
 * Здравейте, Ники Смит. Among friends by the given name, called out where it is certainly a man's: Здравей, Иване.
 */
export function addressInBulgarian({ formality, gender, given, family, whole, degree }: Addressee): Addressing {
  if (whole === '') return { spoken: '', greeting: 'Здравейте' };
  if (formality === 'familiar' && given !== null) {
    // Some women's names end as men's do: Елизабет has no vocative.
    const name = gender === 'male' ? bulgarianVocative(given) : given;
    const vocatives = name === given ? [] : [{ name: given, form: name }];
    return { spoken: name, greeting: `Здравей, ${name}`, vocatives, asksGender: vocatives.length > 0 };
  }
  if (family === null) return { spoken: whole, greeting: `Здравейте, ${whole}` };
  if (gender === undefined) return { spoken: whole, greeting: `Здравейте, ${whole}`, asksGender: true };
  const spoken = `${degree ?? (gender === 'female' ? 'госпожо' : 'господин')} ${family}`;
  return { spoken, greeting: `${gender === 'female' ? 'Уважаема' : 'Уважаеми'} ${spoken}`, asksGender: true };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInBulgarian(whole: string): Addressing {
  return { spoken: whole, greeting: 'Уважаеми дами и господа' };
}
