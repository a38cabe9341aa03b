import { leavingRoutes } from './api/leaving.ts';
import { noticingRoutes } from './api/noticing.ts';
import { promiseRoutes } from './api/promise.ts';
import { reliabilityRoutes } from './api/reliability.ts';

export { PromiseInTouchpoint } from './api/noticing.ts';
export { PromiseView } from './api/promise.ts';

// Before `/api/promises/{promise}`, which would take their last word for an id.
export const promisesApi = { ...reliabilityRoutes, ...promiseRoutes, ...noticingRoutes, ...leavingRoutes };
