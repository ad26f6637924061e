// The watched folder as its users have it: scanners that write slowly, dossiers, broken files, stops, kills.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectFault, expectNoStack, newPlace, type Place } from '../faults/testing/place.ts';
import { whitePage } from '../faults/testing/white-page.ts';
import { today } from '../print/words.ts';
import { type CliRun, sohoa } from '../testing/run-cli.ts';
import { begun, countOf, type Running, startWatch } from './testing/running.ts';

const long = 600_000;
let place: Place;
let inbox: string;
let data: string;
beforeEach(() => {
  place = newPlace();
  inbox = place.path('inbox');
  data = place.path('data');
  mkdirSync(inbox);
});
const runs: Running[] = [];
const running = (watch: Running): Running => {
  runs.push(watch);
  return watch;
};
afterEach(() => {
  // One that a failed test left behind.
  for (const { child } of runs.splice(0)) child.kill('SIGKILL');
  place.remove();
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(inbox, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Every file of a folder but marks, sorted. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== '.sohoa')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

const once = (...more: string[]): Promise<CliRun> =>
  sohoa(['watch', inbox, '--data', data, '--settle', '0.3', '--once', ...more]);

interface Document {
  readonly source: string;
  readonly status: string;
  readonly alreadyFiled: boolean;
  readonly dossier: string | null;
  readonly pages: unknown;
}
const documentsOf = (lines: string): Document[] =>
  lines
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Document);

const essence = ({ source, status, dossier, pages }: Document) => ({ source, status, dossier, pages });
const bySource = (one: Document, other: Document): number => (one.source < other.source ? -1 : 1);

const dossier = JSON.stringify({ code: 'H36.12-20261122-0001', owners: [] });
const day = today(new Date());

describe('what is there', { timeout: long }, () => {
  test('is taken by dossier, moved with its reasons, and gives what digitize gives', async () => {
    put('H1/dossier.json', dossier);
    put('H1/scans/1.png', whitePage(1));
    put('H1/scans/2.png', whitePage(2));
    put('H1/Thumbs.db', 'x');
    put('loose.png', whitePage(3));
    put('text.pdf', 'this is no scan');
    put('H2/dossier.json', '{"code": ');
    put('H2/1.png', whitePage(4));
    const left = ['later.pdf.part', '~$office.pdf', '.hidden.png', 'note.docx'];
    for (const name of left) put(name, 'x');
    symlinkSync(join(inbox, 'loose.png'), join(inbox, 'link.png'));

    const run = await once('--json');
    expect(run.code, run.stderr).toBe(2);
    expectNoStack(run);
    const done = [
      `${day}/H1/dossier.json`,
      `${day}/H1/scans/1.png`,
      `${day}/H1/scans/2.png`,
      `${day}/loose.png`,
    ];
    expect(filesIn(join(inbox, 'da-xu-ly'))).toEqual(done);
    const failed = [
      'H2/1.png',
      'H2/1.png.txt',
      'H2/dossier.json',
      'H2/dossier.json.txt',
      'text.pdf',
      'text.pdf.txt',
    ];
    expect(filesIn(join(inbox, 'loi'))).toEqual(failed.map((name) => `${day}/${name}`));
    expect(filesIn(inbox).filter((name) => !/^(da-xu-ly|loi)\//.test(name))).toEqual(
      [...left, 'link.png'].sort(),
    );
    expect(['H1', 'H2'].map((name) => existsSync(join(inbox, name)))).toEqual([false, false]);
    const reason = readFileSync(join(inbox, 'loi', day, 'text.pdf.txt'), 'utf8');
    expect(reason).toContain('không phải là bản quét');
    expect(reason).toContain('is not a scan');
    expect(readFileSync(join(inbox, 'loi', day, 'H2/1.png.txt'), 'utf8')).toContain('H2/dossier.json');

    const same = place.path('same');
    mkdirSync(join(same, 'H1', 'scans'), { recursive: true });
    for (const name of done) {
      mkdirSync(join(same, name.slice(11), '..'), { recursive: true });
      writeFileSync(join(same, name.slice(11)), readFileSync(join(inbox, 'da-xu-ly', name)));
    }
    const digitized = await sohoa(['digitize', same, '--data', place.path('other-data'), '--json']);
    const { documents } = JSON.parse(digitized.stdout) as { documents: Document[] };
    const watched = documentsOf(run.stdout).filter(({ status }) => status !== 'refused');
    expect(watched.sort(bySource).map(essence)).toEqual(documents.sort(bySource).map(essence));
    expect(watched.map(({ dossier: code }) => code)).toEqual([
      'H36.12-20261122-0001',
      'H36.12-20261122-0001',
      null,
    ]);
  });

  test('and was filed before is told as known and moved, under a name of its own', async () => {
    put('1.png', whitePage(1));
    await once();
    put('1.png', whitePage(1));
    const run = await once('--json');
    expect(run.code, run.stderr).toBe(0);
    expect(documentsOf(run.stdout).map(({ alreadyFiled }) => alreadyFiled)).toEqual([true]);
    expect(filesIn(join(inbox, 'da-xu-ly', day))).toEqual(['1 (2).png', '1.png']);
  });
});

describe('what comes while it runs', { timeout: long }, () => {
  test('is taken when it is whole; stopped, it says so and loses nothing', async () => {
    const watch = running(startWatch({ inbox, data }));
    await watch.until(begun);
    const page = whitePage(5);
    const slow = put('slow.png', page.subarray(0, 100));
    for (let at = 100; at < page.length; at += Math.ceil(page.length / 8)) {
      await sleep(250);
      appendFileSync(slow, page.subarray(at, at + Math.ceil(page.length / 8)));
    }
    put('by-name.png.part', whitePage(6));
    renameSync(join(inbox, 'by-name.png.part'), join(inbox, 'by-name.png'));
    const done = join(inbox, 'da-xu-ly', day);
    await watch.until(() => existsSync(join(done, 'slow.png')) && existsSync(join(done, 'by-name.png')));
    put('late.png', whitePage(7));
    const run = await watch.stop('SIGINT');
    expect(run.code).toBe(130);
    expectNoStack(run);
    expect(documentsOf(run.stdout).filter(({ status }) => status === 'refused')).toEqual([]);
    expect([...filesIn(inbox)].filter((name) => name.endsWith('late.png'))).toHaveLength(1);
    expect((await once()).code).toBe(0);
    expect(filesIn(inbox).map((name) => name.split('/').at(-1))).toEqual([
      'by-name.png',
      'late.png',
      'slow.png',
    ]);
  });

  test('is filed once each, whatever moment it is killed at', async () => {
    for (let page = 1; page <= 6; page += 1) put(`H1/${page}.png`, whitePage(page));
    put('H1/dossier.json', dossier);
    const watch = running(startWatch({ inbox, data }));
    await watch.until((told) => countOf('"source"')(told) >= 2);
    const killed = await watch.stop('SIGKILL');
    expect(killed.signal).toBe('SIGKILL');
    expect((await once()).code).toBe(0);
    expect(filesIn(inbox)).toEqual(
      ['1.png', '2.png', '3.png', '4.png', '5.png', '6.png', 'dossier.json'].map(
        (name) => `da-xu-ly/${day}/H1/${name}`,
      ),
    );
    const papers = await sohoa(['papers', '--json', '--data', data]);
    const lines = papers.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ signatures, dossier: code }) => [signatures, code])).toEqual(
      Array.from({ length: 6 }, () => [1, 'H36.12-20261122-0001']),
    );
    expect(new Set(lines.map(({ originalSha256 }) => originalSha256)).size).toBe(6);
  });

  test('a second watch of the folder is told who has it', async () => {
    const watch = running(startWatch({ inbox, data }));
    await watch.until(begun);
    const second = await once();
    expectFault(second, 'watch.already', 1);
    expect(second.stderr).toContain(String(watch.child.pid));
    expect((await watch.stop('SIGTERM')).code).toBe(130);
    expect((await once()).code).toBe(0);
  });
});
