// Sealed streams: they come back as they were, and whatever was changed, cut off, swapped or moved is found.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAt, openStream, plainSize, type SealingKey, sealedSize, sealStream } from './sealed-stream.ts';

const CHUNK = 64 * 1024;
const key: SealingKey = { id: '01JD0000000000000000000000', key: new Uint8Array(randomBytes(32)) };
const keyFor = (): Uint8Array => key.key;

async function* parts(...all: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}
/** The bytes in pieces of this size. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const part of stream) found.push(part);
  return Buffer.concat(found);
}
const seal = (plain: Uint8Array, context = 'a'): Promise<Buffer> =>
  all(sealStream(parts(plain), key, context));
const open = (sealed: Uint8Array, context = 'a', size = 10_000): Promise<Buffer> =>
  all(openStream(pieces(sealed, size), keyFor, context));
const damaged = expect.objectContaining({ kind: 'integrity', code: 'at-rest.damaged' });

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])(
  '%i bytes come back',
  async (size) => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect(sealed.length).toBe(sealedSize(size, key.id));
    const { head, close } = await lookAt(parts(sealed));
    await close();
    expect(head?.keyId).toBe(key.id);
    expect(plainSize(sealed.length, head!)).toBe(size);
    for (const pieceSize of [1000, CHUNK, 1 << 22]) expect(await open(sealed, 'a', pieceSize)).toEqual(plain);
    expect(sealed.includes(plain.subarray(0, 12)) && size >= 12).toBe(false);
  },
);

test('however the bytes arrive, they come back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 3 * CHUNK }),
      fc.integer({ min: 1, max: 2 * CHUNK }),
      fc.integer({ min: 100, max: 2 * CHUNK }),
      async (size, written, read) => {
        const plain = randomBytes(size);
        const sealed = await all(sealStream(pieces(plain, written), key, 'p'));
        expect((await open(sealed, 'p', read)).equals(plain)).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

test('the same bytes are never sealed the same', async () => {
  const plain = new Uint8Array(100);
  expect(await seal(plain)).not.toEqual(await seal(plain));
});

describe('what was tampered with does not open', () => {
  const plain = randomBytes(3 * CHUNK + 100);
  const stored = CHUNK + 16;
  const headLength = 8 + 1 + key.id.length + 16;
  const chunk = (sealed: Buffer, number: number): Buffer =>
    sealed.subarray(headLength + number * stored, headLength + (number + 1) * stored);
  const cases: [what: string, change: (sealed: Buffer) => Buffer][] = [
    ['cut off within a chunk', (s) => s.subarray(0, s.length - 1)],
    ['cut off between chunks', (s) => s.subarray(0, headLength + 2 * stored)],
    ['cut off after the header', (s) => s.subarray(0, headLength)],
    ['cut off within the header', (s) => s.subarray(0, 20)],
    ['cut off within the magic', (s) => s.subarray(0, 4)],
    ['something added', (s) => Buffer.concat([s, Buffer.of(0)])],
    ['a chunk added', (s) => Buffer.concat([s, chunk(s, 0)])],
    ['a chunk left out', (s) => Buffer.concat([s.subarray(0, headLength), s.subarray(headLength + stored)])],
    [
      'chunks swapped',
      (s) =>
        Buffer.concat([
          s.subarray(0, headLength),
          chunk(s, 1),
          chunk(s, 0),
          s.subarray(headLength + 2 * stored),
        ]),
    ],
  ];
  test.each(cases)('%s', async (_what, change) => {
    await expect(open(change(await seal(plain)))).rejects.toEqual(damaged);
  });

  test('a flipped bit, wherever it is; no changed byte comes out', async () => {
    const sealed = await seal(plain);
    const places = [0, 7, 8, 9, 30, headLength - 1, headLength, headLength + stored, sealed.length - 1];
    for (const at of [
      ...places,
      ...Array.from({ length: 40 }, () => Math.floor(Math.random() * sealed.length)),
    ]) {
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 1 << (at % 8);
      const got: Uint8Array[] = [];
      const reading = (async () => {
        for await (const part of openStream(parts(flipped), keyFor, 'a')) got.push(part);
      })();
      await expect(reading, `byte ${at}`).rejects.toEqual(damaged);
      const before = Buffer.concat(got);
      expect(before.equals(plain.subarray(0, before.length))).toBe(true);
    }
  });

  test('under another name, or with another key', async () => {
    const sealed = await seal(plain);
    await expect(open(sealed, 'b')).rejects.toEqual(damaged);
    await expect(all(openStream(parts(sealed), () => new Uint8Array(32), 'a'))).rejects.toEqual(damaged);
  });

  test('chunks of another stream under the same key and name', async () => {
    const [one, other] = [await seal(plain), await seal(plain)];
    const mixed = Buffer.concat([one.subarray(0, headLength + stored), other.subarray(headLength + stored)]);
    await expect(open(mixed)).rejects.toEqual(damaged);
  });
});

describe('what is not sealed', () => {
  test.each(['', '%PDF-1.7', '\xff\xd8', '{"a":1}', 'II*\0', 'S'])('%j is told apart', async (text) => {
    const bytes = Buffer.from(text, 'latin1');
    const looked = await lookAt(parts(bytes));
    expect(looked.head).toBeNull();
    expect(await all(looked.whole)).toEqual(bytes);
  });

  test('a newer version is neither plain nor opened', async () => {
    const sealed = await seal(new Uint8Array(5));
    sealed[7] = 2;
    await expect(lookAt(parts(sealed))).rejects.toEqual(damaged);
  });
});

test('whoever stops reading lets go of the stream', async () => {
  let closed = 0;
  const sealed = await seal(randomBytes(5 * CHUNK));
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces(sealed, 1000);
    } finally {
      closed += 1;
    }
  }
  for await (const _ of openStream(source(), keyFor, 'a')) break;
  await (await lookAt(source())).close();
  expect(closed).toBe(2);
});

test.each([0, 15, CHUNK + 16 + 15, CHUNK + 16 + 16])('no stream has %i bytes after its header', (body) => {
  expect(plainSize(51 + body, { keyId: 'x', length: 51 })).toBeNaN();
});
