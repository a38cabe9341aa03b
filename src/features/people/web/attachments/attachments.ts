import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Attachment as AttachmentShape, attachmentsApi } from '../../api/attachments.ts';
import { useDoing } from '#kit/web/use-doing.ts';

export const api = apiOf<typeof attachmentsApi>();

export type Attachment = z.output<typeof AttachmentShape>;

export function useAttachments(customer: string, asOf: string | undefined) {
  const query = asOf === undefined ? {} : { asOf };
  return useQuery(api.query('get', '/api/customers/{customer}/attachments', { params: { customer }, query }));
}

/** Takes a file away, with the way back. */
export function useRemoveAttachment(): (attachment: Attachment) => Promise<void> {
  const say = useMessages();
  const go = useDoing();
  return ({ id, name }) =>
    go(async () => {
      await api.call('delete', '/api/attachments/{attachment}', { params: { attachment: id } });
      return {
        said: say('people.files.removed', { name }),
        undo: () => api.call('post', '/api/attachments/{attachment}/restored', { params: { attachment: id } }),
      };
    });
}

/** Where a file is fetched from. */
export function addressOf(attachment: string): string {
  return api.address('get', '/api/attachments/{attachment}', { params: { attachment } });
}
