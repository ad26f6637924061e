// Tests of text.ts.
import { expect, test } from 'vitest';
import { fold, nfc } from './text.ts';

test('nfc joins decomposed letters and white space', () => {
  expect(nfc('  Nguye\u0302\u0303n \n Va\u0306n  A ')).toBe('Nguyễn Văn A');
});

test.each([
  ['Đặng Thị Hường', 'dang thi huong'],
  ['ỦY BAN NHÂN DÂN', 'uy ban nhan dan'],
  ['ĐỘC LẬP', 'doc lap'],
])('fold %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text)).toHaveLength(text.normalize('NFC').length);
});
