// With `ask` a doubtful scan waits unsealed; accepting it seals and files it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyPdf } from '../../signing/verify.ts';
import { type Office, openOffice } from '../testing/office.ts';
import { sohoa } from '../testing/run-cli.ts';
import { birthCertificate, wayOf } from '../testing/waiting-paper.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.remove());

const dark = () => ({
  ...birthCertificate({ number: '7/2019', born: '05/03/2019', personal: '079219003333', doubt: 0.99 }),
  problems: [{ code: 'quality.dark', page: 1 }],
});
const asking = (captureCheck: 'ask' | 'auto'): Office => {
  const { ports } = office;
  return { ...office, ports: { ...ports, settings: { ...ports.settings, captureCheck } } };
};
const rolesOf = async (id: string) => (await office.ports.registry.files(id)).map(({ role }) => role);

test('with auto the same scan is sealed', async () => {
  const paper = await wayOf(asking('auto'), { pages: [dark()] });
  expect(paper.status).toBe('filed');
  expect(await rolesOf(paper.id!)).toContain('legal-copy');
}, 120_000);

test('with ask it waits without a copy, and accepting it seals and files it', async () => {
  const paper = await wayOf(asking('ask'), { pages: [dark()] });
  const id = paper.id!;
  expect([paper.status, paper.code, paper.files]).toEqual(['review', null, {}]);
  expect(paper.problems.map(({ code }) => code)).toContain('capture.held');
  expect(await rolesOf(id)).toEqual(['evidence', 'facts', 'original', 'text']);
  expect(await office.ports.registry.paper(id)).toMatchObject({ legalCopySha256: null, signatures: 0 });
  const listed = await sohoa(['review', 'list', '--json', '--data', office.folder]);
  expect(JSON.parse(listed.stdout).papers).toMatchObject([{ id, sealed: false }]);
  const run = await sohoa(['review', 'accept', id, '--data', office.folder, '--actor', 'Cán Bộ Kiểm']);
  expect([run.code, run.stdout]).toEqual([0, expect.stringMatching(/7\/2019\.\d\d\n$/)]);
  const filed = await office.ports.registry.paper(id);
  expect(filed).toMatchObject({ state: 'filed', signatures: 1, problems: [{ code: 'quality.dark' }] });
  const copy = (await office.ports.registry.files(id)).find(({ role }) => role === 'legal-copy')!;
  expect(copy.sha256).toBe(filed?.legalCopySha256);
  const trust = await office.wiring.ownAuthority();
  const report = await verifyPdf(await office.bytesOf(copy.key), { trust, now: new Date() });
  expect(report.valid).toBe(true);
  const events = await office.ports.registry.events({ paperId: id });
  expect(events.slice(-3).map(({ kind }) => kind)).toEqual(['reviewed', 'sealed', 'filed']);
}, 600_000);
