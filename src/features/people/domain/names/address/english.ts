import type { Addressee, Addressing } from './address.ts';

/** Dear Ms Georgiou; Dear Maria Georgiou, where it is not known whether Ms or Mr; Dear Maria, among friends. */
export function addressInEnglish({ formality, gender, given, family, whole, degree }: Addressee): Addressing {
  if (whole === '') return { spoken: '', greeting: 'Hello' };
  if (formality === 'familiar' && given !== null) return { spoken: given, greeting: `Dear ${given}` };
  if (family === null) return { spoken: whole, greeting: `Dear ${whole}` };
  if (degree !== null) return sameFor(`${degree} ${family}`);
  if (gender === undefined) return { ...sameFor(whole), asksGender: true };
  return { ...sameFor(`${gender === 'female' ? 'Ms' : 'Mr'} ${family}`), asksGender: true };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInEnglish(whole: string): Addressing {
  return { spoken: whole, greeting: 'Dear Sir or Madam' };
}

function sameFor(name: string): Addressing {
  return { spoken: name, greeting: `Dear ${name}` };
}
