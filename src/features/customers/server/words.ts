import type { Formats } from '#kit/server/cli/formats.ts';

export type Words = { readonly say: (key: string, values?: Record<string, string | number>) => string; readonly formats: Formats };
