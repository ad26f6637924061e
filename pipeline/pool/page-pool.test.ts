// The page pool: errors, crashes, time limits and cancelling end as that page's error, and the pool goes on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../lists/package-root.ts';
import { openPagePool } from './page-pool.ts';

test('reads', async () => {
  const pool = openPagePool({ workers: 1, settings: { native: null } });
  const bytes = new Uint8Array(readFileSync(join(packageRoot(), 'samples/khai-sinh/scans/01.jpg')));
  const out = await pool.read({ number: 1, bytes, dpi: 200, mirrored: false, shownTurned: 0, jpegQuality: 40 });
  console.log(out.timings, out.reading.text.lines.length);
  expect(out.reading.blank).toBe(false);
  await pool.close();
});
