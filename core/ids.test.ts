// Tests of ids.ts and canonical-json.ts.
import { expect, test } from 'vitest';
import { canonicalJson, hashOfJson } from './canonical-json.ts';
import { isUlid, sha256, ulidSource } from './ids.ts';

test('ulids grow within one millisecond', () => {
  const now = new Date('2026-11-22T02:30:00Z');
  const next = ulidSource({ now: () => now });
  const made = Array.from({ length: 500 }, next);
  expect(made.every(isUlid)).toBe(true);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('ulids grow although the clock goes back', () => {
  const times = [
    '2026-11-22T02:30:00Z',
    '2026-11-22T02:31:00Z',
    '2020-01-01T00:00:00Z',
    '2026-11-22T02:30:30Z',
  ];
  let at = 0;
  const next = ulidSource({ now: () => new Date(times[at] ?? '') });
  const made = times.map((_, index) => {
    at = index;
    return next();
  });
  expect([...made].sort()).toEqual(made);
});

test('sha256 of the empty input', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('canonical JSON sorts members and prints numbers one way', () => {
  expect(canonicalJson({ b: 1e2, a: [1.0, 'đ', null], é: true })).toBe('{"a":[1,"đ",null],"b":100,"é":true}');
  expect(hashOfJson({ a: 1, b: 2 })).toBe(hashOfJson({ b: 2, a: 1 }));
  expect(() => canonicalJson(undefined)).toThrow(TypeError);
});
