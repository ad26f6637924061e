// The two ways Vietnamese text is compared: as written (NFC) and without marks or case (folded).

/** Unicode NFC with every run of white space as one space, trimmed. */
export const nfc = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Lower case without tone or vowel marks, đ = d. Keeps one letter for one letter of NFC text, so that positions in the
 * folded text are positions in the NFC text.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
