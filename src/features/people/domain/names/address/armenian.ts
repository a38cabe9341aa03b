import type { Addressee, Addressing } from './address.ts';

/** Հարգելի՛ պարոն Հակոբյան, Հարգելի՛ տիկին Հակոբյան; the whole name where it is not known which. Among friends Սիրելի՛ Արամ. */
export function addressInArmenian({ formality, gender, given, family, whole, degree }: Addressee): Addressing {
  if (whole === '') return { spoken: '', greeting: 'Բարև Ձեզ' };
  if (formality === 'familiar' && given !== null) return { spoken: given, greeting: `Սիրելի՛ ${given}` };
  if (family === null) return { spoken: whole, greeting: `Հարգելի՛ ${whole}` };
  if (degree !== null) return { spoken: `${degree} ${family}`, greeting: `Հարգելի՛ ${degree} ${family}` };
  if (gender === undefined) return { spoken: whole, greeting: `Հարգելի՛ ${whole}`, asksGender: true };
  const spoken = `${gender === 'female' ? 'տիկին' : 'պարոն'} ${family}`;
  return { spoken, greeting: `Հարգելի՛ ${spoken}`, asksGender: true };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInArmenian(whole: string): Addressing {
  return { spoken: whole, greeting: 'Հարգելի՛ գործընկերներ' };
}
