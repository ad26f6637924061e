// Lays a scan on its legal copy to a fraction of a pixel: least squares over turning and offset (Gauss-Newton).
import { type Grey, shrink } from './similarity.ts';

/** Where the target's middle lies on the scan, in pixels of both, and by how many degrees the scan is turned (clockwise). */
export interface Pose {
  readonly degrees: number;
  readonly x: number;
  readonly y: number;
}

/** Blurring by these factors first lets the search see farther than one stroke of a letter. */
const LEVELS = [6, 3, 1] as const;
const ROUNDS = 8;

/** The pose near `start` at which the scan looks most like `target`; both have the same resolution. */
export function refine(scan: Grey, target: Grey, start: Pose): Pose {
  let pose = start;
  for (const factor of LEVELS) {
    const [small, goal] = factor === 1 ? [scan, target] : [shrink(scan, factor), shrink(target, factor)];
    // A pixel of the small picture lies in the middle of those it is the mean of.
    const down = (at: number) => (at - (factor - 1) / 2) / factor;
    const middle = { x: down(target.width / 2), y: down(target.height / 2) };
    let near = { degrees: pose.degrees, x: down(pose.x), y: down(pose.y) };
    for (let round = 0; round < ROUNDS; round += 1) near = step({ scan: small, target: goal, middle }, near);
    const up = (at: number) => at * factor + (factor - 1) / 2;
    pose = { degrees: near.degrees, x: up(near.x), y: up(near.y) };
  }
  return pose;
}

interface Level {
  readonly scan: Grey;
  readonly target: Grey;
  /** Of the target, in its pixels. */
  readonly middle: { readonly x: number; readonly y: number };
}

/** One Gauss-Newton step over every third pixel of every third row. */
function step({ scan, target, middle }: Level, pose: Pose): Pose {
  const turn = (-pose.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const normal = [0, 0, 0, 0, 0, 0];
  const right = [0, 0, 0];
  for (let row = 2; row < target.height - 2; row += 3) {
    for (let column = 2; column < target.width - 2; column += 3) {
      const [dx, dy] = [column - middle.x, row - middle.y];
      const [x, y] = [pose.x + cos * dx - sin * dy, pose.y + sin * dx + cos * dy];
      if (x < 1 || y < 1 || x > scan.width - 3 || y > scan.height - 3) continue;
      const value = linear(scan, x, y);
      const slopeX = (linear(scan, x + 1, y) - linear(scan, x - 1, y)) / 2;
      const slopeY = (linear(scan, x, y + 1) - linear(scan, x, y - 1)) / 2;
      // What turning by a radian does to this place.
      const slopeTurn = slopeX * (-sin * dx - cos * dy) + slopeY * (cos * dx - sin * dy);
      const gap = target.data[row * target.width + column]! - value;
      accumulate(normal, right, [slopeTurn, slopeX, slopeY], gap);
    }
  }
  const found = solve(normal, right);
  return {
    degrees: pose.degrees - (found[0]! * 180) / Math.PI,
    x: pose.x + found[1]!,
    y: pose.y + found[2]!,
  };
}

function accumulate(normal: number[], right: number[], slope: readonly number[], gap: number): void {
  const [a, b, c] = slope as [number, number, number];
  const products = [a * a, a * b, a * c, b * b, b * c, c * c];
  for (let i = 0; i < 6; i += 1) normal[i]! += products[i]!;
  for (let i = 0; i < 3; i += 1) right[i]! += slope[i]! * gap;
}

/** Symmetric 3 × 3 by Cramer's rule. */
function solve(n: readonly number[], r: readonly number[]): number[] {
  const [a, b, c, d, e, f] = n as [number, number, number, number, number, number];
  const [p, q, s] = r as [number, number, number];
  const [m0, m1, m2] = [d * f - e * e, c * e - b * f, b * e - c * d];
  const whole = a * m0 + b * m1 + c * m2;
  if (Math.abs(whole) < 1e-9) return [0, 0, 0];
  return [
    (p * m0 + q * m1 + s * m2) / whole,
    (p * m1 + q * (a * f - c * c) + s * (b * c - a * e)) / whole,
    (p * m2 + q * (b * c - a * e) + s * (a * d - b * b)) / whole,
  ];
}

function linear({ width, data }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - left, y - top];
  const at = top * width + left;
  const upper = data[at]! * (1 - u) + data[at + 1]! * u;
  const lower = data[at + width]! * (1 - u) + data[at + width + 1]! * u;
  return upper * (1 - v) + lower * v;
}

/** The part of the scan that the target shows, sampled bicubically; white where the scan ends. */
export function sampled(scan: Grey, target: { width: number; height: number }, pose: Pose): Grey {
  const turn = (-pose.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const data = new Uint8Array(target.width * target.height);
  for (let row = 0; row < target.height; row += 1) {
    for (let column = 0; column < target.width; column += 1) {
      const [dx, dy] = [column - target.width / 2, row - target.height / 2];
      const [x, y] = [pose.x + cos * dx - sin * dy, pose.y + sin * dx + cos * dy];
      data[row * target.width + column] = cubic(scan, x, y);
    }
  }
  return { width: target.width, height: target.height, data };
}

/** Catmull-Rom over 4 × 4 pixels; white outside, as a turned page is filled. */
function cubic(scan: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 1 || top < 1 || left > scan.width - 3 || top > scan.height - 3) return 255;
  const [across, down] = [weights(x - left), weights(y - top)];
  let total = 0;
  for (let j = 0; j < 4; j += 1) {
    const at = (top - 1 + j) * scan.width + left - 1;
    let rowTotal = 0;
    for (let i = 0; i < 4; i += 1) rowTotal += across[i]! * scan.data[at + i]!;
    total += down[j]! * rowTotal;
  }
  return Math.max(0, Math.min(255, Math.round(total)));
}

const weights = (t: number): readonly number[] => [
  ((-t + 2) * t - 1) * t * 0.5,
  ((3 * t - 5) * t * t + 2) * 0.5,
  ((-3 * t + 4) * t + 1) * t * 0.5,
  (t - 1) * t * t * 0.5,
];
