/** What is being done about a customer, in place. */
export type Doing = 'log' | 'promise' | 'keep' | 'snooze' | 'decline';

/** What somebody does to the plan of the day with one entry. */
export type Planning = 'first' | 'earlier' | 'later' | 'take_in' | 'leave_out';
