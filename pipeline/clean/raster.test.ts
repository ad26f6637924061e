// Pictures as rasters: turning by right angles and mirroring lose nothing, turning by others goes clockwise.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  cropGrey,
  cropRgb,
  decodeRgb,
  mirrorRgb,
  type RgbImage,
  scaleGrey,
  turnGrey,
  turnRgb,
} from './raster.ts';

const noisy = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256),
});
const pixel = ({ width, data }: RgbImage, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('quarter turns are lossless', () => {
  const page = noisy(37, 23);
  test.each([
    [90, (x: number, y: number) => [22 - y, x]],
    [180, (x: number, y: number) => [36 - x, 22 - y]],
    [270, (x: number, y: number) => [y, 36 - x]],
  ] as const)('%i degrees clockwise', async (degrees, place) => {
    const turned = await turnRgb(page, degrees);
    for (let y = 0; y < page.height; y++) {
      for (let x = 0; x < page.width; x++) {
        const [u, v] = place(x, y);
        expect(pixel(turned, u!, v!)).toEqual(pixel(page, x, y));
      }
    }
  });

  test('four of them, or two mirrorings, give the page back', async () => {
    let turned = page;
    for (let i = 0; i < 4; i++) turned = await turnRgb(turned, 90);
    expect(Buffer.compare(turned.data, page.data)).toBe(0);
    const mirrored = await mirrorRgb(page);
    expect(pixel(mirrored, 0, 5)).toEqual(pixel(page, 36, 5));
    expect(Buffer.compare((await mirrorRgb(mirrored)).data, page.data)).toBe(0);
  });

  test('grey ones too', async () => {
    const grey = { width: 5, height: 3, data: Uint8Array.from({ length: 15 }, (_, i) => i * 17) };
    const turned = await turnGrey(grey, 90, 1);
    expect([turned.width, turned.height]).toEqual([3, 5]);
    expect([...turned.data.subarray(0, 3)]).toEqual([10 * 17, 5 * 17, 0]);
  });
});

test('other angles turn clockwise on a white ground that holds the whole page', async () => {
  const data = new Uint8Array(101 * 101 * 3).fill(255);
  // One dark dot right of the middle.
  data.fill(0, (50 * 101 + 89) * 3, (50 * 101 + 92) * 3);
  const turned = await turnRgb({ width: 101, height: 101, data }, 30);
  let darkest = { x: 0, y: 0, value: 255 };
  for (let y = 0; y < turned.height; y++)
    for (let x = 0; x < turned.width; x++) {
      const value = pixel(turned, x, y)[0]!;
      if (value < darkest.value) darkest = { x, y, value };
    }
  expect(turned.width).toBeGreaterThan(135);
  expect(darkest.x - turned.width / 2).toBeCloseTo(40 * Math.cos(Math.PI / 6), -1);
  expect(darkest.y - turned.height / 2).toBeCloseTo(40 * Math.sin(Math.PI / 6), -1);
  expect(pixel(turned, 1, 1)).toEqual([255, 255, 255]);
});

test.each([1.5, 0.5])('scaling by %d keeps the mean', async (factor) => {
  const grey = { width: 40, height: 20, data: new Uint8Array(800).map((_, i) => (i % 40 < 20 ? 40 : 200)) };
  const scaled = await scaleGrey(grey, factor);
  expect([scaled.width, scaled.height]).toEqual([40 * factor, 20 * factor]);
  expect(scaled.data.reduce((a, b) => a + b, 0) / scaled.data.length).toBeCloseTo(120, -0.5);
});

test('cropping takes exactly the area', async () => {
  const page = noisy(20, 10);
  const cut = await cropRgb(page, { left: 3, top: 2, width: 4, height: 5 });
  expect(pixel(cut, 0, 0)).toEqual(pixel(page, 3, 2));
  expect(pixel(cut, 3, 4)).toEqual(pixel(page, 6, 6));
  const grey = cropGrey(
    { width: 4, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
    { left: 1, top: 1, width: 2, height: 1 },
  );
  expect([...grey.data]).toEqual([6, 7]);
});

describe('decoding', () => {
  const raw = { raw: { width: 8, height: 8, channels: 1 as const } };
  const dots = Uint8Array.from({ length: 64 }, (_, i) => (i % 2 ? 255 : 0));
  test.each([
    ['grey PNG', () => sharp(dots, raw).toColourspace('b-w').png().toBuffer()],
    [
      'one-bit TIFF',
      () => sharp(dots, raw).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ],
  ])('%s becomes three equal channels', async (_name, make) => {
    const image = await decodeRgb(await make());
    expect([image.width, image.height, image.data.length]).toEqual([8, 8, 192]);
    expect(pixel(image, 0, 0)).toEqual([0, 0, 0]);
    expect(pixel(image, 1, 0)).toEqual([255, 255, 255]);
  });

  test('transparent becomes white', async () => {
    const clear = {
      create: { width: 4, height: 4, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    };
    expect(pixel(await decodeRgb(await sharp(clear).png().toBuffer()), 1, 1)).toEqual([255, 255, 255]);
  });

  test.each([
    ['no picture', Buffer.from('this is no picture')],
    ['empty', Buffer.alloc(0)],
  ])('%s is an input error', async (_name, bytes) => {
    await expect(decodeRgb(bytes)).rejects.toMatchObject({ kind: 'input', code: 'clean.undecodable' });
  });
});
