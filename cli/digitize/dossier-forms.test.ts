// The clerk's word for the form of a file: read from dossier.json, kept beside what the command line says.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { dossierPart } from '../../pipeline/filing/dossier-part.ts';
import { madeWork } from '../../pipeline/testing/made-work.ts';
import { dossierOf, readDossierFile } from './dossier-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-dossier-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (papers: unknown): Promise<string> => {
  const path = join(folder, 'dossier.json');
  await writeFile(path, JSON.stringify({ code: 'H40.09-260408-0031', procedure: '1.012289', papers }));
  return path;
};

test('is read, and stays when the command line names another procedure', async () => {
  const papers = [{ source: 'scans/01.pdf', form: 'certified-copy' }];
  const dossier = await readDossierFile(await file(papers));
  expect(dossier.papers).toEqual(papers);
  expect(dossierOf(dossier, { procedure: '1.001193', owners: [] })?.papers).toEqual(papers);
  expect((await readDossierFile(await file([]))).papers).toBeUndefined();
});

test.each([[[{ source: '', form: 'copy' }]], [[{ source: '01.pdf', form: 'photo' }]], [{}]])(
  'refused: %j',
  async (papers) => {
    await expect(readDossierFile(await file(papers))).rejects.toMatchObject({ code: 'cli.dossier-invalid' });
  },
);

test('comes before the form the procedure asks for', async () => {
  const dossier = await readDossierFile(await file([{ source: 'scans/01.pdf', form: 'certified-copy' }]));
  const work = madeWork({ kind: 'GIAY_KHAM_SUC_KHOE', dossier });
  expect(dossierPart(work, loadLists()).paper.form).toBe('copy');
  expect(dossierPart({ ...work, dossier: { ...dossier, papers: [] } }, loadLists()).paper.form).toBe(
    'original',
  );
});
