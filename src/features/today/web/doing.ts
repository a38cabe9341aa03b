/** What is being done about a customer, in place. */
export type Doing = 'log' | 'promise' | 'keep' | 'snooze' | 'decline';
