// Plane geometry for text boxes: convex hull, smallest rectangle round a set of points, growing it.
import type { Point } from '../../core/ports.ts';

/** A rectangle at any angle: `angle` in radians, clockwise on the picture, of the side called width. */
export interface Rectangle {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

const cross = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Convex hull by Andrew's monotone chain, counter-clockwise in a y-up system. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length >= 2 && cross(out[out.length - 2]!, out[out.length - 1]!, p) <= 0) out.pop();
      out.push(p);
    }
    out.pop();
    return out;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Smallest-area rectangle round the points; its width is the longer side, its angle within (-90°, 90°]. */
export function smallestRectangle(points: readonly Point[]): Rectangle {
  const hull = convexHull(points);
  let best: Rectangle | null = null;
  let bestArea = Number.POSITIVE_INFINITY;
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i]!;
    const b = hull[(i + 1) % hull.length]!;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const candidate = rectangleAtAngle(hull, angle);
    const area = candidate.width * candidate.height;
    if (area < bestArea) {
      bestArea = area;
      best = candidate;
    }
  }
  const only = points[0] ?? { x: 0, y: 0 };
  return lying(best ?? { centre: only, width: 0, height: 0, angle: 0 });
}

function rectangleAtAngle(points: readonly Point[], angle: number): Rectangle {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let minU = Number.POSITIVE_INFINITY;
  let maxU = Number.NEGATIVE_INFINITY;
  let minV = Number.POSITIVE_INFINITY;
  let maxV = Number.NEGATIVE_INFINITY;
  for (const p of points) {
    const u = p.x * cos + p.y * sin;
    const v = -p.x * sin + p.y * cos;
    if (u < minU) minU = u;
    if (u > maxU) maxU = u;
    if (v < minV) minV = v;
    if (v > maxV) maxV = v;
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  return {
    centre: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: maxU - minU,
    height: maxV - minV,
    angle,
  };
}

/** The same rectangle with its longer side as width and its angle in (-90°, 90°]. */
function lying(r: Rectangle): Rectangle {
  let { width, height, angle } = r;
  if (height > width) {
    [width, height] = [height, width];
    angle += Math.PI / 2;
  }
  while (angle > Math.PI / 2) angle -= Math.PI;
  while (angle <= -Math.PI / 2) angle += Math.PI;
  return { centre: r.centre, width, height, angle };
}

/** Corners clockwise from the top left of the text running along `angle`. */
export function cornersOf(r: Rectangle): [Point, Point, Point, Point] {
  const cos = Math.cos(r.angle);
  const sin = Math.sin(r.angle);
  const at = (u: number, v: number): Point => ({
    x: r.centre.x + u * cos - v * sin,
    y: r.centre.y + u * sin + v * cos,
  });
  const w = r.width / 2;
  const h = r.height / 2;
  return [at(-w, -h), at(w, -h), at(w, h), at(-w, h)];
}
