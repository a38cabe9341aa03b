import { Readable } from 'node:stream';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { exportApi } from '../../api/export.ts';
import { chosenOf, riskBands, stages } from '../../domain/index.ts';
import { listFile } from './list-file.ts';

export const exportHandlers: readonly Handler[] = [
  handle(exportApi.download, async ({ services, who, language, query }) => {
    const { stage, risk, ...rest } = query;
    const asked = { ...rest, stages: chosenOf(stage, stages), risks: chosenOf(risk, riskBands) };
    const pieces = listFile(services, { ...who, language }, asked);
    // The first piece is made here: what is wrong with the question is answered as a problem, not as a file that breaks off.
    const first = await pieces.next();
    const text = async function* () {
      if (!first.done) yield first.value;
      yield* pieces;
    };
    const body = Readable.toWeb(Readable.from(text(), { objectMode: false })) as ReadableStream;
    return new Response(body, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="customers.csv"' },
    });
  }),
];
