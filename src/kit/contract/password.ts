import { z } from 'zod';
import { passwordLength } from '#kit/domain/password-length.ts';

/**
 * A password as it is sent, wherever one is: whoever may choose it may sign in with it. The contract counts pieces of text, of which a character has two at most; how long it may
 * be is said where it is chosen.
 */
export const Password = z
  .string()
  .min(1)
  .max(2 * passwordLength.longest);
