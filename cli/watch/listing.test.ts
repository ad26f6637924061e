// What counts as a unit, a scan, a name of a file that is still being written.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isTemporary, listUnits } from './listing.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sohoa-list-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), 'x');
  }
};
const list = (own: string[] = []) => listUnits(root, (path) => own.some((name) => path === join(root, name)));
const sources = (files: readonly { source: string }[]): string[] => files.map(({ source }) => source);

test.each(['~$ho so.pdf', 'a.pdf.part', 'a.tmp', 'a.pdf.crdownload', 'a.pdf~', 'a.filepart', 'A.PARTIAL'])(
  '%s is being written',
  (name) => expect(isTemporary(name)).toBe(true),
);
test.each(['a.pdf', 'tmp.pdf', 'part.jpg', 'dossier.json'])('%s is not', (name) =>
  expect(isTemporary(name)).toBe(false),
);

test('folders at the top are units, files there too; own and hidden ones and links are not', async () => {
  put('b.pdf', 'a.jpg', '.hidden.pdf', 'H2/1.pdf', 'H10/scans/1.pdf', 'da-xu-ly/H1/1.pdf', '.git/x.pdf');
  symlinkSync(join(root, 'H2'), join(root, 'H3'));
  symlinkSync(join(root, 'b.pdf'), join(root, 'c.pdf'));
  symlinkSync(root, join(root, 'H2', 'loop'));
  const units = await list(['da-xu-ly']);
  expect(units.map(({ name, isFolder }) => [name, isFolder])).toEqual([
    ['a.jpg', false],
    ['b.pdf', false],
    ['H2', true],
    ['H10', true],
  ]);
  expect(sources(units[3]?.scans ?? [])).toEqual(['H10/scans/1.pdf']);
});

test('inside a dossier: scans, its dossier.json, and the rest, of which all change the stamp', async () => {
  put(
    'H/dossier.json',
    'H/scans/2.pdf',
    'H/scans/10.tif',
    'H/scans/3.pdf.part',
    'H/scans/~$4.pdf',
    'H/note.docx',
  );
  const [before] = await list();
  expect(sources(before?.scans ?? [])).toEqual(['H/scans/2.pdf', 'H/scans/10.tif']);
  expect(sources(before?.dossierFiles ?? [])).toEqual(['H/dossier.json']);
  expect(sources(before?.others ?? []).toSorted()).toEqual([
    'H/note.docx',
    'H/scans/3.pdf.part',
    'H/scans/~$4.pdf',
  ]);
  writeFileSync(join(root, 'H/scans/3.pdf.part'), 'xx');
  expect((await list())[0]?.stamp).not.toBe(before?.stamp);
});

test('a dossier.json at the top makes the whole folder one dossier', async () => {
  put('dossier.json', 'scans/1.pdf', 'scans/2.pdf', 'da-xu-ly/x/1.pdf');
  const units = await list(['da-xu-ly']);
  expect(units.map(({ name }) => name)).toEqual(['.']);
  expect(sources(units[0]?.scans ?? [])).toEqual(['scans/1.pdf', 'scans/2.pdf']);
});
