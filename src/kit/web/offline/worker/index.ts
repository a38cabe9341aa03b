import { sendEntries } from '../entries.ts';
import { keepAhead, keepAnswers } from './kept-answers.ts';
import { showNotices } from './notices.ts';
import { scope } from './scope.ts';
import { keepMet, keepShell, type Build } from './shell.ts';

/**
 * What Tend does where nobody answers: shows its pages and what it kept, and sends what was done in the meantime as soon as the browser says so. And what it does
 * where no page is open: tells what there is to be told.
 */
export function workOffline(build: Build, isKept: (path: string) => boolean): void {
  keepShell(build);
  keepAnswers(isKept);
  showNotices();
  scope.addEventListener('message', (event) => {
    const { addresses = [], files = [] } = event.data as { addresses?: string[]; files?: string[] };
    event.waitUntil(Promise.all([keepMet(files, build), keepAhead(addresses)]).catch(() => undefined));
  });
  scope.addEventListener('sync', (event) => {
    if (event.tag === 'tend-entries') event.waitUntil(sendEntries());
  });
}
