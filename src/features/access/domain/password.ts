import { passwordLength } from '#kit/domain/password-length.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';

/**
 * What a password must not be, besides easy to guess: too short, the e-mail address, or a name that everybody knows (the person's, the business').
 * What it is made of is its owner's choice. Refuses `access.password_too_short`, `access.password_too_long`, `access.password_is_email`,
 * `access.password_is_name`.
 */
export function checkPasswordForm(password: string, about: { readonly email: string; readonly names: readonly string[] }): Result<null> {
  const length = Array.from(password).length;
  if (length < passwordLength.shortest) return err('access.password_too_short', { minimum: passwordLength.shortest });
  if (length > passwordLength.longest) return err('access.password_too_long', { maximum: passwordLength.longest });
  const plain = bare(password);
  const [local = ''] = about.email.split('@');
  if (plain.includes(bare(about.email)) || plain === bare(local)) return err('access.password_is_email');
  return about.names.some((name) => name.trim() !== '' && plain === bare(name)) ? err('access.password_is_name') : ok(null);
}

/** What is left of a text when spaces, signs and capitals are no difference. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}
