// A clerk at work: the real program reads lines from a pipe, papers are filed; what is stored is what was said.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenLine } from '../../pipeline/filing/evidence.ts';
import { type Office, openOffice } from '../testing/office.ts';
import { sohoa } from '../testing/run-cli.ts';
import { birthCertificate, dossier, wayOf } from '../testing/waiting-paper.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 240_000);
afterAll(() => office.remove());

const clerk = 'Cán Bộ Kiểm';
const review = (words: readonly string[], input = '', who = clerk) =>
  sohoa(['review', ...words, '--data', office.folder], { input, environment: { SOHOA_OFFICER: who } });
const registry = () => office.ports.registry;
const factOf = async (id: string, key: string) =>
  (await registry().facts(id)).find((fact) => fact.key === key);

async function waiting(made = birthCertificate({ number: '12/2019', personal: '079219001111' })) {
  const paper = await wayOf(office, { pages: [made] });
  expect(paper.status).toBe('review');
  return paper.id!;
}

async function chainOf(id: string): Promise<string> {
  const files = await registry().files(id);
  return (await office.bytesOf(files.find(({ role }) => role === 'evidence')!.key)).toString('utf8');
}

describe('doubt after doubt', () => {
  test('Enter accepts, typing replaces, wrong values are refused, then the paper is filed', async () => {
    const id = await waiting();
    const shown = JSON.parse((await review(['show', id, '--json'])).stdout);
    const fields: string[] = shown.doubts.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(['so_ky_hieu', 'ngay_sinh']);
    expect(shown.doubts[0]).toMatchObject({ value: '12/2019', page: 1, type: 'number', required: true });
    expect(shown.doubts[0].box).toHaveLength(4);
    const before = await chainOf(id);
    const run = await review(['next', id], '\nhôm qua\n31/02/2019\n5/3/2019\n');
    expect([run.code, run.stdout]).toEqual([
      0,
      '079219001111.H00-KS.12/2019.01\n'.replace('H00-KS', kindPart()),
    ]);
    expect(run.stderr).toContain('không phải ngày có thật');
    const paper = await registry().paper(id);
    expect(paper).toMatchObject({ state: 'filed', problems: [], kindConfidence: 1 });
    expect(await factOf(id, 'so_ky_hieu')).toMatchObject({
      ...{ value: '12/2019', confidence: 1, origin: 'clerk', evidence: ['clerk:confirmed'] },
      box: shown.doubts[0].box,
    });
    expect(await factOf(id, 'ngay_sinh')).toMatchObject({ value: '2019-03-05', evidence: ['clerk:typed'] });
    const events = await registry().events({ paperId: id });
    expect(events.slice(-2).map(({ kind, actor }) => [kind, actor])).toEqual([
      ['reviewed', clerk],
      ['filed', clerk],
    ]);
    const chain = await chainOf(id);
    expect(chain.startsWith(before)).toBe(true);
    expect(brokenLine(chain)).toBeNull();
    expect(JSON.parse(chain.trimEnd().split('\n').at(-1)!)).toMatchObject({
      step: 'review-accept',
      actor: clerk,
    });
  }, 240_000);

  const kindPart = () => {
    const { resultCode, componentCode, shortCode } = office.ports.lists.kind('GIAY_KHAI_SINH')!;
    return resultCode ?? componentCode ?? `H00-${shortCode}`;
  };

  test('undo takes the last answer back; what was said before the end of input is kept', async () => {
    const id = await waiting();
    const run = await review([], '99/2019\nu\n13/2019\n');
    expect([run.code, run.stdout]).toEqual([0, '']);
    expect(await registry().paper(id)).toMatchObject({ state: 'review', code: null, number: '13/2019' });
    const again = await review(['next', id], '-\n');
    expect(again.stdout).toContain('13/2019.01');
    const history = await registry().factVersions(id);
    expect(
      history.filter(({ key }) => key === 'ngay_sinh').map(({ value, origin }) => [value, origin]),
    ).toEqual([['', 'clerk']]);
    expect(await factOf(id, 'ngay_sinh')).toBeUndefined();
  }, 240_000);

  test('skip leaves a paper, the next one comes; q stops', async () => {
    const [one, two, three] = [await waiting(), await waiting(), await waiting()];
    const run = await review(['next', one, two, three], 's\n\n01/02/2019\nq\n');
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
    const states = await Promise.all(
      [one, two, three].map(async (id) => (await registry().paper(id))?.state),
    );
    expect(states).toEqual(['review', 'filed', 'review']);
    for (const id of [one, three]) await review(['accept', id]);
  }, 240_000);

  test('a value that looks like a key is typed with =, and the help tells so', async () => {
    const id = await waiting(birthCertificate({ born: '01/02/2019', personal: '079219002222' }));
    const run = await review(['next', id], '?\n=k\n');
    expect(run.stderr).toContain('=giá trị');
    expect((await registry().paper(id))?.number).toBe('k');
  }, 240_000);

  test('the kind is chosen by words of its name, and the pages are understood as one of it', async () => {
    const id = await waiting();
    const run = await review(['next', id], 'k trích lục khai sinh\n1\nq\n', clerk);
    expect(run.stderr).toContain('Trích lục khai sinh');
    const paper = await registry().paper(id);
    expect(paper).toMatchObject({ state: 'review', kind: 'TRICH_LUC_KHAI_SINH', kindConfidence: 1 });
    expect((await registry().facts(id)).every(({ key }) => kindHas('TRICH_LUC_KHAI_SINH', key))).toBe(true);
    await review(['accept', id]);
  }, 240_000);

  const kindHas = (code: string, key: string): boolean =>
    office.ports.lists.kind(code)!.fields.some((field) => field.key === key);

  test('nobody is at work without a name', async () => {
    const run = await review([], '', '');
    expect([run.code, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toContain('--actor');
  }, 120_000);
});

describe('list', () => {
  test('oldest first, with reasons in words and no value of any fact', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const { papers, more } = JSON.parse((await review(['list', '--json', '--lang', 'en'])).stdout);
    expect(papers.map(({ id }: { id: string }) => id)).toEqual([first, second]);
    expect(more).toBe(false);
    expect(papers[0]).toMatchObject({
      ...{ kind: 'GIAY_KHAI_SINH', dossier: dossier.code, doubts: 2, fields: ['so_ky_hieu', 'ngay_sinh'] },
      sealed: true,
    });
    expect(JSON.stringify(papers)).not.toMatch(/12\/2019|079219001111|NGUYỄN/);
    const limited = JSON.parse((await review(['list', '--json', '--limit', '1'])).stdout);
    expect([limited.papers.length, limited.more]).toEqual([1, true]);
    const told = await review(['list', '--dossier', dossier.code]);
    expect(told.stdout).toContain('chưa đọc chắc');
    for (const id of [first, second]) await review(['accept', id]);
    expect((await review(['list'])).stderr).toContain('Không có giấy tờ nào');
  }, 240_000);
});
