// Pages as they are kept: layers look like the page, seals and pens keep their colour, what layers cannot show is a JPEG.
import { describe, expect, test } from 'vitest';
import type { GreyImage } from '../../core/ports.ts';
import { type RgbImage, toGrey } from '../clean/raster.ts';
import { drawSvg } from '../testing/draw-svg.ts';
import { flatPicture } from './flat-picture.ts';
import { decodeG4 } from './g4.ts';
import { isBitonal, legalPicture } from './keep-picture.ts';
import { likeness } from './look-alike.ts';
import { resizeGrey, resizeRgb } from './resize.ts';

const dpi = 200;
const [width, height] = [1000, 700];
const quality = 17;

const words = Array.from(
  { length: 12 },
  (_, row) =>
    `<text x="60" y="${80 + row * 44}" font-size="30" font-family="DejaVu Serif">Điều ${row + 1}. Họ tên: 036194008214 Nguyễn</text>`,
).join('');
const seal = '<circle cx="760" cy="520" r="90" fill="none" stroke="#d02030" stroke-width="9"/>';
const pen = '<path d="M600 600q60 -120 120 0t120 0t80 -60" fill="none" stroke="#2040c0" stroke-width="6"/>';
const pencil = '<path d="M80 650h380" stroke="#b4b4b4" stroke-width="3"/>';

async function drawn(body: string, paper = '#f4f1e6'): Promise<RgbImage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${body}</svg>`;
  return { width, height, data: await drawSvg(svg, (image) => image.removeAlpha().raw()) };
}

/** Black print alone, as cleaning gives it: the brightest channel of each pixel. */
function blackOf({ data }: RgbImage): GreyImage {
  const out = new Uint8Array(width * height);
  for (let i = 0; i < out.length; i++) out[i] = Math.max(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!);
  return { width, height, data: out };
}

async function kept(legal: RgbImage, bitonal = false) {
  const picture = await legalPicture({ legal, black: blackOf(legal), dpi }, { quality, bitonal });
  const flat = await flatPicture(picture);
  const size = { width: width / 2, height: height / 2 };
  return { picture, flat, like: likeness(await resizeRgb(legal, size), await resizeRgb(flat, size)) };
}

/** Mean of the pixels of `legal` that `wanted` picks, in both pictures. */
function meansOf(legal: RgbImage, flat: RgbImage, wanted: (r: number, g: number, b: number) => boolean) {
  const sums = [0, 0, 0, 0, 0, 0];
  let count = 0;
  for (let i = 0; i < legal.data.length; i += 3) {
    if (!wanted(legal.data[i]!, legal.data[i + 1]!, legal.data[i + 2]!)) continue;
    count++;
    for (let c = 0; c < 3; c++) {
      sums[c]! += legal.data[i + c]!;
      sums[c + 3]! += flat.data[i + c]!;
    }
  }
  expect(count).toBeGreaterThan(500);
  return sums.map((sum) => sum / count);
}

describe('a page of print, seal, pen and pencil', () => {
  test('is kept in layers that look like it, in fewer bytes', async () => {
    const legal = await drawn(words + seal + pen + pencil);
    const { picture, like } = await kept(legal);
    expect(picture.inks).toHaveLength(1);
    expect(like.similarity).toBeGreaterThan(0.98);
    expect(like.badCells).toBe(0);
    const plain = await legalPicture(
      { legal, black: blackOf(legal), dpi: 150 },
      { quality: 23, bitonal: false },
    );
    const bytes = (picture.jpeg?.length ?? 0) + (picture.inks?.[0]?.g4.length ?? 0);
    expect(bytes).toBeLessThan(plain.jpeg?.length ?? 0);
  });

  test.each([
    ['red seal', (r: number, g: number, b: number) => r > 190 && g < 70 && b < 80],
    ['blue pen', (r: number, g: number, b: number) => r < 60 && g < 90 && b > 170],
    ['pencil', (r: number, g: number, b: number) => r === g && g === b && r > 170 && r < 190],
  ])('keeps the %s', async (_, wanted) => {
    const legal = await drawn(words + seal + pen + pencil);
    const means = meansOf(legal, (await kept(legal)).flat, wanted);
    for (let c = 0; c < 3; c++) expect(Math.abs(means[c]! - means[c + 3]!)).toBeLessThan(25);
  });

  test('same page, same bytes', async () => {
    const legal = await drawn(words + seal);
    const [one, two] = [await kept(legal), await kept(legal)];
    expect(one.picture).toEqual(two.picture);
  });
});

test('the mask holds every dark pixel of the print', async () => {
  const legal = await drawn(words, '#ffffff');
  const { picture } = await kept(legal);
  const mask = await decodeG4(picture.inks![0]!.g4, width, height);
  const black = blackOf(legal).data;
  const lost = black.reduce((sum, value, i) => sum + (value < 40 && mask.data[i] !== 0 ? 1 : 0), 0);
  expect(lost).toBe(0);
});

test('a fax is one mask of black on white', async () => {
  const drawing = blackOf(await drawn(words, '#ffffff'));
  const data = new Uint8Array(width * height * 3);
  drawing.data.forEach((value, i) => {
    data.fill(value < 128 ? 0 : 255, i * 3, i * 3 + 3);
  });
  const fax: RgbImage = { width, height, data };
  expect(isBitonal(fax)).toBe(true);
  const { picture, flat } = await kept(fax, true);
  expect(picture.jpeg).toBeNull();
  expect(picture.inks).toHaveLength(1);
  expect(Buffer.compare(flat.data, data)).toBe(0);
  expect((await resizeGrey(await toGrey(flat), { width: 10, height: 7 })).data).toHaveLength(70);
});

describe('is kept as one JPEG', () => {
  test('a page without print', async () => {
    expect((await kept(await drawn(seal + pen))).picture).toMatchObject({ width, height, dpi });
    expect((await kept(await drawn(seal + pen))).picture.inks).toBeUndefined();
  });

  test('a dark photograph', async () => {
    const shades =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#777"/></linearGradient></defs>';
    const photo = `${shades}<rect x="50" y="50" width="900" height="600" fill="url(#g)"/>`;
    const { picture, like } = await kept(await drawn(photo));
    expect(picture.inks).toBeUndefined();
    expect(like.similarity).toBeGreaterThan(0.98);
  });

  test('a scan too coarse for hard rims', async () => {
    const legal = await drawn(words);
    const picture = await legalPicture(
      { legal, black: blackOf(legal), dpi: 150 },
      { quality, bitonal: false },
    );
    expect(picture.inks).toBeUndefined();
  });
});

test('colour is no black and white', async () => {
  expect(isBitonal(await drawn(words))).toBe(false);
  expect(isBitonal({ width: 1, height: 1, data: Uint8Array.of(255, 0, 0) })).toBe(false);
});
