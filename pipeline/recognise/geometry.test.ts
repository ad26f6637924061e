// Rectangles round points: the smallest one is found at any angle, its corners go clockwise.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convexHull, cornersOf, type Rectangle, smallestRectangle } from './geometry.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

describe('smallest rectangle', () => {
  const angles = [-89, -60, -45, -10, -0.5, 0, 3, 30, 45, 75, 90];
  test.each(angles)('of the points of one turned by %d degrees is that one', (degrees) => {
    const laid: Rectangle = { centre: { x: 310, y: -45 }, width: 200, height: 30, angle: radians(degrees) };
    const [a, b, c, d] = cornersOf(laid);
    const inside = [0.2, 0.5, 0.9].flatMap((s) =>
      [0.1, 0.6].map((t) => ({
        x: a.x + (b.x - a.x) * s + (d.x - a.x) * t,
        y: a.y + (b.y - a.y) * s + (d.y - a.y) * t,
      })),
    );
    const found = smallestRectangle([...inside, a, b, c, d]);
    expect(found.centre.x).toBeCloseTo(310, 6);
    expect(found.centre.y).toBeCloseTo(-45, 6);
    expect([found.width, found.height]).toEqual([expect.closeTo(200, 6), expect.closeTo(30, 6)]);
    // The same line: half a turn more or less is no difference.
    expect(Math.abs(Math.sin(found.angle - laid.angle))).toBeLessThan(1e-6);
    expect(found.angle).toBeGreaterThan(-Math.PI / 2);
    expect(found.angle).toBeLessThanOrEqual(Math.PI / 2);
  });

  test.each([
    ['no point', [], { width: 0, height: 0 }],
    ['one point', [{ x: 3, y: 4 }], { width: 0, height: 0 }],
    [
      'two points',
      [
        { x: 0, y: 0 },
        { x: 3, y: 4 },
      ],
      { width: 5, height: 0 },
    ],
    [
      'points in a row',
      [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
        { x: 9, y: 0 },
      ],
      { width: 9, height: 0 },
    ],
  ])('of %s', (_what, points, size) => {
    const found = smallestRectangle(points);
    expect(found.width).toBeCloseTo(size.width, 6);
    expect(found.height).toBeCloseTo(size.height, 6);
  });

  const point = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) });
  test('holds every point, and is never larger than the upright one', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const { centre, width, height, angle } = smallestRectangle(points);
        for (const p of points) {
          const [x, y] = [p.x - centre.x, p.y - centre.y];
          expect(Math.abs(x * Math.cos(angle) + y * Math.sin(angle))).toBeLessThanOrEqual(width / 2 + 1e-6);
          expect(Math.abs(-x * Math.sin(angle) + y * Math.cos(angle))).toBeLessThanOrEqual(height / 2 + 1e-6);
        }
        const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
        const upright = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
        expect(width * height).toBeLessThanOrEqual(upright + 1e-6);
      }),
    );
  });
});

test('the hull leaves out what lies inside or on its edges', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ].map(([x, y]) => ({ x: x!, y: y! }));
  const hull = convexHull([...square, { x: 5, y: 5 }, { x: 5, y: 0 }, { x: 10, y: 3 }]);
  expect(hull).toHaveLength(4);
  expect(hull).toEqual(expect.arrayContaining(square));
});

test('corners go clockwise from the top left', () => {
  const corners = cornersOf({ centre: { x: 50, y: 20 }, width: 40, height: 10, angle: 0 });
  expect(corners).toEqual([
    { x: 30, y: 15 },
    { x: 70, y: 15 },
    { x: 70, y: 25 },
    { x: 30, y: 25 },
  ]);
});
