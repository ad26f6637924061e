// Words run together are parted where the picture has a space, and nowhere else.
import { expect, test } from 'vitest';
import { cutDefaults, cutLine } from './cut-line.ts';
import { splitWords } from './split-words.ts';
import { type DrawnText, greyPage, lineOf } from './testing/drawn-text.ts';

/** What is made of `read`, one word over the whole picture of the drawn text. */
async function partsOf(text: string, read: string): Promise<string[]> {
  const drawn: DrawnText = { text, x: 60, y: 120 };
  const { picture, margin } = cutLine(await greyPage({ texts: [drawn] }), lineOf(drawn));
  const word = { text: read, x: margin, width: picture.width - 2 * margin, confidence: 0.9 };
  return splitWords([word], picture, cutDefaults.bandHeight).map((part) => part.text);
}

test.each([
  ['- Lưu:', '-Lưu:', ['-', 'Lưu:']],
  ['Số / No: 12345', 'Số/No:12345', ['Số', '/', 'No:', '12345']],
  ['/ No.: 030096631067', '/No.:030096631067', ['/', 'No.:', '030096631067']],
])('%s read as %s', async (print, read, parts) => {
  expect(await partsOf(print, read)).toEqual(parts);
});

test.each(['-Lưu:', '1481/QĐ-UBND', '23/12/1996', 'Nam/Nữ', '10:30', 'Tự-do'])(
  '%s stays one',
  async (text) => {
    expect(await partsOf(text, text)).toEqual([text]);
  },
);

test('a code stays whole however wide it is set', async () => {
  expect(await partsOf('1481 / QĐ-UBND', '1481/QĐ-UBND')).toEqual(['1481/QĐ-UBND']);
});

test('the rule of a form under a word is no letter', async () => {
  expect(await partsOf('Hải', '_Hải')).toEqual(['Hải']);
});
