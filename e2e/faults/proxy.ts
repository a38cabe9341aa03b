import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between a server and its database that can be cut. */
export type Line = {
  readonly port: number;
  /** Where it leads from now on. */
  lead(port: number): void;
  /** Whether a connection that the database sees as coming from this port is on it. */
  carries(port: number): boolean;
  /** Everything on it is lost at once, and for so long it takes nobody. */
  cut(milliseconds: number): void;
  close(): Promise<void>;
};

export async function layLine(): Promise<Line> {
  const open = new Set<Socket>();
  let target = 0;
  let isCut = false;
  const server = createServer((from) => {
    if (isCut) return void from.destroy();
    const to = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lead: (port) => {
      target = port;
    },
    carries: (port) => [...open].some((socket) => socket.localPort === port),
    cut: (milliseconds) => {
      isCut = true;
      for (const socket of open) socket.resetAndDestroy();
      setTimeout(() => (isCut = false), milliseconds);
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
