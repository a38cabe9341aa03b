/**
 * How long a browser stays signed in, in days: so long after it was last used, and so long at most. People who stand at a counter sign in seldom, so that they
 * do not write the password on a note; whoever loses a device ends its session from another.
 */
export const sessionDays = { unused: 30, longest: 90 } as const;
