// Where key-encryption keys come from, in which order, and what is refused.
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kekFile, kekSource } from './kek-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-kek-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
};
const file = place('kek', 'file');
const credentials = join(folder, 'credentials');
mkdirSync(credentials);
// systemd gives them to the service's group too.
writeFileSync(join(credentials, 'sohoa-kek'), 'credential', { mode: 0o440 });
const textOf = (environment: Record<string, string>, production = false) => {
  const source = kekSource(environment, production);
  return source && Buffer.from(source.bytes).toString();
};
const usage = (code: string) => expect.objectContaining({ kind: 'usage', code });

test('file before descriptor before credential before environment; nothing said is no key', () => {
  const all = { SOHOA_KEK_FILE: file, CREDENTIALS_DIRECTORY: credentials, SOHOA_KEK: 'environment' };
  expect(textOf(all)).toBe('file');
  expect(textOf({ ...all, SOHOA_KEK_FILE: '' })).toBe('credential');
  expect(textOf({ SOHOA_KEK: 'environment' })).toBe('environment');
  // Other services have credentials, too.
  expect(textOf({ CREDENTIALS_DIRECTORY: folder, SOHOA_KEK: 'environment' })).toBe('environment');
  expect(textOf({})).toBeNull();
});

test('a descriptor is read once and remembered', () => {
  const descriptor = openSync(file, 'r');
  expect(textOf({ SOHOA_KEK_FD: String(descriptor) })).toBe('file');
  closeSync(descriptor);
  expect(textOf({ SOHOA_KEK_FD: String(descriptor) })).toBe('file');
});

test.each(['x', '-1', '99999999'])('SOHOA_KEK_FD=%s is refused', (text) => {
  expect(() => kekSource({ SOHOA_KEK_FD: text }, false)).toThrow(usage('at-rest.kek-unreadable'));
});

test('a production run takes no key from the environment', () => {
  expect(() => kekSource({ SOHOA_KEK: 'x' }, true)).toThrow(usage('at-rest.kek-environment'));
  expect(textOf({ SOHOA_KEK: 'x', SOHOA_KEK_FILE: file }, true)).toBe('file');
});

test('a file that is not there, or that others may read, is refused by name', () => {
  expect(() => kekFile(join(folder, 'nowhere'))).toThrow(usage('at-rest.kek-unreadable'));
});

test.skipIf(process.platform === 'win32').each(['644', '640', '604', '620'])(
  'a file of mode %s is refused (not on Windows, which has no such bits)',
  (mode) => {
    const path = place(`open-${mode}`, 'x');
    chmodSync(path, Number.parseInt(mode, 8));
    expect(() => kekFile(path)).toThrow(
      expect.objectContaining({ code: 'at-rest.kek-open', params: { source: path } }),
    );
  },
);
