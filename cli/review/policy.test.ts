// The policy and the replay as a user runs them, on a new data folder and one with reviews of its own.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settle } from '../../pipeline/review/settle.ts';
import { readConfig } from '../surroundings.ts';
import { type Office, openOffice } from '../testing/office.ts';
import { sohoa } from '../testing/run-cli.ts';
import { birthCertificate, wayOf } from '../testing/waiting-paper.ts';

let folder: string;
let office: Office;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-policy-'));
  office = await openOffice();
}, 60_000);
afterAll(async () => {
  await office.remove();
  await rm(folder, { recursive: true, force: true });
});
const longRun = 240_000;

test(
  'shows the shipped figures; --apply writes the threshold beside what stands in the settings',
  async () => {
    const shown = await sohoa(['review', 'policy', '--data', folder]);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('cận dưới 95 %');
    expect(shown.stdout).toMatch(/Ngưỡng hiện dùng 0,900/);
    await expect(stat(join(folder, 'registry.sqlite'))).rejects.toThrow();
    const file = join(folder, 'sohoa.json');
    await writeFile(file, '{"agency":"H36","sure":0.8}');
    const run = await sohoa([
      'review',
      'policy',
      '--target-error',
      '3%',
      '--apply',
      '--json',
      '--data',
      folder,
    ]);
    expect(run.code).toBe(0);
    const { chosen, byType, own } = JSON.parse(run.stdout);
    expect(own).toBe(0);
    expect(chosen.error).toBeLessThanOrEqual(0.03);
    const settings = JSON.parse(await readFile(file, 'utf8'));
    expect(settings).toMatchObject({ agency: 'H36', sure: chosen.threshold });
    expect(Object.keys(settings.sureByType)).toEqual(Object.keys(byType));
    expect(readConfig({ data: folder }, {})).toMatchObject({ agency: 'H36', sure: chosen.threshold });
  },
  longRun,
);

test.each([['--target-error', '2'], ['--target-error', 'ít'], ['--apply']])(
  '%j is no share of errors',
  async (...words) => {
    const run = await sohoa(['review', 'policy', ...words, '--data', folder]);
    expect([run.code, run.stdout]).toEqual([1, '']);
  },
  longRun,
);

test(
  'what was looked at here counts, and is answered again without telling a value',
  async () => {
    const { id } = await wayOf(office, {
      pages: [birthCertificate({ number: '31/2019', personal: '079219004444' })],
    });
    const ports = await office.wiring.reviewPorts();
    const paper = (await ports.registry.paper(id!))!;
    const corrections = [
      { key: 'so_ky_hieu', value: '31/2019', how: 'confirmed' as const },
      { key: 'nguoi_ky', value: 'Lê Thị Khác', how: 'typed' as const },
    ];
    await settle(ports, { paper, corrections, accept: true, actor: 'Cán Bộ Kiểm' });
    const policy = await sohoa(['review', 'policy', '--json', '--data', office.folder]);
    expect(JSON.parse(policy.stdout).own).toBe(2);
    const replay = await sohoa(['review', 'replay', '--json', '--data', office.folder]);
    expect(JSON.parse(replay.stdout)).toEqual({ papers: 1, facts: 3, before: 2, now: 2, changed: [] });
    expect(replay.stdout).not.toContain('Khác');
  },
  longRun,
);
