// Words that the reader ran together at a dash, a slash or a colon ("-Lưu:", "/No.:0123") are parted where the picture
// shows a space.
import type { GreyImage, ReadWord } from '../../core/ports.ts';

const ink = 140;
/** Share of the band's height from which white is a space: between letters it is at most two thirds of that. */
const spaceShare = 0.165;
/** How far, as a share of the word, the white may lie from where the text has its mark. */
const nearby = 0.13;

/** The words of one line picture; `band` is the height of its text band in pixels. */
export const splitWords = (words: readonly ReadWord[], picture: GreyImage, band: number): ReadWord[] =>
  words.flatMap((read) => {
    // The rule of a form under a word.
    const word = { ...read, text: read.text.replace(/^_+(?=\p{L})|(?<=\p{L})_+$/gu, '') };
    const seams = seamsOf(word.text);
    if (seams.length === 0) return [word];
    return parted(word, seams, whiteIn(picture, word, Math.ceil(band * spaceShare)));
  });

/** Places in the text where a space may have been lost; numbers, dates and codes of papers (12/QĐ-UBND) have none. */
function seamsOf(text: string): number[] {
  const seams: number[] = [];
  const letters = [...text];
  if (!/\p{L}/u.test(text)) return seams;
  letters.forEach((letter, i) => {
    const [before, after] = [letters[i - 1] ?? '', letters[i + 1] ?? ''];
    if (letter === '-' && i === 0 && /\p{L}/u.test(after)) seams.push(1);
    if (letter === ':' && i > 0 && /[\p{L}\p{N}]/u.test(after)) seams.push(i + 1);
    if (letter !== '/' || /\d/.test(before) || !/\p{L}\P{Lu}/u.test(text.slice(i + 1))) return;
    if (i > 0) seams.push(i);
    if (after) seams.push(i + 1);
  });
  return [...new Set(seams)];
}

interface White {
  readonly from: number;
  readonly to: number;
}

/** Columns without ink inside the word that are wide enough for a space. */
function whiteIn(picture: GreyImage, { x, width }: ReadWord, least: number): White[] {
  const found: White[] = [];
  let start = -1;
  for (let at = x; at < Math.min(x + width, picture.width); at++) {
    const white = isWhite(picture, at);
    if (white && start < 0) start = at;
    if (!white && start >= 0) {
      if (at - start >= least && start > x) found.push({ from: start, to: at });
      start = -1;
    }
  }
  return found;
}

function isWhite({ width, height, data }: GreyImage, x: number): boolean {
  for (let y = 0; y < height; y++) if (data[y * width + x]! < ink) return false;
  return true;
}

/** Each stretch of white goes to the nearest seam, each seam taken once. */
function parted(word: ReadWord, seams: readonly number[], white: readonly White[]): ReadWord[] {
  const letters = [...word.text];
  const ends = advance(letters);
  const cuts: { seam: number; at: White }[] = [];
  for (const at of white) {
    const share = ((at.from + at.to) / 2 - word.x) / word.width;
    const near = seams
      .filter((seam) => !cuts.some((cut) => cut.seam >= seam))
      .map((seam) => ({ seam, off: Math.abs(ends[seam - 1]! - share) }))
      .sort((a, b) => a.off - b.off)[0];
    if (near && near.off <= nearby) cuts.push({ seam: near.seam, at });
  }
  let [from, x] = [0, word.x];
  const parts = cuts.map(({ seam, at }) => {
    const part = { ...word, text: letters.slice(from, seam).join(''), x, width: at.from - x };
    [from, x] = [seam, at.to];
    return part;
  });
  return [...parts, { ...word, text: letters.slice(from).join(''), x, width: word.x + word.width - x }];
}

/** Share of the word's width behind each letter, by rule of thumb for print. */
function advance(letters: readonly string[]): number[] {
  const widths = letters.map((letter) => {
    if (/[.,:;'|!iIlíìỉĩị/-]/u.test(letter)) return 0.5;
    return /[mMwWQOGĐ@]/u.test(letter) ? 1.5 : 1;
  });
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let sum = 0;
  return widths.map((width) => {
    sum += width;
    return sum / whole;
  });
}
