// A file of separator sheets only: no paper comes of it, and that is said.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { separatorSheets } from '../../pipeline/compose/separator-sheets.ts';
import type { ProgressEvent } from '../../pipeline/run.ts';
import { openOffice } from '../testing/office.ts';

const LONG = 240_000;

test(
  'separator sheets alone are told as such, and nothing is filed',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sohoa-sheets-'));
    const office = await openOffice();
    try {
      const path = join(folder, 'sheets.pdf');
      await writeFile(path, await separatorSheets({ count: 2 }));
      const told: ProgressEvent[] = [];
      const files = [{ path, source: 'sheets.pdf' }];
      expect(await office.run({ files, onProgress: (event) => void told.push(event) })).toEqual([]);
      expect(told).toContainEqual({ kind: 'no-papers', source: 'sheets.pdf', pages: 2 });
      expect(await office.keys()).toEqual([]);
    } finally {
      await office.remove();
      await rm(folder, { recursive: true });
    }
  },
  LONG,
);
