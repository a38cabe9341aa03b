import { greekVocative } from '../vocative-greek.ts';
import { line, type Addressee, type Addressing } from './address.ts';

/**
 * Αγαπητέ κύριε Παπαδόπουλε, Αγαπητή κυρία Γεωργίου; Χαίρετε κ. Γεωργίου, where it is not known which: the abbreviation stands for both.
 * Among friends Αγαπητή Μαρία, or Γεια σου Μαρία.
 */
export function addressInGreek(who: Addressee): Addressing {
  const { formality, gender, given, family, whole, degree } = who;
  if (whole === '') return { spoken: '', greeting: 'Χαίρετε' };
  const dear = gender === 'female' ? 'Αγαπητή' : 'Αγαπητέ';
  if (given !== null && (formality === 'familiar' || family === null)) {
    const name = called(given, gender);
    if (formality === 'familiar')
      return { spoken: name, greeting: gender ? `${dear} ${name}` : `Γεια σου ${name}`, vocatives: changed(given, name), asksGender: true };
    return { spoken: name, greeting: `Χαίρετε ${name}`, vocatives: changed(given, name) };
  }
  if (family === null) return { spoken: whole, greeting: `Χαίρετε ${whole}` };
  const doctor = degree !== null && /^(δρ|dr)/iu.test(degree) ? degree : null;
  if (gender === undefined) return { spoken: line(doctor, whole), greeting: `Χαίρετε ${doctor ?? 'κ.'} ${family}`, asksGender: true };
  const name = gender === 'male' ? called(family, gender) : family;
  const spoken = `${doctor ?? (gender === 'male' ? 'κύριε' : 'κυρία')} ${name}`;
  return { spoken, greeting: `${dear} ${spoken}`, vocatives: changed(family, name), asksGender: true };
}

/** Nobody in particular at an organization. */
export function addressOrganizationInGreek(whole: string): Addressing {
  return { spoken: whole, greeting: 'Αξιότιμες κυρίες, αξιότιμοι κύριοι' };
}

function called(name: string, gender: Addressee['gender']): string {
  return gender === 'female' ? name : name.replaceAll(/[^\s-]+/g, greekVocative);
}

function changed(name: string, form: string) {
  return name === form ? [] : [{ name, form }];
}
