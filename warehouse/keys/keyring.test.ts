// KEKs: how they are written, what they wrap, and that a wrap opens for its own data key only.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DataKeyRow } from '../../core/ports-keys.ts';
import { newKek } from '../testing/keys.ts';
import { kekIdOf, openKeyring } from './keyring.ts';
import { kekFileText, parseKeks } from './parse-keks.ts';

const [one, two] = [newKek(), newKek()];
const at = '2026-11-22T02:30:00.000Z';
const order = { id: '01JD0000000000000000000001', paperId: '01JD0000000000000000000002', at };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a key file', () => {
  test.each([
    ['raw', one, [one]],
    ['base64', bytes(Buffer.from(one).toString('base64')), [one]],
    ['base64url without padding', bytes(Buffer.from(one).toString('base64url')), [one]],
    ['hex', bytes(Buffer.from(one).toString('hex').toUpperCase()), [one]],
    ['as sohoa writes it', bytes(kekFileText(one, new Date(at))), [one]],
    [
      'several, with comments and empty lines',
      bytes(
        `# new\r\n${Buffer.from(two).toString('hex')}\r\n\r\n# old\r\n  ${Buffer.from(one).toString('base64')}  `,
      ),
      [two, one],
    ],
    [
      'the same twice',
      bytes(`${Buffer.from(one).toString('hex')}\n${Buffer.from(one).toString('base64')}`),
      [one],
    ],
  ])('%s', (_what, file, keys) => {
    expect(parseKeks(file, 'kek')).toEqual(keys);
  });

  test.each([
    ['empty', ''],
    ['a comment alone', '# key\n'],
    ['a password', 'correct horse battery staple'],
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('hex')],
    ['zeros', '0'.repeat(64)],
    ['one good line and one that is none', `${Buffer.from(one).toString('hex')}\nx`],
  ])('%s is refused without showing it', (_what, text) => {
    expect(() => parseKeks(bytes(text), 'kek')).toThrow(
      expect.objectContaining({ kind: 'usage', code: 'at-rest.kek-invalid', params: { source: 'kek' } }),
    );
  });
});

describe('a keyring', () => {
  const ring = openKeyring([one, two]);
  const [first = '', second = ''] = ring.ids;

  test('names its keys, the first one first, and tells nothing of them', () => {
    expect(ring.ids).toEqual([kekIdOf(one), kekIdOf(two)]);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(Buffer.from(one).toString('hex')).not.toContain(first);
  });

  test('wraps, and either key opens what was wrapped by both', () => {
    const row = ring.newDataKey({ ...order, kekId: first });
    const key = ring.unwrap(row);
    expect(key).toHaveLength(32);
    expect(row.wraps[0]?.wrapped).not.toContain(Buffer.from(key).toString('base64').slice(0, 20));
    const both: DataKeyRow = { ...row, wraps: [...row.wraps, ring.rewrap(row, second)] };
    for (const kek of [one, two]) expect(openKeyring([kek]).unwrap(both)).toEqual(key);
    expect(ring.unwrap(ring.newDataKey({ ...order, kekId: first }))).not.toEqual(key);
  });

  test('a KEK that is not there is named', () => {
    const row = ring.newDataKey({ ...order, kekId: first });
    const missing = expect.objectContaining({ code: 'at-rest.kek-missing', params: { kek: first } });
    expect(() => openKeyring([two]).unwrap(row)).toThrow(missing);
    expect(() => openKeyring([two]).newDataKey({ ...order, kekId: first })).toThrow(missing);
    expect(() => openKeyring([two]).cipher(first)).toThrow(missing);
  });

  test('a wrap of another data key, another paper or another KEK, or a changed one, does not open', () => {
    const row = ring.newDataKey({ ...order, kekId: first });
    const bad = expect.objectContaining({ kind: 'integrity', code: 'at-rest.key-damaged' });
    const [wrap] = row.wraps;
    const changed = Buffer.from(wrap!.wrapped, 'base64');
    changed[20]! ^= 1;
    const cases: DataKeyRow[] = [
      { ...row, id: '01JD0000000000000000000009' },
      { ...row, paperId: '01JD0000000000000000000009' },
      { ...row, wraps: [{ ...wrap!, kekId: second }] },
      { ...row, wraps: [{ ...wrap!, wrapped: changed.toString('base64') }] },
      { ...row, wraps: [{ ...wrap!, wrapped: '' }] },
      { ...row, wraps: [] },
    ];
    for (const each of cases) expect(() => ring.unwrap(each)).toThrow(bad);
  });

  test('its cipher seals by one key and opens what any of its keys sealed', async () => {
    async function* plain(): AsyncGenerator<Uint8Array> {
      yield bytes('một trang chữ');
    }
    const textOf = async (stream: AsyncIterable<Uint8Array>): Promise<string> => {
      const parts: Uint8Array[] = [];
      for await (const part of stream) parts.push(part);
      return Buffer.concat(parts).toString();
    };
    const sealed = openKeyring([two]).cipher(second).seal(plain(), 'page 1');
    expect(await textOf(ring.cipher(first).open(sealed, 'page 1'))).toBe('một trang chữ');
    const other = ring.cipher(first).seal(plain(), 'page 1');
    await expect(textOf(openKeyring([two]).cipher(second).open(other, 'page 1'))).rejects.toEqual(
      expect.objectContaining({ code: 'at-rest.kek-missing' }),
    );
  });
});
