// Every rule that understanding names has words: found in its source, so that a new rule without words fails here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../lists/index.ts';
import { evidenceWords } from './evidence-words.ts';

const folder = join(packageRoot(), 'pipeline', 'understand');
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const named = [
  ...source.matchAll(/['`]((?:layout|check|dossier|mended|qr):[a-z:-]+[a-z]|mrz|handwriting|labels)['`]/g),
];
const rules = [...new Set(named.map(([, rule = '']) => rule))].sort();

describe('words for', () => {
  test('a good many rules', () => {
    expect(rules.length).toBeGreaterThan(18);
  });

  test.each([...rules, 'qr:cccd:differs', 'mrz:differs', 'layout:header-issuer', 'layout:header-superior'])(
    '%s',
    (rule) => {
      for (const lang of ['vi', 'en'] as const) {
        const [words] = evidenceWords(lang, ['label:Số', rule]).slice(1);
        expect(words).not.toBe(rule);
        expect(words).not.toMatch(/^[a-z-]+:|evidence\./);
      }
    },
  );
});

test.each([
  ['label:Họ và tên', 'đọc cạnh nhãn “Họ và tên”'],
  ['label:Ngày: tháng', 'đọc cạnh nhãn “Ngày: tháng”'],
  ['title:GIẤY KHAI SINH', 'tiêu đề in trên giấy giống “GIẤY KHAI SINH”'],
  ['unheard-of:rule', 'unheard-of:rule'],
])('%s', (rule, words) => {
  expect(evidenceWords('vi', [rule])).toEqual([words]);
});

test('what only a QR code says is told so', () => {
  expect(evidenceWords('vi', ['qr:cccd'])).toEqual(['chỉ có trong mã QR trên thẻ căn cước']);
  expect(evidenceWords('vi', ['label:Số', 'qr:cccd'])[1]).toBe('khớp mã QR trên thẻ căn cước');
});
