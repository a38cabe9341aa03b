import type { Addressee, Addressing } from './address.ts';

/** Уважаемый Иван Сергеевич, by given name and patronymic, whose ending says who it is; without one Уважаемая госпожа Петрова. */
export function addressInRussian({ formality, gender, given, patronymic, family, whole, degree }: Addressee): Addressing {
  if (whole === '') return { spoken: '', greeting: 'Здравствуйте' };
  if (formality === 'familiar' && given !== null) return { spoken: given, greeting: `Здравствуйте, ${given}` };
  const dear = gender === 'female' ? 'Уважаемая' : 'Уважаемый';
  if (given !== null && patronymic !== null) {
    const spoken = `${given} ${patronymic}`;
    return { spoken, greeting: gender ? `${dear} ${spoken}` : `Здравствуйте, ${spoken}`, usesPatronymic: true, asksGender: true };
  }
  if (family === null || gender === undefined) return { spoken: whole, greeting: `Здравствуйте, ${whole}`, asksGender: family !== null };
  const spoken = `${degree ?? (gender === 'female' ? 'госпожа' : 'господин')} ${family}`;
  return { spoken, greeting: `${dear} ${spoken}`, asksGender: true };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInRussian(whole: string): Addressing {
  return { spoken: whole, greeting: 'Уважаемые дамы и господа' };
}
