// Files are told by their bytes: names play no part.
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identify } from './identify.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([
  ['%PDF-1.4\n', 'application/pdf'],
  [`${'x'.repeat(1000)}%PDF-1.7`, 'application/pdf'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['II*\0\x08\0\0\0', 'image/tiff'],
  ['MM\0*\0\0\0\x08', 'image/tiff'],
  ['II+\0\x08\0\0\0', 'image/tiff'],
])('%j is taken', async (head, mediaType) => {
  expect(await identify(bytes(head))).toEqual({ mediaType });
});

test.each([
  ['PK\x03\x04....[Content_Types].xml word/document.xml', 'Word (.docx)'],
  ['PK\x03\x04....[Content_Types].xml xl/workbook.xml', 'Excel (.xlsx)'],
  ['PK\x03\x04....[Content_Types].xml', 'Word/Excel (.docx, .xlsx)'],
  ['PK\x03\x04....a.jpg', 'ZIP'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Word/Excel (.doc, .xls)'],
  ['\0\0\0\x18ftypheic', 'HEIC (iPhone)'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'WebP'],
  ['GIF89a', 'GIF'],
  ['<!DOCTYPE html><html>', 'HTML'],
  ['Kính gửi: Ủy ban', 'text'],
  [`${'x'.repeat(2000)}%PDF-1.7`, 'text'],
  ['\x01\x02\x03\x04\x05\x06', null],
  ['', null],
])('%j is refused as what it looks like', async (head, looksLike) => {
  expect(await identify(bytes(head))).toEqual({ mediaType: null, looksLike });
});

test('a path is read, its name is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sohoa-identify-'));
  const path = join(folder, 'scan.pdf');
  writeFileSync(path, bytes('\xff\xd8\xff\xe0'));
  expect(await identify(path)).toEqual({ mediaType: 'image/jpeg' });
  await rm(folder, { recursive: true });
});
