export { handle, type Call, type Handler } from './handle.ts';
export { makeRouter, type RouterOptions } from './router.ts';
export { liveStream } from './live-stream.ts';
export { makeLimits, type Limits } from './limits.ts';
