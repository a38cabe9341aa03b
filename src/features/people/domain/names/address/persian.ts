import { line, type Addressee, type Addressing } from './address.ts';

/**
 * جناب آقای یوسفی, سرکار خانم احمدی; the whole name with گرامی where it is not known which. Among friends علی عزیز. A degree stays before the
 * family name, as courtesy asks.
 */
export function addressInPersian({ formality, gender, given, family, whole, degree }: Addressee): Addressing {
  if (whole === '') return { spoken: '', greeting: 'با سلام' };
  if (formality === 'familiar' && given !== null) return { spoken: given, greeting: `${joinable(given)} عزیز` };
  if (family === null) return { spoken: whole, greeting: `${joinable(whole)} گرامی` };
  if (gender === undefined) {
    const name = degree === null ? whole : `${degree} ${family}`;
    return { spoken: name, greeting: `${joinable(name)} گرامی`, asksGender: degree === null };
  }
  const [spoken, written] = gender === 'female' ? ['خانم', 'سرکار خانم'] : ['آقای', 'جناب آقای'];
  return { spoken: line(spoken, degree, family), greeting: `${line(written, degree, joinable(family))} گرامی`, asksGender: true };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInPersian(whole: string): Addressing {
  return { spoken: whole, greeting: 'با سلام و احترام' };
}

// After a long a the joining vowel is written: سارای عزیز.
function joinable(name: string): string {
  return name.endsWith('ا') ? `${name}ی` : name;
}
