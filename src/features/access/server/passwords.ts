import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { fail, FailureError } from '#kit/domain/result.ts';
import { checkPasswordForm } from '../domain/index.ts';

/** What an attacker who knows the words of the language, and this person, would find within the first hundred million tries. */
const enough = 3;

/**
 * Whether a password may be chosen, by its form and by how easily it is guessed. Besides what `checkPasswordForm` refuses:
 * `access.password_too_easy`.
 */
export async function checkPassword(
  password: string,
  about: { readonly email: string; readonly names: readonly string[] },
  field: string,
): Promise<void> {
  const form = checkPasswordForm(password, about);
  if (!form.ok) throw new FailureError({ ...form.failure, field });
  const words = [about.email, ...about.names].flatMap((text) => [text, ...text.split(/[\s@._-]+/)]).filter((word) => word.length > 2);
  const { score } = (await guesser()).check(password.slice(0, 100), [...words, 'tend']);
  if (score < enough) throw fail('access.password_too_easy', {}, field);
}

let loaded: Promise<ZxcvbnFactory> | undefined;

/** Its word lists are large, and passwords are chosen seldom: they are read when the first is. */
async function guesser(): Promise<ZxcvbnFactory> {
  loaded ??= load();
  return await loaded;
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs });
}
