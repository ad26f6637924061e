// Makes pages for the composer's tests: a picture with marks where the words stand, and the text with its boxes.
import type { Box, Line } from '../../../core/model.ts';
import { drawSvg } from '../../testing/draw-svg.ts';
import type { LegalPage } from '../legal-copy.ts';

export interface MadePage {
  readonly lines: readonly string[];
  readonly width?: number;
  readonly height?: number;
  readonly dpi?: number;
  readonly grey?: boolean;
}

/** Letters of fixed width, so that boxes follow from the text alone. */
const LETTER = 0.012;
const LINE_HEIGHT = 0.016;

function lineAt(text: string, row: number): Line {
  const y = 0.08 + row * 0.024;
  let x = 0.1;
  const words = text.split(' ').map((word) => {
    const box: Box = [x, y, word.length * LETTER, LINE_HEIGHT];
    x += (word.length + 1) * LETTER;
    return { text: word, box, confidence: 1 };
  });
  return { words, box: [0.1, y, x - LETTER - 0.1, LINE_HEIGHT], height: 0.012 };
}

/** An A4 page at 150 dpi unless said otherwise; each word is a dark bar in the picture. */
export async function madePage(made: MadePage): Promise<LegalPage & { readonly jpeg: Uint8Array }> {
  const { width = 1240, height = 1754, dpi = 150 } = made;
  const lines = made.lines.map(lineAt);
  const bars = lines
    .flatMap((line) => line.words)
    .map(({ box: [x, y, w, h] }) => {
      const at = `x="${x * width}" y="${y * height}" width="${w * width}" height="${h * height}"`;
      return `<rect ${at} fill="#224"/>`;
    });
  const paper = `<rect width="${width}" height="${height}" fill="#fdfdf8"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paper}${bars.join('')}</svg>`;
  const jpeg = await drawSvg(svg, (image) =>
    (made.grey ? image.toColourspace('b-w') : image).jpeg({ quality: 60 }),
  );
  return { jpeg, width, height, dpi, text: { width, height, dpi, lines } };
}

const BASES = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** The 134 letters that carry a mark, lower and upper case, NFC: 12 vowels in 6 tones without the bare six, and đ. */
export function markedLetters(): string[] {
  const vowels = BASES.flatMap((base) => TONES.map((tone) => (base + tone).normalize('NFC')));
  const lower = [...vowels.filter((letter) => !/^[aeiouy]$/.test(letter)), 'đ'];
  return [...lower, ...lower.map((letter) => letter.toUpperCase())];
}
