// The raised figure of m² and m³: where it stands is measured, because a reader takes it for a mark or a plain figure.
import type { GreyImage, ReadWord } from '../../core/ports.ts';

const ink = 140;
/** A unit behind a figure or by itself, what its power was read as, and the punctuation behind. */
const unit = /^(|.*\d)m([23²³?°ˆ^”"'*¿])([.,;:)]*)$/u;
/** The power ends this share of the m's height above the m's foot, or higher. */
const raised = 0.2;

/** The words of one line picture, powers of units as they are printed. */
export const withPowers = (words: readonly ReadWord[], picture: GreyImage): ReadWord[] =>
  words.map((word, i) => {
    const [, number, power, behind] = unit.exec(word.text) ?? [];
    if (power === undefined || (number === '' && !/\d$/.test(words[i - 1]?.text ?? ''))) return word;
    if (!isRaised(picture, word, behind!.length)) return word;
    const sign = /[3³]/.test(power) ? '³' : '²';
    const text = `${number}m${sign}${behind}`;
    return text === word.text ? word : { ...word, text, firstRead: word.firstRead ?? word.text };
  });

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Whether the part before the punctuation ends above the foot of the m before it. */
function isRaised(picture: GreyImage, word: ReadWord, behind: number): boolean {
  const parts = partsOf(picture, word);
  const power = parts.at(-1 - behind);
  const m = parts.at(-2 - behind);
  if (!power || !m) return false;
  const [top, foot] = rowsOf(picture, m);
  const [highest, lowest] = rowsOf(picture, power);
  const high = foot - top;
  return lowest < foot - raised * high && highest <= top && lowest - highest >= 0.3 * high;
}

/** Stretches of columns with ink in the word. */
function partsOf(picture: GreyImage, { x, width }: ReadWord): Part[] {
  const parts: Part[] = [];
  let start = -1;
  const end = Math.min(picture.width, x + width + 2);
  for (let at = Math.max(0, x - 2); at <= end; at++) {
    const dark = at < end && rowsOf(picture, { from: at, to: at + 1 })[1] >= 0;
    if (dark && start < 0) start = at;
    if (!dark && start >= 0) {
      parts.push({ from: start, to: at });
      start = -1;
    }
  }
  return parts;
}

/** First and last row with ink in these columns; the last is -1 where there is none. */
function rowsOf({ width, height, data }: GreyImage, { from, to }: Part): [number, number] {
  let [top, foot] = [height, -1];
  for (let y = 0; y < height; y++)
    for (let x = from; x < to; x++)
      if (data[y * width + x]! < ink) {
        top = Math.min(top, y);
        foot = y;
      }
  return [top, foot];
}
