// PDFs that never were paper: their own text, and whether they are signed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { degrees, type PDFArray, type PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import type { PageText } from '../../core/model.ts';
import { packageRoot } from '../../lists/package-root.ts';
import { openSource } from './open-source.ts';
import type { PagePicture } from './source.ts';
import { jpegPicture, madePdf, madeScan } from './testing/made-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-born-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function opened(pdf: Uint8Array): Promise<{ page: PagePicture; signed: boolean }> {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, pdf);
  const source = await openSource(path);
  const page = await source.page(1);
  await source.close();
  return { page, signed: source.signed };
}

interface Placed {
  readonly text: string;
  readonly x: number;
  /** From the top, points. */
  readonly y: number;
  readonly size?: number;
}

const letter: Placed[] = [
  { text: 'ỦY BAN NHÂN DÂN', x: 90, y: 80 },
  { text: 'TỈNH LÂM ĐỒNG', x: 95, y: 96 },
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 300, y: 80 },
  { text: 'Độc lập - Tự do - Hạnh phúc', x: 340, y: 96 },
  { text: 'Kết quả giải quyết thủ tục hành chính điện tử có giá trị pháp lý như', x: 90, y: 160 },
  { text: 'kết quả bản giấy.', x: 90, y: 180 },
  { text: 'Nơi nhận:', x: 90, y: 400, size: 10 },
  { text: '- Lưu: VT.', x: 90, y: 414, size: 10 },
];

/** Every word is placed on its own, as browsers write it: no space is in the file. */
async function digital(lines: readonly Placed[], rotate = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(
    readFileSync(join(packageRoot(), 'lists', 'fonts', 'tinos-regular.ttf')),
  );
  const page = document.addPage([595.28, 841.89]);
  page.setRotation(degrees(rotate));
  for (const { text, x, y, size = 13 } of lines) {
    let at = x;
    for (const word of text.split(' ')) {
      page.drawText(word, { x: at, y: 841.89 - y, size, font });
      at += font.widthOfTextAtSize(`${word} `, size);
    }
  }
  return document.save();
}

const textOf = (text: PageText | undefined): string[] | undefined =>
  text?.lines.map((line) => line.words.map((word) => word.text).join(' '));

describe('own text', () => {
  test('comes as lines and words in NFC, columns apart, boxes over the print', async () => {
    const { page } = await opened(await digital(letter));
    expect(textOf(page.nativeText)).toEqual(letter.map(({ text }) => text));
    expect(page).toMatchObject({
      dpi: 300,
      verbatim: false,
      nativeText: { width: 2480, height: 3508, dpi: 300 },
    });
    page.nativeText?.lines.forEach(({ box: [x, y, , h], words }, index) => {
      const { x: left, y: baseline } = letter[index] ?? { x: 0, y: 0 };
      expect(Math.abs(x * 595.28 - left)).toBeLessThan(2);
      expect(y * 841.89).toBeLessThan(baseline);
      expect((y + h) * 841.89).toBeGreaterThan(baseline - 1);
      expect(words.every(({ box, confidence }) => box[2] > 0 && box[3] > 0 && confidence === 1)).toBe(true);
    });
  });

  test('is upright as shown, also where the page says how to turn it', async () => {
    const turnedLetter = await digital([{ text: 'một hai ba bốn', x: 90, y: 100 }], 180);
    const { page } = await opened(turnedLetter);
    const line = page.nativeText?.lines.find(({ words }) => words.length > 1);
    expect(line?.box[1] ?? 0).toBeGreaterThan(0.8);
  });

  test('a page of few short lines is read across, not down', async () => {
    const short = ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Đinh Thanh Sơn'];
    const lines = short.map((text, i) => ({ text, x: 350, y: 100 + i * 40 }));
    expect(textOf((await opened(await digital(lines))).page.nativeText)).toEqual(short);
  });

  test('is not taken from under a picture, nor where it is hidden', async () => {
    const picture = await jpegPicture(await madeScan());
    const hidden =
      'q 595 0 0 842 0 0 cm /P Do Q BT 3 Tr /F 12 Tf 50 500 Td (words of another reader, quite a few of them) Tj ET';
    expect((await opened(await madePdf([{ picture, content: hidden }]))).page.nativeText).toBeUndefined();
    const over = hidden.replace('3 Tr', '0 Tr');
    expect((await opened(await madePdf([{ picture, content: over }]))).page.nativeText).toBeUndefined();
    expect((await opened(await madePdf([{ content: '' }]))).page.nativeText).toBeUndefined();
  });
});

describe('signed', () => {
  /** A form with one signature field, filled or not, on the top level or under a named parent. */
  async function withField(filled: boolean, nested: boolean): Promise<Uint8Array> {
    return madePdf([{ content: '' }], (document) => {
      const { context } = document;
      const ByteRange = [0, 10, 20, 30];
      const signature = { Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached', ByteRange };
      const value = context.obj({ ...signature, Contents: PDFHexString.of('00'.repeat(20)) });
      const own = {
        T: PDFString.of('Signature1'),
        Type: 'Annot',
        Subtype: 'Widget',
        Rect: [0, 0, 0, 0],
        F: 132,
      };
      const field = context.obj(nested ? own : { ...own, FT: 'Sig' }) as PDFDict;
      if (filled) field.set(PDFName.of('V'), context.register(value));
      const parent = { T: PDFString.of('Office'), FT: 'Sig', Kids: [context.register(field)] };
      const top = nested ? context.obj(parent) : field;
      const fields = context.obj([context.register(top)]) as PDFArray;
      document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: fields }));
    });
  }

  test.each([
    [true, false],
    [true, true],
    [false, false],
    [false, true],
  ])('field filled: %s, nested: %s', async (filled, nested) => {
    expect((await opened(await withField(filled, nested))).signed).toBe(filled);
  });

  test('a signed scan gives its picture without what the signature draws on top', async () => {
    const picture = await jpegPicture(await madeScan());
    const page = { picture, content: 'q 178.56 0 0 252.72 0 0 cm /P Do Q', size: [178.56, 252.72] as const };
    const pdf = await madePdf([page], (document) => {
      const { context } = document;
      const box = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 60, 30] };
      const N = context.register(context.stream('1 0 0 rg 0 0 60 30 re f', box));
      const V = {
        Type: 'Sig',
        Filter: 'Adobe.PPKLite',
        ByteRange: [0, 1, 2, 3],
        Contents: PDFHexString.of('00'),
      };
      const widget = { Type: 'Annot', Subtype: 'Widget', Rect: [20, 20, 80, 50], F: 4, AP: { N } };
      const field = context.register(context.obj({ ...widget, FT: 'Sig', T: PDFString.of('S'), V }));
      document.getPage(0).node.addAnnot(field);
      document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [field] }));
    });
    const found = await opened(pdf);
    expect(found.signed).toBe(true);
    expect(Buffer.compare(Buffer.from(found.page.bytes), Buffer.from(picture.bytes))).toBe(0);
  });

  test('a page that only speaks of /ByteRange is not', async () => {
    const content = 'BT /F 12 Tf 50 500 Td (/ByteRange [0 1 2 3] /Contents <00>) Tj ET';
    expect((await opened(await madePdf([{ content }]))).signed).toBe(false);
  });
});
