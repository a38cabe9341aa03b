/** A minute with less work than this is one at rest. */
const restingMicroseconds = 300_000;
const littleHeap = 48 * 1024 * 1024;

/**
 * Gives memory that starting or a busy hour left over back to the machine, as soon as a minute passes in which there is nothing to do: left
 * alone, the engine keeps it for work that may never come. Needs `--expose-gc`; without it nothing happens. Answers how to stop.
 */
export function giveMemoryBackAtRest(): () => void {
  giveBack();
  let worked = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(worked);
    if (user + system < restingMicroseconds) giveBack();
    worked = process.cpuUsage();
  }, 60_000);
  timer.unref();
  return () => clearInterval(timer);
}

function giveBack(): void {
  if (process.memoryUsage().heapTotal > littleHeap) globalThis.gc?.({ execution: 'sync', type: 'major', flavor: 'last-resort' });
}
