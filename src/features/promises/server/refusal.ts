import { listColleagues } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { FailureError, type Failure } from '#kit/domain/result.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import type { Tx } from '#kit/server/db/index.ts';

/** A refusal as its reader understands it: whoever was quicker (`by`) is named, and the moment (`at`) stands as the reader writes moments, on our clocks. */
export async function refusedTo(tx: Tx, reader: string, failure: Failure): Promise<FailureError> {
  const { by, at } = failure.values;
  if (typeof by !== 'string' || typeof at !== 'string') return new FailureError(failure);
  const workspace = await readWorkspace(tx);
  const colleagues = new Map((await listColleagues(tx)).map((colleague) => [colleague.id, colleague]));
  const { language, calendar, digits } = colleagues.get(reader) ?? { language: workspace.language };
  const formats = formatsOf(language, { ...workspace, ...(calendar ? { calendar } : {}), ...(digits ? { digits } : {}) });
  return new FailureError({ ...failure, values: { name: colleagues.get(by)?.name ?? '', at: formats.moment(at) } });
}
