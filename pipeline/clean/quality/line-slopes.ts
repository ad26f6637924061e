// How level the found lines are after the page was straightened, and whether they agree with each other.
import type { FoundLine } from '../../../core/ports.ts';
import { median } from './line-samples.ts';

export interface Slopes {
  /** Degrees by which the middle line still slopes. */
  readonly left: number;
  /** Degrees between the lines' own slopes: the middle of their distances from the middle one. */
  readonly spread: number;
  /** Lines long enough to have a slope. */
  readonly lines: number;
}

// A shorter line (share of the picture's long side) has no slope that can be told to a tenth of a degree.
const shortest = 0.14;

/** `applied`: degrees clockwise by which the page was straightened beside the quarter turns. */
export function slopesLeft(found: readonly FoundLine[], longSide: number, applied: number): Slopes {
  const slopes = found
    .filter((line) => lengthOf(line) >= shortest * longSide)
    .map((line) => slopeOf(line) + applied);
  const middle = median(slopes);
  return {
    left: Math.abs(middle),
    spread: median(slopes.map((slope) => Math.abs(slope - middle))),
    lines: slopes.length,
  };
}

const lengthOf = ({ corners: [a, b] }: FoundLine) => Math.hypot(b.x - a.x, b.y - a.y);

/** Degrees clockwise from the nearest axis, -45..45. */
function slopeOf({ corners: [a, b] }: FoundLine): number {
  const angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  return angle - 90 * Math.round(angle / 90);
}
