import { isPublicUrl, postOutside } from '#kit/server/outside/index.ts';
import type { Telling } from '../../domain/index.ts';
import type { PushDevice } from './device-store.ts';
import type { PushKeys } from './keys.ts';

/** What came of telling a device: it was taken on; the device is no more; or it may work later. */
export type Told = 'told' | 'gone' | 'later';

export type Message = { readonly text: string; readonly topic: string; readonly telling: Telling };

/**
 * Gives a message to the push service of a device, encrypted for its browser (RFC 8291). An endpoint that is not on the internet is not called, unless `anywhere`
 * (tests have a push service of their own).
 */
export async function tellDevice(
  device: Pick<PushDevice, 'endpoint' | 'p256dh' | 'auth'>,
  { text, topic, telling }: Message,
  { keys, subject, anywhere }: { keys: PushKeys; subject: string; anywhere: boolean },
): Promise<Told> {
  const { endpoint, p256dh, auth } = device;
  if (!anywhere && !isPublicUrl(endpoint)) return 'gone';
  // Loaded when the first device is told: a Tend at rest need not hold it.
  const { default: webPush } = await import('web-push');
  let sealed;
  try {
    sealed = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
      TTL: telling.seconds,
      urgency: telling.urgency,
      topic,
      vapidDetails: { subject, ...keys },
    });
  } catch {
    // Keys that nothing can be encrypted for will not get better.
    return 'gone';
  }
  const { status } = await postOutside(endpoint, { headers: { ...sealed.headers }, body: sealed.body, anywhere });
  if (status !== null && status >= 200 && status < 300) return 'told';
  return status === 404 || status === 410 ? 'gone' : 'later';
}
