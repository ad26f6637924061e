// The product's sharp opens JPEG, PNG and TIFF, and nothing else: no SVG, GIF, PDF, WebP reaches its decoder.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { decodeRgb } from './clean/raster.ts';
import { readHeader, tryDecode } from './intake/raster.ts';
import sharp from './safe-sharp.ts';

const pixels = (): ReturnType<typeof sharp> =>
  sharp(Buffer.alloc(300, 200), { raw: { width: 10, height: 10, channels: 3 } });
const foreign: [string, () => Buffer | Promise<Buffer>][] = [
  [
    'SVG',
    () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>',
      ),
  ],
  ['GIF', () => pixels().gif().toBuffer()],
  ['WebP', () => pixels().webp().toBuffer()],
  ['AVIF', () => pixels().avif().toBuffer()],
  ['PDF', () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')],
  ['PPM', () => Buffer.from('P6\n1 1\n255\nabc')],
  ['BMP', () => Buffer.from(`424d${'00'.repeat(60)}`, 'hex')],
  ['Radiance', () => Buffer.from('#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\nabcd')],
];
test.each(foreign)('%s is refused wherever pictures are decoded', async (_name, make) => {
  const bytes = await make();
  await expect(readHeader(bytes)).rejects.toThrow(/unsupported|bad|corrupt/i);
  await expect(tryDecode(bytes, 1_000_000)).rejects.toThrow();
  await expect(decodeRgb(bytes)).rejects.toMatchObject({ code: 'clean.undecodable' });
});

test.each(['jpeg', 'png', 'tiff'] as const)('%s is taken', async (format) => {
  const bytes = await pixels().toFormat(format).toBuffer();
  expect(await readHeader(bytes)).toMatchObject({ width: 10, height: 10 });
  expect(await decodeRgb(bytes)).toMatchObject({ width: 10, height: 10 });
});

test('whatever part of the product is loaded first', async () => {
  const parts = ['./clean/raster.ts', './intake/raster.ts'].map(
    (part) => new URL(part, import.meta.url).href,
  );
  for (const part of parts) {
    const script = `const { default: sharp } = await import('sharp'); await import('${part}');
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
      console.log(await sharp(svg).metadata().then(() => 'opened', () => 'refused'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    });
    expect(stdout.trim()).toBe('refused');
  }
});
