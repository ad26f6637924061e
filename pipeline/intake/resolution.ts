// How many dots per inch a picture has: what it says, where that can be true, else a guess from A4.
import type { Problem } from '../../core/model.ts';

export interface Resolution {
  readonly dpi: number;
  readonly problems: readonly Problem[];
}

const A4_LONG_SIDE_INCHES = 11.69;
const LOWEST = 50;
const HIGHEST = 1300;
/** What software writes that knows no resolution; no scanner at a counter works at these. */
const PLACEHOLDERS = new Set([72, 96]);
/** Longer than any sheet a counter scans (A3 = 16.5 in), so a placeholder here is surely none of a scan's. */
const LONGEST_PLACEHOLDER_INCHES = 17.5;
const LONGEST_INCHES = 60;
const USUAL = [75, 100, 150, 200, 240, 300, 400, 600, 1200];

/** A guess close to a usual resolution is that resolution. */
function fromA4(longSide: number): number {
  const guess = longSide / A4_LONG_SIDE_INCHES;
  return USUAL.find((dpi) => Math.abs(guess / dpi - 1) < 0.03) ?? Math.round(guess);
}

export interface Stated {
  readonly width: number;
  readonly height: number;
  /** Absent where the file states none. */
  readonly dpi?: number | undefined;
  /** From a picture's header (may be a placeholder), or measured on a PDF page. */
  readonly from: 'header' | 'placement';
  readonly page: number;
}

/** The stated resolution, or a guess with problem `intake.dpi-guessed`. */
export function resolve(stated: Stated): Resolution {
  const { dpi, from } = stated;
  const longSide = Math.max(stated.width, stated.height);
  if (dpi !== undefined && dpi >= LOWEST && dpi <= HIGHEST) {
    const inches = longSide / dpi;
    const placeholder =
      PLACEHOLDERS.has(Math.round(dpi)) && (from === 'header' || inches > LONGEST_PLACEHOLDER_INCHES);
    if (!placeholder && inches <= LONGEST_INCHES) return { dpi: Number(dpi.toFixed(2)), problems: [] };
  }
  const guess = Math.min(HIGHEST, Math.max(LOWEST, fromA4(longSide)));
  const problem: Problem = {
    code: 'intake.dpi-guessed',
    params: { dpi: guess, page: stated.page },
    page: stated.page,
  };
  return { dpi: guess, problems: [problem] };
}
