// The printed sheets: their QR reads back from the rendered page, also small and askew.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { separatorSheets } from './separator-sheets.ts';

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = new Uint8Array(readFileSync(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

async function pagesAsPng(pdf: Uint8Array, dpi: number, turn = 0): Promise<Buffer[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const out: Buffer[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dpi / 72 });
    const image = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
    out.push(await image.rotate(turn, { background: '#fff' }).png().toBuffer());
  }
  document.destroy();
  return out;
}

async function textsOf(png: Buffer): Promise<string[]> {
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true });
  return found.map(({ text }) => text);
}

describe('separator sheets', () => {
  test.each([
    [200, 0],
    [100, 0],
    [200, 7],
    [200, 180],
  ])('read back at %i dpi, turned by %i degrees', async (dpi, turn) => {
    const pdf = await separatorSheets({ count: 1, dossierCodes: ['H26.12-261120-0001'] });
    const pages = await pagesAsPng(pdf, dpi, turn);
    const texts = await Promise.all(pages.map(textsOf));
    expect(texts).toEqual([['SOHOA/1/SEP'], ['SOHOA/1/DOSSIER/H26.12-261120-0001']]);
  });

  test('as many as ordered, small and always the same', async () => {
    const [one, two] = [await separatorSheets({ count: 50 }), await separatorSheets({ count: 50 })];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(one.length).toBeLessThan(60_000);
    expect(await pagesAsPng(one, 20)).toHaveLength(50);
  });

  test.each([
    [{ count: -1 }, 'compose.count'],
    [{ count: 1.5 }, 'compose.count'],
    [{ count: 1001 }, 'compose.count'],
    [{ count: 0, dossierCodes: ['mã có dấu'] }, 'compose.qr'],
    [{ count: 0, dossierCodes: ['a'.repeat(81)] }, 'compose.qr'],
  ])('%j is refused', async (order, code) => {
    await expect(separatorSheets(order)).rejects.toMatchObject({ kind: 'usage', code });
  });
});
