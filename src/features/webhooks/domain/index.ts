export { afterTry, type AfterTry, type Health, type Next, type Outcome, type PauseReason } from './trying.ts';
export { longestName, longestUrl, mostWebhooks, readWebhook, type WebhookTold } from './webhook.ts';
