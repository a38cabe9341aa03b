import { forgetAnswers } from './answers.ts';

/** Leaves nothing of a colleague on this device: neither what they saw nor what they did not send, and tells them nothing here any more. */
export async function forgetOnDevice(colleague: string): Promise<void> {
  await forgetAnswers();
  await stopBeingTold();
  const { forgetEntriesOf } = await import('./entries.ts');
  await forgetEntriesOf(colleague);
}

async function stopBeingTold(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription().catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
  for (const notice of (await registration?.getNotifications()) ?? []) notice.close();
}
