import type { Feature } from '#kit/server/feature.ts';

/** It has neither routes nor tables of its own: it asks those of the others. */
export const assistant: Feature = { name: 'assistant' };
