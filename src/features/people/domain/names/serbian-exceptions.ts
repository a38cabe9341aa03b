/**
 * Stems in which n and j, l and j, or d and ž meet where a prefix or a foreign root ends and are two letters in Cyrillic too: инјекција, not
 * ињекција. Long enough that no name begins with one: Odžaci and Nadža have the one letter џ.
 */
export const exceptionStems = new RegExp(
  [
    // a prefix, then ž or j
    '^nadž(?:anj|et|iv|nj|drel|up)',
    '^odž(?:al|anj|et|iv|uri|ulj|va)',
    '^podž(?:anr|eg|eć|ež|iz|up)',
    '^predž(?:etv|ivot)',
    '^(?:iz)?vanj(?:ez|adran)',
    // foreign roots
    '^anjon',
    'konj(?:unk|ukci|ukt|ug|ekt)',
    '^(?:dez|re)?inj(?:ek[ct]|icir|unk|uri)',
    'tanjug',
  ].join('|'),
  'i',
);

/** A word that Serbian does not spell: with q, w, x or y, an accent that Serbian has not, or a digit. */
export const foreignWord = /[qwxy\p{N}]|[^a-zčćđšžǉǌǆ]/iu;
