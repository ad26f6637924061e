// The model we ship is the one whose checksum is recorded, with its licence, and both engines read alike with it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { modelFile, stockModelFile } from './model.ts';

test('the bytes are those of the recorded checksum', () => {
  const sum = createHash('sha256').update(readFileSync(modelFile())).digest('hex');
  expect(readFileSync(`${modelFile()}.sha256`, 'utf8')).toBe(`${sum}  vie.traineddata.gz\n`);
});

test('it lies beside its licence note and is small', () => {
  expect(readFileSync(join(dirname(modelFile()), 'LICENSE.txt'), 'utf8')).toContain(
    'Apache License, Version 2.0',
  );
  expect(gunzipSync(readFileSync(modelFile())).length).toBeLessThan(600_000);
});

test('the stock model is there to compare with', () => {
  expect(existsSync(stockModelFile())).toBe(true);
});
