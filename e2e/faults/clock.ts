/*
 * Loaded into a server before everything else (`node --import`): its clock goes wrong by as many milliseconds as the file named by FAULTS_CLOCK says. The database's clock stays right.
 */
import { readFileSync } from 'node:fs';

const file = process.env['FAULTS_CLOCK'] ?? '';
let offset = readOffset();
setInterval(() => {
  offset = readOffset();
}, 50).unref();

function readOffset(): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

const instant = Temporal.Now.instant.bind(Temporal.Now);
Temporal.Now.instant = () => instant().add({ milliseconds: offset });

const Right = Date;
globalThis.Date = new Proxy(Right, {
  construct: (right, given: readonly number[], target: typeof Date) =>
    Reflect.construct(right, given.length === 0 ? [right.now() + offset] : given, target) as Date,
  apply: (right) => new right(right.now() + offset).toString(),
  get: (right, name, receiver) => (name === 'now' ? () => right.now() + offset : (Reflect.get(right, name, receiver) as unknown)),
});
