import { isUnanswered } from '../outcome.ts';

/**
 * Asks the server, and takes what this device has kept where nobody answers in time or only what stands in front of Tend does. With nothing kept, the
 * answer is whatever the network brings, however late.
 */
export async function fromNetworkOr(
  asked: Promise<Response>,
  kept: () => Promise<Response | undefined>,
  patience: number,
): Promise<Response> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    waiting = setTimeout(() => resolve(undefined), patience);
  });
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  clearTimeout(waiting);
  if (answer && !isUnanswered(answer.status)) return answer;
  return (await kept()) ?? (await asked);
}
