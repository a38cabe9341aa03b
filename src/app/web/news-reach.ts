import { isTouchedBy, type News } from '#kit/web/live.ts';

/**
 * What certain news leave as it is, so that a page with many parts does not ask for all of them when one changed. Of news that do not stand here everything may have
 * changed.
 */
const leftAlone: readonly (readonly [kind: RegExp, paths: RegExp])[] = [
  [
    /^touchpoint\./,
    /^\/api\/customers\/\{customer\}(?:$|\/(?:attachments|circle|participants|facts|goals|habits|promises|roles|tags|word-of-mouth))|^\/api\/(?:colleagues|reminders|tags|views|workspace)/,
  ],
  [
    /^promise\./,
    /^\/api\/customers\/\{customer\}(?:$|\/(?:attachments|circle|participants|facts|goals|habits|roles|tags|touchpoints|word-of-mouth))|^\/api\/(?:colleagues|tags|views|workspace)/,
  ],
  [
    /^(?:fact|goal|attachment)\./,
    /^\/api\/customers\/\{customer\}\/(?:circle|participants|habits|promises|roles|tags|word-of-mouth)|^\/api\/(?:colleagues|promises|reminders|tags|views|workspace)/,
  ],
  [/^reminder\./, /^(?!\/api\/reminders)/],
];

/** Whether what was asked may be answered otherwise after what happened. */
export function mayChange(news: News | 'missed', key: readonly unknown[]): boolean {
  if (!isTouchedBy(news, key)) return false;
  if (news === 'missed') return true;
  return !leftAlone.some(([kind, paths]) => kind.test(news.kind) && paths.test(String(key[0])));
}
