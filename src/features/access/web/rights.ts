import { useMemo } from 'react';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { ReaderRights } from '#kit/web/right.ts';
import { rolesWith } from '../domain/index.ts';
import { useSignedIn } from './session.ts';

/** What the colleague at the screen may do, for the frame to give to its pages. */
export function useReaderRights(): ReaderRights {
  const say = useMessages();
  const formats = useFormats();
  const { colleague } = useSignedIn();
  return useMemo(
    () => ({
      has: (right) => colleague.rights.includes(right),
      reasonAgainst: (right) => {
        const roles = formats.list(rolesWith(right).map((role) => say(`access.role.${role}`)));
        return say('access.right.only', { roles });
      },
    }),
    [colleague.rights, say, formats],
  );
}
