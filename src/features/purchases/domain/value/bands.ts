/** How much a customer is expected to bring, beside all others who ever bought: the fifth who bring most, the three tenths after them, and the half below. */
export const valueBands = ['high', 'middle', 'low'] as const;
export type ValueBand = (typeof valueBands)[number];

/** Of those who ever bought, the share that lies at or below the middle band, and at or below the high one. */
export const belowBand = { middle: 0.5, high: 0.8 } as const satisfies Partial<Record<ValueBand, number>>;
