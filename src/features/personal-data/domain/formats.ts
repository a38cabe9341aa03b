/** As what everything about a person is taken along: to be read, for programs, or both with all files. */
export const personalDataFormats = ['html', 'json', 'zip'] as const;
export type PersonalDataFormat = (typeof personalDataFormats)[number];
