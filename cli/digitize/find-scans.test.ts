// Tests of finding scans and of what is known of a dossier.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dossierOf, readDossierFile } from './dossier-file.ts';
import { findScans, naturalOrder } from './find-scans.ts';

const dossier = {
  code: 'H36.12-20261122-0001',
  received: '2026-11-22',
  procedure: '1.001193',
  owners: [{ kind: 'citizen', scheme: 'SDD', id: '001 190 000001', name: 'Trần Mẫu' }],
};

function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'sohoa-tree-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

describe('scans', () => {
  test('a dossier folder: natural order, sources relative to it, the rest told', async () => {
    const root = tree({
      'dossier.json': JSON.stringify(dossier),
      'truth.json': '{}',
      'scans/10.pdf': '',
      'scans/2.JPG': '',
      'scans/.hidden.pdf': '',
      'scans/notes.txt': '',
    });
    symlinkSync(join(root, 'scans', '2.JPG'), join(root, 'scans', '3.jpg'));
    const { batches, skipped } = await findScans([root]);
    expect(batches.map(({ files }) => files.map(({ source }) => source))).toEqual([
      ['scans/2.JPG', 'scans/10.pdf'],
    ]);
    expect(batches[0]?.dossier).toEqual({
      code: dossier.code,
      received: '2026-11-22',
      procedure: '1.001193',
      owners: [{ kind: 'citizen', scheme: 'SDD', number: '001190000001', name: 'Trần Mẫu' }],
    });
    expect(skipped).toEqual([
      { source: 'scans/.hidden.pdf', reason: 'hidden' },
      { source: 'scans/3.jpg', reason: 'link' },
      { source: 'scans/notes.txt', reason: 'unknown' },
      { source: 'truth.json', reason: 'unknown' },
    ]);
  });

  test('a folder of dossiers and loose files', async () => {
    const root = tree({
      'h2/dossier.json': JSON.stringify({ code: 'H2' }),
      'h2/scans/1.pdf': '',
      'h10/dossier.json': JSON.stringify({ code: 'H10' }),
      'h10/scans/1.pdf': '',
      'loose/b/9.png': '',
      'a.tif': '',
    });
    const { batches } = await findScans([root]);
    expect(batches.map((batch) => [batch.dossier?.code, batch.files.map(({ source }) => source)])).toEqual([
      ['H2', ['h2/scans/1.pdf']],
      ['H10', ['h10/scans/1.pdf']],
      [undefined, ['a.tif', 'loose/b/9.png']],
    ]);
  });

  test('the data folder and the folder for copies are no scans', async () => {
    const root = tree({ '1.pdf': '', 'data/cache/0001.jpg': '', 'out/1_001.pdf': '' });
    const { batches, skipped } = await findScans([root], [join(root, 'data'), join(root, 'x', '..', 'out')]);
    expect(batches.map(({ files }) => files.map(({ source }) => source))).toEqual([['1.pdf']]);
    expect(skipped).toEqual([
      { source: 'data', reason: 'own' },
      { source: 'out', reason: 'own' },
    ]);
  });

  test('a file that is named is taken, whatever it is called; its source is its name', async () => {
    const root = tree({ '.odd': '' });
    const { batches } = await findScans([join(root, '.odd')]);
    expect(batches[0]?.files).toEqual([{ path: join(root, '.odd'), source: '.odd' }]);
  });

  test('what is not there is an error of usage', async () => {
    await expect(findScans(['/nowhere/at/all'])).rejects.toMatchObject({
      kind: 'usage',
      code: 'cli.no-such-file',
    });
  });

  test('numbers count by value', () => {
    expect(['b10', 'b9', 'a', 'b09'].sort(naturalOrder)).toEqual(['a', 'b09', 'b9', 'b10']);
  });
});

describe('dossier.json', () => {
  const read = (content: unknown) =>
    readDossierFile(
      join(
        tree({ 'dossier.json': typeof content === 'string' ? content : JSON.stringify(content) }),
        'dossier.json',
      ),
    );

  test.each([
    [{ ...dossier, code: 7 }, 'code'],
    [{ ...dossier, received: '2026-02-30' }, 'received'],
    [{ ...dossier, procedure: '1.1' }, 'procedure'],
    [{ ...dossier, owners: [{ ...dossier.owners[0], id: '123' }] }, 'owners.0.id'],
    [{ ...dossier, owners: [{ ...dossier.owners[0], scheme: 'X' }] }, 'owners.0.scheme'],
    [[], '{}'],
  ])('%j is wrong at %s', async (content, where) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'cli.dossier-invalid', params: { where } });
  });

  test('no JSON', async () => {
    await expect(read('{')).rejects.toMatchObject({ kind: 'usage', code: 'cli.dossier-unreadable' });
  });

  test('the day of reception stands in the code; more members are left alone', async () => {
    const found = await read({ code: 'H36.12-20261122-0001', note: 'x' });
    expect(found).toEqual({ code: 'H36.12-20261122-0001', received: '2026-11-22', owners: [] });
  });
});

describe('the command line', () => {
  test('alone', () => {
    const words = {
      dossier: 'H36.12-20261122-0001',
      procedure: '1.001193',
      owners: ['001190000001', '0100109106'],
    };
    expect(dossierOf(null, words)).toEqual({
      code: 'H36.12-20261122-0001',
      received: '2026-11-22',
      procedure: '1.001193',
      owners: [
        { kind: 'citizen', scheme: 'SDD', number: '001190000001' },
        { kind: 'organisation', scheme: 'MST', number: '0100109106' },
      ],
    });
    expect(dossierOf(null, { owners: [] })).toBeNull();
  });

  test('over a dossier.json', () => {
    const found = { code: 'H1', received: '2020-01-01', procedure: '1.000894', owners: [] };
    expect(dossierOf(found, { owners: [], procedure: '1.001193' })).toEqual({
      ...found,
      procedure: '1.001193',
    });
    expect(dossierOf(found, { owners: [], dossier: 'H2' })).toEqual({
      code: 'H2',
      procedure: '1.000894',
      owners: [],
    });
  });

  test.each([
    [{ owners: ['x'] }, 'cli.owner-number'],
    [{ owners: ['001190000001'] }, 'cli.needs-dossier'],
    [{ owners: [], dossier: 'a/b' }, 'cli.dossier-code'],
  ])('%j is refused', (words, code) => {
    expect(() => dossierOf(null, words)).toThrow(expect.objectContaining({ kind: 'usage', code }));
  });
});
