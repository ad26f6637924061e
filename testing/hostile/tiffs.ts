// TIFFs with broken tags: offsets into nothing, directories that loop, counts beyond reason, strips that are not there.
import type { Sharp, TiffOptions } from 'sharp';
import { type FileTable, filesOf, type HostileFile } from './hostile-file.ts';
import { deflatedZeros } from './raw-pdf.ts';
import { AT_STRIP, FIRST, type GreyPage, greyPage, rawTiff, type TiffTag, TYPE } from './raw-tiff.ts';
import { smallScan } from './small-scan.ts';

const [WIDE, HIGH] = [120, 160];
const grey = Buffer.alloc(WIDE * HIGH, 200).fill(0, WIDE * 40, WIDE * 60);
const base: GreyPage = { width: WIDE, height: HIGH, data: grey };
const sound = greyPage(base);

/** One page, these tags wrong. */
const wrong =
  (...tags: readonly TiffTag[]) =>
  () =>
    rawTiff([greyPage({ ...base, tags })]);
const long = (tag: number, value: number, count = 1): TiffTag => [tag, TYPE.long, count, value];
const short = (tag: number, value: number, count = 1): TiffTag => [tag, TYPE.short, count, value];
const cut = (share: number) => () => {
  const whole = rawTiff([sound]);
  return whole.subarray(0, Math.floor(whole.length * share));
};

async function scan(dpi = 200): Promise<GreyPage> {
  const { data, info } = await (await smallScan()).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, dpi };
}
const scanned = async (dpi: number): Promise<Buffer> => rawTiff([greyPage(await scan(dpi))]);
const squeezed = async (options: TiffOptions): Promise<Buffer> =>
  (await smallScan()).tiff(options).toBuffer();

const fax = (image: Sharp): Promise<Buffer> =>
  image.toColourspace('b-w').threshold(128).tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer();

const zeroPage =
  (side: number, ...tags: readonly TiffTag[]) =>
  () => {
    const data = deflatedZeros(side * side);
    return rawTiff([greyPage({ width: side, height: side, data, tags: [short(259, 8), ...tags] })]);
  };

const table: FileTable = {
  'only-magic.tif': ['refused', () => Buffer.from('49492a00', 'hex')],
  'no-directory.tif': ['refused', () => Buffer.from('49492a0000000000', 'hex')],
  'directory-behind-the-end.tif': ['refused', () => Buffer.from('49492a00ffffff7f', 'hex')],
  'big-and-empty.tif': ['refused', () => Buffer.from('49492b00080000000000000000000000', 'hex')],
  'cut-in-the-directory.tif': ['refused', () => rawTiff([sound]).subarray(0, 60)],
  'cut-50.tif': ['refused', cut(0.5)],
  'cut-99.tif': ['refused', cut(0.99)],
  'directory-of-65535.tif': ['either', () => rawTiff([{ ...sound, claims: 65_535 }])],
  'directory-of-none.tif': ['refused', () => rawTiff([{ ...sound, claims: 0 }])],
  'directory-points-at-itself.tif': ['either', () => rawTiff([{ ...sound, next: FIRST }])],
  'directories-in-a-ring.tif': ['either', () => rawTiff([sound, sound, { ...sound, next: FIRST }])],
  'next-behind-the-end.tif': ['either', () => rawTiff([{ ...sound, next: 0x7fffffff }])],
  'pages-below-pages.tif': ['either', wrong(long(330, FIRST))],
  'pages-5500.tif': ['refused', () => rawTiff(Array.from({ length: 5500 }, () => ({ tags: sound.tags })))],
  'second-page-broken.tif': [
    'either',
    () => rawTiff([sound, greyPage({ ...base, tags: [long(273, 0x7ffffff0)] })]),
  ],
  'strip-behind-the-end.tif': ['refused', wrong(long(273, 0x7ffffff0))],
  'strip-of-4-gb.tif': ['either', wrong(long(279, 0xffffffff))],
  'strip-of-nothing.tif': ['either', wrong(long(279, 0))],
  'strips-4-billion.tif': ['refused', wrong([273, TYPE.long, 0xffffffff, AT_STRIP])],
  'strips-missing.tif': [
    'refused',
    () => {
      const tags = sound.tags.filter(([tag]) => tag !== 273 && tag !== 279);
      return rawTiff([{ tags, strip: grey }]);
    },
  ],
  'rows-0.tif': ['either', wrong(long(278, 0))],
  'rows-4-billion.tif': ['either', wrong(long(278, 0xffffffff))],
  'size-0.tif': ['refused', wrong(long(256, 0), long(257, 0))],
  'size-30000.tif': ['refused', wrong(long(256, 30_000), long(257, 30_000))],
  'size-30000-fax.tif': [
    'refused',
    wrong(long(256, 30_000), long(257, 30_000), short(258, 1), short(259, 4), long(278, 30_000)),
  ],
  'size-4-billion.tif': ['refused', wrong(long(256, 0xffffffff), long(257, 0xffffffff))],
  'bits-64.tif': ['either', wrong(short(258, 64))],
  'bits-0.tif': ['either', wrong(short(258, 0))],
  'bits-32-real.tif': ['either', wrong(short(258, 32), short(339, 3))],
  'samples-65535.tif': ['refused', wrong(short(277, 65_535))],
  'colours-unknown.tif': ['either', wrong(short(262, 999))],
  'squeezed-in-an-unknown-way.tif': ['refused', wrong(short(259, 54_321))],
  'jpeg-inside-broken.tif': ['refused', wrong(short(259, 7))],
  'jpeg-of-the-old-kind.tif': ['refused', wrong(short(259, 6), long(513, 0x7fffffff), long(514, 99))],
  'fax-of-noise.tif': ['either', wrong(short(258, 1), short(259, 4))],
  'lzw-of-noise.tif': ['either', wrong(short(259, 5))],
  'tiles-of-0.tif': ['either', wrong(long(322, 0), long(323, 0), long(324, AT_STRIP), long(325, 9))],
  'tiles-of-2-billion.tif': [
    'either',
    wrong(long(322, 0x7ffffff0), long(323, 0x7ffffff0), long(324, AT_STRIP), long(325, 9)),
  ],
  'description-of-4-gb.tif': ['either', wrong([270, TYPE.ascii, 0xffffffff, AT_STRIP])],
  'bomb.tif': ['either', zeroPage(17_000)],
  'bomb-too-large.tif': ['refused', zeroPage(30_000)],
  'dpi-0.tif': ['taken', () => scanned(0)],
  'dpi-1.tif': ['taken', () => scanned(1)],
  'dpi-100000.tif': ['taken', () => scanned(100_000)],
  'dpi-divided-by-0.tif': [
    'taken',
    async () => rawTiff([greyPage({ ...(await scan()), tags: [[282, TYPE.rational, 1, Buffer.alloc(8)]] })]),
  ],
  'big-endian.tif': ['either', () => rawTiff([sound], { little: false })],
  'fax.tif': ['taken', async () => fax(await smallScan())],
  'jpeg-inside.tif': ['taken', () => squeezed({ compression: 'jpeg' })],
  'tiles.tif': ['taken', () => squeezed({ tile: true, tileWidth: 64, tileHeight: 64, compression: 'lzw' })],
  'cmyk.tif': ['taken', async () => (await smallScan()).toColourspace('cmyk').tiff().toBuffer()],
  'bits-16.tif': ['taken', async () => (await smallScan()).toColourspace('grey16').tiff().toBuffer()],
  'pages-of-two-sizes.tif': [
    'taken',
    async () => {
      const page = await scan();
      const half = { ...page, height: 100, data: page.data.subarray(0, page.width * 100) };
      return rawTiff([greyPage(page), greyPage(half), sound]);
    },
  ],
};

export const tiffs: readonly HostileFile[] = filesOf('tiff', table);
