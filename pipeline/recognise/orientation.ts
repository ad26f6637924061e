// Which way is up, and how far the lines still slope: from the lines themselves, not from a page model.

import type { RightAngle } from '../../core/model.ts';
import type { FoundLine, GreyImage, LineFinder } from '../../core/ports.ts';
import { cutLine } from './cut-line.ts';
import type { UpsideJudge } from './upside.ts';

export interface Orientation {
  /** Clockwise degrees that make the page upright. */
  readonly rotation: RightAngle;
  /** Degrees clockwise that then make the lines level; 0 where there are too few lines to say. */
  readonly slope: number;
  /** Lines found: none means nothing to read. */
  readonly lines: number;
  /** How clear the vote between upright and head down was (0..1). */
  readonly certainty: number;
  /** The same lines where they lie on the picture that was given, in its pixels. */
  readonly found: readonly FoundLine[];
}

const degrees = (radians: number) => (radians * 180) / Math.PI;
const votingLines = 24;
// A line this many times longer than high has a direction.
const minimumAspect = 2;

/** Finds lines on a small picture of the page as it lies (any of four directions). */
export async function orientation(
  small: GreyImage,
  finder: LineFinder,
  judge: UpsideJudge,
): Promise<Orientation> {
  const lines = (await finder.find(small)).filter((l) => aspect(l) >= minimumAspect);
  if (lines.length === 0) return { rotation: 0, slope: 0, lines: 0, certainty: 0, found: [] };
  const angles = lines.map((l) => ({ angle: angleOf(l), weight: lengthOf(l) }));
  const lying = angles.filter((a) => Math.abs(a.angle) <= 45).reduce((n, a) => n + a.weight, 0);
  const standing = angles.filter((a) => Math.abs(a.angle) > 45).reduce((n, a) => n + a.weight, 0);
  const turned = standing > lying;
  const along = lines.filter((l) => Math.abs(angleOf(l)) > 45 === turned);
  const cuts = [...along]
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, votingLines)
    .map((l) => cutLine(small, reading(l, turned)).picture);
  const votes = await judge.upsideDown(cuts);
  const lean = votes.reduce((n, p) => n + (p - 0.5), 0) / (votes.length / 2);
  const upsideDown = lean > 0;
  const slopes = along.map((l) => ({ angle: reducedSlope(angleOf(l), turned), weight: lengthOf(l) }));
  const rotation = ((turned ? 270 : 0) + (upsideDown ? 180 : 0)) % 360;
  return {
    rotation: rotation as RightAngle,
    slope: -weightedMedian(slopes),
    lines: lines.length,
    certainty: Math.abs(lean),
    found: along,
  };
}

/** Angle of the long side in degrees, clockwise, within (-90, 90]. */
function angleOf(line: FoundLine): number {
  const [a, b] = line.corners;
  return degrees(Math.atan2(b.y - a.y, b.x - a.x));
}

const lengthOf = ({ corners: [a, b] }: FoundLine) => Math.hypot(b.x - a.x, b.y - a.y);
const aspect = (line: FoundLine) => {
  const [, b, c] = line.corners;
  return lengthOf(line) / Math.max(1, Math.hypot(c.x - b.x, c.y - b.y));
};

/** Slope left once the page is turned by a quarter. */
function reducedSlope(angle: number, turned: boolean): number {
  if (!turned) return angle;
  return angle > 0 ? angle - 90 : angle + 90;
}

/**
 * Corners ordered so that a line standing on end reads downwards (as after a turn by 270°), whichever way its angle
 * fell out.
 */
function reading(line: FoundLine, turned: boolean): FoundLine {
  if (!turned || angleOf(line) > 0) return line;
  const [a, b, c, d] = line.corners;
  return { ...line, corners: [c, d, a, b] };
}

function weightedMedian(values: readonly { angle: number; weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.angle - b.angle);
  const half = sorted.reduce((n, v) => n + v.weight, 0) / 2;
  let sum = 0;
  for (const v of sorted) {
    sum += v.weight;
    if (sum >= half) return v.angle;
  }
  return 0;
}
