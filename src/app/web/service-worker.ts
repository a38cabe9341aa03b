import { workOffline } from '#kit/web/offline/worker/index.ts';
import type { Build } from '#kit/web/offline/worker/shell.ts';
import { isKept } from './kept-answers.ts';

/** Put in by tools/build-web.ts: the files of this build. */
declare const TEND_BUILD: Build;

workOffline(TEND_BUILD, isKept);
