// Doubtful words looked at again on drawn pages, with the real reader: what was lost under a stamp comes back, what was
// sure costs nothing and stays.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GreyImage, LineReader, ReadWord } from '../../core/ports.ts';
import { cutLine } from './cut-line.ts';
import { readText } from './read-text.ts';
import { type ReadLine, secondLook } from './second-look.ts';
import { openWasmReader } from './tesseract-wasm.ts';
import { type DrawnText, greyPage, lineOf } from './testing/drawn-text.ts';

let reader: LineReader;
beforeAll(async () => {
  reader = await openWasmReader();
}, 120_000);
afterAll(() => reader.close());

const print: DrawnText = { text: 'Kinh phí thực hiện do ngân sách nhà nước bảo đảm', x: 60, y: 120 };
const stamp: DrawnText = { text: 'Số: 3638 ĐẾN', x: 300, y: 136, colour: '#9c9c9c' };

const textOf = (lines: readonly { words: readonly { text: string }[] }[]): string[] =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

/** How often and how much the reader is asked. */
function counted(): LineReader & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    name: reader.name,
    asked,
    close: async () => undefined,
    read: (lines: readonly GreyImage[], signal?: AbortSignal) => {
      asked.push(lines.length);
      return reader.read(lines, signal);
    },
  };
}

/** The line as it would have been read with this word in place of the right one. */
async function misread(page: GreyImage, drawn: DrawnText, wrong: Readonly<Record<string, string>>) {
  const line = lineOf(drawn);
  const cut = cutLine(page, line);
  const [read] = await reader.read([cut.picture]);
  const words = read!.map((word): ReadWord => {
    const text = wrong[word.text];
    return text === undefined ? word : { ...word, text, confidence: 0.4 };
  });
  return { line, cut, words } satisfies ReadLine;
}

describe('a doubtful word', { timeout: 120_000 }, () => {
  test('is read again and decided; what it was at first is kept', async () => {
    const page = await greyPage({ texts: [print] });
    const line = await misread(page, print, { ngân: 'ngâu' });
    expect(line.words.map((w) => w.text)).toContain('ngâu');
    const [after] = await secondLook(page, [line], reader);
    expect(textOf([after!])).toEqual([print.text]);
    const mended = after!.words.find((word) => word.text === 'ngân');
    expect(mended).toMatchObject({ firstRead: 'ngâu' });
    expect(mended!.confidence).toBeGreaterThan(0.7);
    expect(after!.words.filter((word) => word.firstRead !== undefined)).toHaveLength(1);
  });

  test('of a number gives way to two equal readings', async () => {
    const number: DrawnText = { text: 'Số định danh: 030096631067', x: 60, y: 120 };
    const page = await greyPage({ texts: [number] });
    const line = await misread(page, number, { '030096631067': '030090631067' });
    const [after] = await secondLook(page, [line], reader);
    expect(after!.words.at(-1)).toMatchObject({ text: '030096631067', firstRead: '030090631067' });
  });

  test('keeps its place on the line', async () => {
    const page = await greyPage({ texts: [print] });
    const line = await misread(page, print, { ngân: 'ngâu' });
    const [after] = await secondLook(page, [line], reader);
    expect(after!.words.map(({ x, width }) => [x, width])).toEqual(
      line.words.map(({ x, width }) => [x, width]),
    );
  });
});

test('sure words are not looked at again', { timeout: 120_000 }, async () => {
  const page = await greyPage({ texts: [print] });
  const line = await misread(page, print, {});
  const asking = counted();
  expect(await secondLook(page, [line], asking)).toEqual([line]);
  expect(asking.asked).toEqual([]);
});

test('print under a pale stamp is read whole', { timeout: 120_000 }, async () => {
  const below = [190, 260, 330].map((y): DrawnText => ({ ...print, y }));
  const page = await greyPage({ texts: [print, ...below, stamp] });
  const finder = { find: async () => [print, ...below].map(lineOf), close: async () => undefined };
  const asking = counted();
  const read = textOf(await readText(page, { finder, reader: asking }));
  expect(read).toEqual([print, ...below].map(({ text }) => text));
  expect(asking.asked).toHaveLength(2);
});

test('the same page gives the same text again', { timeout: 120_000 }, async () => {
  const page = await greyPage({ texts: [print, stamp] });
  const finder = { find: async () => [lineOf(print)], close: async () => undefined };
  const first = await readText(page, { finder, reader });
  expect(await readText(page, { finder, reader })).toEqual(first);
});
