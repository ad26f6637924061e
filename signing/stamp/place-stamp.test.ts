// Where the stamp goes: near its corner, off the text, never on a QR.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, type PlaceRequest, placeStamp, type Size } from './place-stamp.ts';

const A4: Size = { width: 595, height: 842 };
const BLOCKS: readonly Size[] = [
  { width: 180, height: 36 },
  { width: 135, height: 28 },
];
const place = (request: Partial<PlaceRequest>): Place | null =>
  placeStamp({ page: A4, keepFree: [], marks: [], blocks: BLOCKS, corner: 'top-left', ...request });

describe('placeStamp', () => {
  test('an empty page: in the corner, wished size', () => {
    expect(place({})).toEqual({ block: 0, x: 11, y: 11, overlap: 0 });
    expect(place({ corner: 'top-right' })).toEqual({ block: 0, x: 595 - 180 - 11, y: 11, overlap: 0 });
  });

  test('the head of a letter leaves the top margin free', () => {
    const found = place({ keepFree: [[0.12, 0.07, 0.35, 0.1]] });
    expect(found).toMatchObject({ block: 0, x: 11, y: 11, overlap: 0 });
  });

  test('a QR in the corner moves it along the top margin', () => {
    const found = place({ marks: [[0.02, 0.02, 0.1, 0.07]] });
    expect(found?.y).toBe(11);
    expect(found?.x).toBeGreaterThan(0.12 * 595);
    expect(found?.x).toBeLessThan(0.12 * 595 + 12);
  });

  test('a narrow gap makes it smaller rather than send it away', () => {
    const found = place({ keepFree: [[0, 0.055, 1, 0.9]] });
    expect(found).toMatchObject({ block: 1, overlap: 0 });
  });

  test('a full top sends it down the left margin', () => {
    const found = place({ keepFree: [[0, 0, 1, 0.5]] });
    expect(found?.overlap).toBe(0);
    expect(found?.x).toBe(11);
    expect(found?.y).toBeGreaterThan(421);
  });

  test('a page full of text: least text, off the QR', () => {
    const found = place({
      keepFree: [
        [0, 0, 1, 0.1],
        [0, 0.1, 1, 0.9],
      ],
      marks: [[0, 0, 0.3, 0.1]],
    });
    expect(found?.overlap).toBeGreaterThan(0);
    expect(found!.x >= 0.3 * 595 || found!.y >= 0.1 * 842).toBe(true);
  });

  test('nowhere but on a QR, or a page too small: no place', () => {
    expect(place({ marks: [[0, 0, 1, 1]] })).toBeNull();
    expect(place({ page: { width: 100, height: 100 } })).toBeNull();
  });

  test('always on the page, never on a mark, on text only where it says so', () => {
    const box = fc
      .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0, max: 1, noNaN: true })))
      .map(([x, y, w, h]) => [x! * 0.9, y! * 0.9, w! * 0.4, h! * 0.1] as const);
    const boxes = fc.array(box, { maxLength: 25 });
    fc.assert(
      fc.property(boxes, boxes, fc.boolean(), (keepFree, marks, right) => {
        const found = place({ keepFree, marks, corner: right ? 'top-right' : 'top-left' });
        if (!found) return;
        const size = BLOCKS[found.block]!;
        const covers = ([x, y, w, h]: readonly [number, number, number, number]): boolean =>
          found.x < (x + w) * 595 &&
          found.x + size.width > x * 595 &&
          found.y < (y + h) * 842 &&
          found.y + size.height > y * 842;
        expect(found.x >= 0 && found.y >= 0).toBe(true);
        expect(found.x + size.width <= 595 && found.y + size.height <= 842).toBe(true);
        expect(marks.some(covers)).toBe(false);
        if (found.overlap === 0) expect(keepFree.some(covers)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
