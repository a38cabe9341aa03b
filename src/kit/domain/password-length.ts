/** How long a password is, in characters as people count them: an emoji is one, though a text holds it in two pieces. */
export const passwordLength = { shortest: 10, longest: 128 };
