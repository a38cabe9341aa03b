export { handle, type Call, type Handler } from './handle.ts';
export { forgetAnswersAbout, forgetOldAnswers } from './idempotency.ts';
export { makeLimits, type Limits } from './limits.ts';
export { isOwnOrigin } from './origin.ts';
export { liveStream } from './live-stream.ts';
export { routeOf } from './route-name.ts';
export { makeRouter, type RouterOptions } from './router.ts';
