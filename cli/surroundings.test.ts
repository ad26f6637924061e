// Tests of the configuration: options before environment before file before defaults.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './surroundings.ts';

function folderWith(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-config-'));
  writeFileSync(join(folder, 'sohoa.json'), config);
  return folder;
}

test('nothing said', () => {
  expect(readConfig({}, {})).toMatchObject({ data: './data', ocr: 'auto', production: false });
});

test('each place wins over the next', () => {
  const data = folderWith('{"agency": "H01", "workers": 1, "officer": "C", "sure": 0.8}');
  const environment = { SOHOA_DATA: data, SOHOA_WORKERS: '2', SOHOA_OFFICER: 'B', SOHOA_PRODUCTION: '1' };
  expect(readConfig({ officer: 'A', json: true, output: 'x' }, environment)).toMatchObject({
    data,
    agency: 'H01',
    workers: 2,
    officer: 'A',
    sure: 0.8,
    production: true,
  });
});

test('the registry by option or environment', () => {
  const url = 'postgres://sohoa@localhost/one';
  expect(readConfig({ registry: url }, { SOHOA_REGISTRY: 'postgres://other' }).database).toBe(url);
  expect(readConfig({}, { SOHOA_REGISTRY: url }).database).toBe(url);
});

test.each([
  ['{"colour": "red"}', 'config.invalid'],
  ['[]', 'cli.config-unreadable'],
  ['{', 'cli.config-unreadable'],
])('the file %s is refused', (text, code) => {
  expect(() => readConfig({ data: folderWith(text) }, {})).toThrow(
    expect.objectContaining({ kind: 'usage', code }),
  );
});
