import { namesOfColleagues } from '#features/access/server/index.ts';
import { viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { storageOf } from '#kit/server/storage/index.ts';
import { attachmentsApi } from '../../api/attachments.ts';
import { addAttachment, readAttachments, removeAttachment, restoreAttachment, storedName } from './actions.ts';
import { findAttachment, type AttachmentRow } from './store.ts';

export const attachmentHandlers: readonly Handler[] = [
  handle(attachmentsApi.list, async ({ tx, now, services, params, query }) => {
    const rows = await readAttachments(tx, params.customer, await viewOf(tx, services.summary, now, query.asOf));
    return { attachments: await answers(tx, rows), largestMegabytes: services.config.storage.largestMegabytes };
  }),
  handle(attachmentsApi.add, async ({ services, who, params, query, request }) => {
    const upload = { customer: params.customer, purpose: query.purpose, name: query.name, body: request.body };
    const row = await addAttachment(services, who, upload);
    const [answer] = await services.database.transaction({ workspace: who.workspace }, (tx) => answers(tx, [row]));
    if (!answer) throw fail('attachment.not_found');
    return answer;
  }),
  handle(attachmentsApi.download, async ({ services, who, params }) => {
    const row = await services.database.transaction({ workspace: who.workspace }, (tx) => findAttachment(tx, params.attachment));
    if (!row || row.removed_at) throw fail('attachment.not_found');
    const bytes = await storageOf(services.config).open(storedName(who.workspace, row.id));
    if (!bytes) throw fail('attachment.bytes_not_found');
    return new Response(bytes, { headers: headersOf(row) });
  }),
  handle(attachmentsApi.remove, async ({ tx, now, who, params }) => await removeAttachment(tx, now, who.colleague, params.attachment)),
  handle(attachmentsApi.restore, async ({ tx, now, who, params }) => await restoreAttachment(tx, now, who.colleague, params.attachment)),
];

/**
 * Only a photo, which we have rebuilt ourselves, is ever shown by the browser; everything else is a file to be saved, whatever it is, and runs
 * nothing in our name.
 */
function headersOf(row: AttachmentRow): Record<string, string> {
  const isPhoto = row.purpose === 'photo';
  const plain = row.name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const whole = encodeURIComponent(row.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'content-type': isPhoto ? row.media_type : 'application/octet-stream',
    'content-length': String(row.size_bytes),
    'content-disposition': `${isPhoto ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
  };
}

async function answers(tx: Tx, rows: readonly AttachmentRow[]) {
  const names = await namesOfColleagues(tx);
  return rows.map(({ id, purpose, name, media_type: mediaType, size_bytes: size, added_at, added_by }) => ({
    id,
    purpose,
    name,
    mediaType,
    size,
    addedAt: added_at.toString(),
    addedBy: { id: added_by, name: names.get(added_by) ?? '' },
  }));
}
