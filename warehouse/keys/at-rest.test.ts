// Whether data are encrypted: begun once, never gone back on, and refused without the right key.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Keyring, Registry } from '../../core/ports.ts';
import { sqliteRegistry } from '../registry/sqlite.ts';
import { clock, newKek, newKeyring } from '../testing/keys.ts';
import { paperRow } from '../testing/rows.ts';
import { beginAtRest, openAtRest } from './at-rest.ts';
import { openKeyring } from './keyring.ts';

let registry: Registry;
beforeEach(async () => {
  registry = sqliteRegistry(':memory:');
  await registry.migrate();
});
afterEach(() => registry.close());

const kek = newKek();
const keyring = openKeyring([kek]);
const begin = (given: Keyring | null, wanted?: 'plain' | 'encrypted') =>
  beginAtRest(registry, { keyring: given, wanted }, clock);
const open = (given: Keyring | null, wanted?: 'plain' | 'encrypted') =>
  openAtRest(registry, { keyring: given, wanted });
const usage = (code: string) => expect.objectContaining({ kind: 'usage', code });

test.each([
  ['no key and nothing said', null, undefined, null],
  ['a key', keyring, undefined, 'sealed'],
  ['a key and encrypted', keyring, 'encrypted', 'sealed'],
  ['a key, but plain is wanted', keyring, 'plain', null],
] as const)('%s', async (_what, given, wanted, state) => {
  expect((await begin(given, wanted))?.marker.state ?? null).toBe(state);
  expect((await registry.atRest())?.state ?? null).toBe(state);
});

test('encrypted without a key is refused', async () => {
  await expect(begin(null, 'encrypted')).rejects.toEqual(usage('at-rest.no-kek'));
});

test('looking begins nothing', async () => {
  expect(await open(keyring)).toBeNull();
  expect(await registry.atRest()).toBeNull();
});

test('papers that were there before may lie plain', async () => {
  await registry.commit([{ op: 'paper.insert', row: paperRow() }]);
  expect((await begin(keyring))?.marker.state).toBe('mixed');
});

test('once begun: not without the key, not with another, not back to plain', async () => {
  await begin(keyring);
  for (const way of [begin, open]) {
    await expect(way(null)).rejects.toEqual(usage('at-rest.kek-needed'));
    await expect(way(newKeyring())).rejects.toEqual(usage('at-rest.kek-wrong'));
    await expect(way(keyring, 'plain')).rejects.toEqual(usage('at-rest.stays-encrypted'));
    expect((await way(openKeyring([newKek(), kek])))?.marker.kekId).toBe(keyring.ids[0]);
  }
});

test('begun by two at once with different keys, one of them is told', async () => {
  const others = await Promise.allSettled([begin(keyring), begin(newKeyring())]);
  expect(others.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(others.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: usage('at-rest.kek-wrong'),
  });
});
