import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';
import { z } from 'zod';

/**
 * Lets the sign-in library open a session for an account that was proven otherwise than by its password. Only our own code reaches it: it stands under no
 * address.
 */
export const provenSession = {
  id: 'tend-proven-session',
  endpoints: {
    openProvenSession: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ account: z.string() }) }, async (context) => {
      const { internalAdapter } = context.context;
      const user = await internalAdapter.findUserById(context.body.account);
      if (!user) throw new Error('a session for an account that is no more');
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(context, { session, user });
      return context.json({ session: session.id });
    }),
  },
} satisfies BetterAuthPlugin;
