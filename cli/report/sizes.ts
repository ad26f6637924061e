// Bytes, seconds and millimetres as people read them.
import type { Language } from '../../core/messages/index.ts';
import { decimal } from '../print/words.ts';

/** `148 KB`, `1,4 MB`: thousands, as file managers show them. */
export function bytesWord(lang: Language, bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${decimal(lang, bytes / 1_000_000, 1)} MB`;
}

export const secondsOf = (lang: Language, milliseconds: number, digits = 1): string =>
  decimal(lang, milliseconds / 1000, digits);

/** Degrees, `-1,3`. */
export const degreesWord = (lang: Language, degrees: number): string =>
  decimal(lang, degrees, Number.isInteger(degrees) ? 0 : 2).replace('-', '−');

export const millimetres = (pixels: number, dpi: number): number => (pixels / dpi) * 25.4;
