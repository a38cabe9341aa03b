/** The header of what this device had kept: the moment at which the server said it. */
export const KEPT_AT = 'x-tend-kept-at';
