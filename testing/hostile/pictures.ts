// JPEG and PNG files that lie, break off or blow up, and odd ones that are sound.
import { crc32 } from 'node:zlib';
import type { Sharp } from 'sharp';
import { type FileTable, filesOf, type HostileFile } from './hostile-file.ts';
import { deflatedZeros } from './raw-pdf.ts';
import { smallScan } from './small-scan.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, data: Uint8Array, claims = data.length): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(claims);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colour?: number;
}

/** A PNG of these chunks between header and end. */
function png({ width, height, depth = 8, colour = 0 }: PngHeader, ...chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, 0], 8);
  return Buffer.concat([PNG, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

const zeros = (count: number): Buffer => chunk('IDAT', deflatedZeros(count));
const black = (side: number, ...before: readonly Buffer[]): Buffer =>
  png({ width: side, height: side }, ...before, zeros(side * (side + 1)));

/** A JPEG whose header claims this size; one grey component, next to no data. */
export function claimedJpeg(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const parts = ['ffd8', `ffdb004300${'10'.repeat(64)}`, `ffc0000b08${size.toString('hex')}01011100`];
  const tables = [
    `ffc40014000100000000000000000000000000000003`,
    `ffc40014100100000000000000000000000000000000`,
  ];
  return Buffer.from([...parts, ...tables, 'ffda0008010100003f00', '3f3f3f', 'ffd9'].join(''), 'hex');
}

/** The scan as JPEG with a segment put behind the start marker. */
async function jpegWith(segment: Uint8Array): Promise<Buffer> {
  const jpeg = await (await smallScan()).jpeg({ quality: 80 }).toBuffer();
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** EXIF (big-endian TIFF) of one directory. */
function exif(entries: readonly string[], next: string): Buffer {
  const count = entries.length.toString(16).padStart(4, '0');
  const body = Buffer.from(`4578696600004d4d002a00000008${count}${entries.join('')}${next}`, 'hex');
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** JFIF with this density, dots an inch. */
function jfif(density: number): Buffer {
  const segment = Buffer.from('ffe000104a46494600010101000000000000', 'hex');
  segment.writeUInt16BE(density, 12);
  segment.writeUInt16BE(density, 14);
  return segment;
}

/** PNG's pHYs chunk, dots a metre. */
function dots(metre: number): Buffer {
  const data = Buffer.alloc(9);
  data.writeUInt32BE(metre, 0);
  data.writeUInt32BE(metre, 4);
  data[8] = 1;
  return chunk('pHYs', data);
}

const jpeg = async (share: number): Promise<Buffer> => {
  const whole = await (await smallScan()).jpeg({ quality: 80 }).toBuffer();
  return whole.subarray(0, Math.floor(whole.length * share));
};
const pngOf = async (make: (image: Sharp) => Sharp): Promise<Buffer> =>
  make(await smallScan())
    .png()
    .toBuffer();
const pngWith = async (extra: Buffer): Promise<Buffer> => {
  const whole = await pngOf((image) => image);
  // Behind IHDR: 8 bytes of magic, 25 of header.
  return Buffer.concat([whole.subarray(0, 33), extra, whole.subarray(33)]);
};
const orientation = (value: string) => exif([`011200030000000100${value}0000`], '00000000');

const table: FileTable = {
  'empty.jpg': ['refused', () => ''],
  'one-byte.png': ['refused', () => '\x89'],
  'text.jpg': ['refused', () => 'This is a text and no picture.\n'.repeat(50)],
  'only-magic.jpg': ['refused', () => Buffer.from('ffd8ffe0', 'hex')],
  'noise.jpg': ['refused', () => Buffer.concat([Buffer.from('ffd8ff', 'hex'), deflatedZeros(9_000_000)])],
  'cut-1.jpg': ['refused', () => jpeg(0.02)],
  'cut-50.jpg': ['refused', () => jpeg(0.5)],
  'cut-90.jpg': ['refused', () => jpeg(0.9)],
  'size-30000.jpg': ['refused', () => claimedJpeg(30_000, 30_000)],
  'size-65500.jpg': ['refused', () => claimedJpeg(65_500, 65_500)],
  'size-within-the-limit.jpg': ['refused', () => claimedJpeg(17_000, 17_000)],
  'size-0.jpg': ['refused', () => claimedJpeg(0, 0)],
  'height-0.jpg': ['refused', () => claimedJpeg(100, 0)],
  'exif-in-a-loop.jpg': ['either', () => jpegWith(exif(['876900040000000100000008'], '00000008'))],
  'exif-points-outside.jpg': ['either', () => jpegWith(exif(['011a00057fffffff7fffffff'], '7ffffff0'))],
  'exif-turned-99.jpg': ['taken', () => jpegWith(orientation('63'))],
  'exif-turned-7.jpg': ['taken', () => jpegWith(orientation('07'))],
  'segment-too-long.jpg': ['refused', () => jpegWith(Buffer.from('ffe2ffff4943', 'hex'))],
  'profile-broken.jpg': [
    'either',
    () => jpegWith(Buffer.from(`ffe20012${Buffer.from('ICC_PROFILE\0\x01\x02xy').toString('hex')}`, 'hex')),
  ],
  'dpi-0.jpg': ['taken', () => jpegWith(jfif(0))],
  'dpi-1.jpg': ['taken', () => jpegWith(jfif(1))],
  'dpi-65535.jpg': ['taken', () => jpegWith(jfif(65_535))],
  'cmyk.jpg': [
    'taken',
    async () => (await smallScan()).toColourspace('cmyk').jpeg({ quality: 80 }).toBuffer(),
  ],
  'progressive.jpg': [
    'taken',
    async () => (await smallScan()).jpeg({ progressive: true, quality: 75 }).toBuffer(),
  ],
  'two-pictures.jpg': ['taken', async () => Buffer.concat([await jpeg(1), await jpeg(1)])],
  'zip-behind.jpg': [
    'taken',
    async () => Buffer.concat([await jpeg(1), Buffer.from('PK\x03\x04../../x.pdf')]),
  ],
  'cut-50.png': ['refused', async () => (await pngOf((image) => image)).subarray(0, 4000)],
  'size-30000.png': ['refused', () => png({ width: 30_000, height: 30_000 }, zeros(1000))],
  'size-2-billion.png': ['refused', () => png({ width: 2 ** 31 - 1, height: 2 ** 31 - 1 }, zeros(1000))],
  'size-0.png': ['refused', () => png({ width: 0, height: 0 }, zeros(10))],
  'bomb-within-the-limit.png': ['either', () => black(17_000)],
  'bomb-of-64-bits.png': [
    'either',
    () => png({ width: 15_000, height: 15_000, depth: 16, colour: 6 }, zeros(15_000 * 120_001)),
  ],
  'bomb-in-a-comment.png': [
    'either',
    () => pngWith(chunk('zTXt', Buffer.concat([Buffer.from('k\0\0'), deflatedZeros(2 ** 31)]))),
  ],
  'bomb-in-the-profile.png': [
    'either',
    () => pngWith(chunk('iCCP', Buffer.concat([Buffer.from('k\0\0'), deflatedZeros(2 ** 31)]))),
  ],
  'no-data.png': ['refused', () => png({ width: 300, height: 400 })],
  'no-palette.png': ['either', () => png({ width: 90, height: 90, colour: 3 }, zeros(90 * 91))],
  'depth-wrong.png': ['refused', () => png({ width: 90, height: 90, depth: 3 }, zeros(90 * 91))],
  'chunk-of-4-gb.png': [
    'refused',
    () => png({ width: 90, height: 90 }, chunk('IDAT', Buffer.from('abc'), 0xffffffff)),
  ],
  'dpi-0.png': ['taken', () => pngWith(dots(0))],
  'dpi-1.png': ['taken', () => pngWith(dots(39))],
  'dpi-100000.png': ['taken', () => pngWith(dots(3_937_008))],
  'bits-16.png': ['taken', () => pngOf((image) => image.toColourspace('rgb16'))],
  'bits-1.png': [
    'taken',
    async () => (await smallScan()).threshold(140).png({ palette: true, colours: 2 }).toBuffer(),
  ],
  'see-through.png': ['either', () => pngOf((image) => image.ensureAlpha(0))],
  'one-pixel.png': ['either', () => black(1)],
  'one-row.png': ['either', () => png({ width: 30_000, height: 1 }, zeros(30_001))],
  'one-column.png': ['either', () => png({ width: 1, height: 30_000 }, zeros(60_000))],
  'drawing.png': [
    'refused',
    () => '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
  ],
  'moving.png': ['refused', () => 'GIF89a\x01\0\x01\0\0\0\0;'],
  'web.jpg': ['refused', () => 'RIFF\x10\0\0\0WEBPVP8 \0\0\0\0'],
  'word.pdf': ['refused', () => 'PK\x03\x04\x14\0\0\0\0\0word/document.xml'],
};

export const pictures: readonly HostileFile[] = filesOf('picture', table);
