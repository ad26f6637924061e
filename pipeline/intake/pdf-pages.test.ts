// Scanned PDFs: the picture comes out untouched where the page is one picture, and always looks like the page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSource } from './open-source.ts';
import { holdPdf } from './pdfium/document.ts';
import type { PagePicture } from './source.ts';
import { jpegPicture, madePdf, madeScan, type PdfPageSpec, type PdfPicture } from './testing/made-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-intake-'));
afterAll(() => rmSync(folder, { recursive: true }));

let scan: Buffer;
let jpeg: PdfPicture;
/** 496 × 702 pixels on 178.56 × 252.72 points are 200 dpi. */
const SIZE: [number, number] = [178.56, 252.72];
const FULL = `q ${SIZE[0]} 0 0 ${SIZE[1]} 0 0 cm /P Do Q`;

beforeAll(async () => {
  scan = await madeScan();
  jpeg = await jpegPicture(scan);
});

async function firstPage(spec: PdfPageSpec): Promise<{ picture: PagePicture; pdf: Uint8Array }> {
  const pdf = await madePdf([spec]);
  const path = join(folder, 'page.pdf');
  writeFileSync(path, pdf);
  const source = await openSource(path);
  const picture = await source.page(1);
  await source.close();
  return { picture, pdf };
}

/** Mean difference between the picture, shown as it says, and PDFium's view of the page. */
async function differenceFromPage(picture: PagePicture, pdf: Uint8Array): Promise<number> {
  const parts = (async function* () {
    yield pdf;
  })();
  const held = await holdPdf(parts, pdf.length);
  const document = held === 'memory' ? held : held.open();
  if (typeof document === 'string') throw new Error(document);
  const view = await document.withPage(1, (page) =>
    page.render({
      width: Math.round(page.width * 4),
      height: Math.round(page.height * 4),
      annotations: true,
    }),
  );
  document.close();
  if (!view) throw new Error('no page');
  const size = {
    width: Math.round(view.width / 4),
    height: Math.round(view.height / 4),
    fit: 'fill',
  } as const;
  const { width, height } = view;
  const shown = await sharp(view.data, { raw: { width, height, channels: 3 } })
    .resize(size)
    .raw()
    .toBuffer();
  const turned = await sharp(picture.bytes).rotate(picture.rotation).toBuffer();
  const given = await sharp(turned).resize(size).toColourspace('srgb').raw().toBuffer();
  return given.reduce((total, value, i) => total + Math.abs(value - (shown[i] ?? 0)), 0) / given.length;
}

const turns: [name: string, spec: Omit<PdfPageSpec, 'picture'>, rotation: number][] = [
  ['as scanners write it', { content: FULL, size: SIZE }, 0],
  ['/Rotate 90', { content: FULL, size: SIZE, page: { Rotate: 90 } }, 90],
  ['/Rotate 180', { content: FULL, size: SIZE, page: { Rotate: 180 } }, 180],
  ['/Rotate 270', { content: FULL, size: SIZE, page: { Rotate: 270 } }, 270],
  ['/Rotate -90', { content: FULL, size: SIZE, page: { Rotate: -90 } }, 270],
  ['placed upside down', { content: 'q -178.56 0 0 -252.72 178.56 252.72 cm /P Do Q', size: SIZE }, 180],
  [
    'placed a quarter clockwise',
    { content: 'q 0 -178.56 252.72 0 0 178.56 cm /P Do Q', size: [252.72, 178.56] },
    90,
  ],
  [
    'placed a quarter back',
    { content: 'q 0 178.56 -252.72 0 252.72 0 cm /P Do Q', size: [252.72, 178.56] },
    270,
  ],
  [
    'placed a quarter back on a page turned 90',
    { content: 'q 0 178.56 -252.72 0 252.72 0 cm /P Do Q', size: [252.72, 178.56], page: { Rotate: 90 } },
    0,
  ],
  ['inside a form', { content: FULL.replace('/P', '/W'), size: SIZE }, 0],
  [
    'under invisible text',
    { content: `${FULL} BT 3 Tr /F 12 Tf 20 100 Td (hidden words) Tj ET`, size: SIZE },
    0,
  ],
  ['over a white ground', { content: `1 g 0 0 200 300 re f ${FULL}`, size: SIZE }, 0],
  ['with a narrow margin', { content: 'q 178.56 0 0 252.72 3 4 cm /P Do Q', size: [184.56, 260.72] }, 0],
  ['on a crop box', { content: FULL, size: [400, 400], page: { CropBox: [0, 0, ...SIZE] } }, 0],
  ['off the origin', { content: FULL, page: { MediaBox: [-1, -1, 178.56, 252.72] } }, 0],
];

describe('a page that is one JPEG gives that JPEG', () => {
  test.each(turns)('%s', async (name, spec, rotation) => {
    const { picture, pdf } = await firstPage({ ...spec, picture: jpeg });
    expect(Buffer.compare(Buffer.from(picture.bytes), Buffer.from(jpeg.bytes))).toBe(0);
    expect(picture).toMatchObject({
      verbatim: true,
      format: 'jpeg',
      rotation,
      mirrored: false,
      problems: [],
    });
    expect(picture.dpi).toBeCloseTo(200, 0);
    expect(picture).toMatchObject({ width: 496, height: 702 });
    expect(picture.nativeText).toBeUndefined();
    if (!/margin|origin/.test(name)) expect(await differenceFromPage(picture, pdf)).toBeLessThan(8);
  });

  test('grey', async () => {
    const grey = await sharp(scan).toColourspace('b-w').jpeg().toBuffer();
    const picture = { ...jpeg, bytes: grey, dictionary: { ...jpeg.dictionary, ColorSpace: 'DeviceGray' } };
    const page = (await firstPage({ picture, content: FULL, size: SIZE })).picture;
    expect(Buffer.compare(Buffer.from(page.bytes), grey)).toBe(0);
  });
});

describe('a page that is one picture coded otherwise comes out with the same samples', () => {
  const spec = { content: FULL, size: SIZE };

  test('deflated RGB', async () => {
    const raw = await sharp(scan).raw().toBuffer();
    const dictionary = { ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'FlateDecode' };
    const { picture } = await firstPage({
      ...spec,
      picture: { ...jpeg, bytes: deflateSync(raw), dictionary },
    });
    expect(picture).toMatchObject({ verbatim: false, format: 'png', width: 496, height: 702 });
    expect(Buffer.compare(await sharp(picture.bytes).raw().toBuffer(), raw)).toBe(0);
  });

  test('one bit, both ways round', async () => {
    const grey = await sharp(scan).toColourspace('b-w').threshold(128).raw().toBuffer();
    const row = Math.ceil(496 / 8);
    const bits = Buffer.alloc(row * 702);
    grey.forEach((value, i) => {
      const [x, y] = [i % 496, Math.floor(i / 496)];
      if (value > 0) bits[y * row + (x >> 3)] = (bits[y * row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    });
    const dictionary = { ColorSpace: 'DeviceGray', BitsPerComponent: 1, Filter: 'FlateDecode' };
    for (const Decode of [
      [0, 1],
      [1, 0],
    ]) {
      const bytes = deflateSync(Decode[0] === 0 ? bits : bits.map((value) => ~value));
      const { picture, pdf } = await firstPage({
        ...spec,
        picture: { ...jpeg, bytes, dictionary: { ...dictionary, Decode } },
      });
      expect(Buffer.compare(await sharp(picture.bytes).toColourspace('b-w').raw().toBuffer(), grey)).toBe(0);
      expect(picture.width).toBe(496);
      expect(await differenceFromPage(picture, pdf)).toBeLessThan(12);
    }
  });

  test('indexed colour', async () => {
    const pixels = Buffer.from(
      Array.from({ length: 496 * 702 }, (_, i) => (i % 496 < 200 ? 0 : i < 100_000 ? 1 : 2)),
    );
    const { context } = await (await import('pdf-lib')).PDFDocument.create();
    const { PDFHexString } = await import('pdf-lib');
    const ColorSpace = context.obj(['Indexed', 'DeviceRGB', 2, PDFHexString.of('ffffff20308000a040')]);
    const dictionary = { ColorSpace, BitsPerComponent: 8, Filter: 'FlateDecode' };
    const { picture, pdf } = await firstPage({
      ...spec,
      picture: { ...jpeg, bytes: deflateSync(pixels), dictionary },
    });
    const raw = await sharp(picture.bytes).raw().toBuffer();
    expect([...raw.subarray(0, 3)]).toEqual([0xff, 0xff, 0xff]);
    expect([...raw.subarray(300 * 3, 300 * 3 + 3)]).toEqual([0x20, 0x30, 0x80]);
    expect([...raw.subarray(-3)]).toEqual([0, 0xa0, 0x40]);
    expect(await differenceFromPage(picture, pdf)).toBeLessThan(8);
  });
});

describe('anything else is rendered at 300 dpi and looks like the page', () => {
  const cases: [name: string, spec: PdfPageSpec | (() => PdfPageSpec | Promise<PdfPageSpec>)][] = [
    ['visible text over the picture', { content: `${FULL} BT /F 30 Tf 20 100 Td (COPY) Tj ET` }],
    ['a line over the picture', { content: `${FULL} 5 w 0 0 m 170 250 l S` }],
    ['two pictures', { content: 'q 178 0 0 126 0 126 cm /P Do Q q 178 0 0 126 0 0 cm /P Do Q' }],
    ['a small picture', { content: 'q 90 0 0 120 40 60 cm /P Do Q' }],
    ['a mirrored picture', { content: 'q -178.56 0 0 252.72 178.56 0 cm /P Do Q' }],
    ['a slanted picture', { content: 'q 175 10 -10 250 8 0 cm /P Do Q' }],
    [
      'a stretched picture',
      async () => {
        const bytes = await sharp(scan).resize(496, 351, { fit: 'fill' }).jpeg().toBuffer();
        return { content: FULL, picture: { ...jpeg, bytes, height: 351 } };
      },
    ],
    [
      'a picture with a mask in it',
      () => ({
        content: FULL,
        picture: { ...jpeg, dictionary: { ...jpeg.dictionary, Mask: [0, 120, 0, 255, 0, 255] } },
      }),
    ],
    ['a picture cut by the page', { content: 'q 300 0 0 424 -60 -90 cm /P Do Q' }],
    ['a clipped picture', { content: `0 0 178 100 re W n ${FULL}` }],
    ['a faded picture', { content: `/G gs ${FULL}` }],
    [
      'inverted decoding',
      () => ({
        content: FULL,
        picture: { ...jpeg, dictionary: { ...jpeg.dictionary, Decode: [1, 0, 1, 0, 1, 0] } },
      }),
    ],
    [
      'a CMYK JPEG',
      async () => {
        const bytes = await sharp(scan).toColourspace('cmyk').jpeg().toBuffer();
        const dictionary = {
          ColorSpace: 'DeviceCMYK',
          BitsPerComponent: 8,
          Filter: 'DCTDecode',
          Decode: [1, 0, 1, 0, 1, 0, 1, 0],
        };
        return { content: FULL, picture: { ...jpeg, bytes, dictionary } };
      },
    ],
    ['a damaged JPEG', () => ({ content: FULL, picture: { ...jpeg, bytes: jpeg.bytes.subarray(0, 4000) } })],
    [
      'a JPEG of another size than it claims',
      () => ({ content: FULL, picture: { ...jpeg, width: 248, height: 351 } }),
    ],
    ['nothing at all', { content: '' }],
  ];
  test.each(cases)('%s', async (_, given) => {
    const spec = typeof given === 'function' ? await given() : given;
    const { picture, pdf } = await firstPage({ picture: jpeg, size: SIZE, ...spec });
    expect(picture).toMatchObject({ verbatim: false, format: 'png', dpi: 300, rotation: 0 });
    expect([picture.width, picture.height]).toEqual([744, 1053]);
    expect(await differenceFromPage(picture, pdf)).toBeLessThan(8);
  });

  test('a stamp annotation on the scan', async () => {
    const pdf = await madePdf([{ picture: jpeg, content: FULL, size: SIZE }], (document) => {
      const { context } = document;
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 60, 30] };
      const appearance = context.register(context.stream('1 0 0 rg 0 0 60 30 re f', form));
      const stamp = { Type: 'Annot', Subtype: 'Stamp', Rect: [20, 20, 80, 50], F: 4, AP: { N: appearance } };
      document.getPage(0).node.addAnnot(context.register(context.obj(stamp)));
    });
    const path = join(folder, 'stamp.pdf');
    writeFileSync(path, pdf);
    const source = await openSource(path);
    const picture = await source.page(1);
    expect(picture.verbatim).toBe(false);
    const { data, info } = await sharp(picture.bytes).raw().toBuffer({ resolveWithObject: true });
    const at =
      (Math.round((252.72 - 35) * (300 / 72)) * info.width + Math.round(50 * (300 / 72))) * info.channels;
    expect([...data.subarray(at, at + 3)]).toEqual([255, 0, 0]);
    await source.close();
  });

  test('a page of 5 m gets fewer dots, with a problem', async () => {
    const { picture } = await firstPage({ content: '0 0 5000 5000 re f', size: [14_000, 14_000] });
    expect(picture.width * picture.height).toBeLessThanOrEqual(50_000_000);
    expect(picture.problems).toEqual([
      { code: 'intake.rendered-coarser', params: { page: 1, dpi: picture.dpi }, page: 1 },
    ]);
  });
});
