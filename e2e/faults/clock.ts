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
function Wrong(this: unknown, ...given: []): Date | string {
  const shifted = given.length === 0 ? new Right(Right.now() + offset) : new Right(...given);
  return new.target === undefined ? shifted.toString() : shifted;
}
Object.setPrototypeOf(Wrong, Right);
Wrong.prototype = Right.prototype;
Object.assign(Wrong, { now: () => Right.now() + offset });
globalThis.Date = Wrong as unknown as DateConstructor;
