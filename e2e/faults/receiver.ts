import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

/** A program outside that is told by a webhook. */
export type Receiver = {
  readonly url: string;
  /** The customers it was told of, each as often as it was told. */
  readonly told: readonly string[];
  stop(): Promise<void>;
};

/** Takes its time to say that it has heard, so that what goes wrong goes wrong in between. */
const takes = 30;

export async function startReceiver(): Promise<Receiver> {
  const told: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { data } = JSON.parse(await text(request)) as { data: { customer: string | null } };
      if (data.customer !== null) told.push(data.customer);
      await delay(takes);
      response.end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
