// What stands in a data folder when everything is done, in a form in which two folders can be compared.
import { existsSync, readdirSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { collect } from '../../cli/collect.ts';
import { layoutOf } from '../../cli/data-layout.ts';
import { allPapers } from '../../cli/find-paper.ts';
import { openWiring, type Wiring } from '../../cli/wire.ts';
import { parseConfig } from '../../core/config.ts';
import { sha256 } from '../../core/ids.ts';
import type { PaperRow } from '../../core/ports.ts';
import { brokenLine } from '../../pipeline/filing/evidence.ts';
import { leftScratch, removeScratch } from '../../pipeline/pool/scratch.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import { verifyPdf } from '../../signing/verify.ts';
import { sweep } from '../../warehouse/sweep.ts';
import type { Place } from './kill-run.ts';

export interface FiledState {
  /** What makes a paper, by original and pages: equal in two folders that went through the same scans. */
  readonly papers: ReadonlyMap<string, string>;
  /** Whatever must not be, whichever folder it is. */
  readonly faults: readonly string[];
  /** Numbers of codes that were taken and not used: a kill between taking and filing leaves a gap, which is allowed. */
  readonly gaps: number;
}

/** `told`: what `digitize --json` says of the same scans once more, when all are filed. */
export async function filedState(place: Place, told: readonly DigitizedPaper[]): Promise<FiledState> {
  await asIfLongAgo(join(layoutOf(place.data).objects, 'tmp'));
  const wiring = openWiring({
    config: parseConfig({ data: place.data }),
    environment: {},
    clock: { now: () => new Date() },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    names: { organisation: 'Thử', officer: 'Thử', agency: 'Thử' },
  });
  try {
    const registry = await wiring.registry();
    const rows = await collect(allPapers(registry, {}));
    const faults = [...(await faultsOfStore(wiring, rows)), ...(await leftovers(place))];
    const papers = new Map<string, string>();
    for (const row of rows) {
      const key = `${row.originalSha256} pages ${row.pages.join(',')}`;
      if (papers.has(key)) faults.push(`filed twice: ${row.sourceName} pages ${row.pages}`);
      papers.set(key, JSON.stringify(await essence(wiring, row, told)));
      faults.push(...(await faultsOfPaper(wiring, row)));
    }
    if (told.length !== rows.length)
      faults.push(`${told.length} papers told, ${rows.length} in the registry`);
    const codes = rows.flatMap(({ code }) => code ?? []);
    if (new Set(codes).size !== codes.length) faults.push('two papers have one code');
    return { papers, faults, gaps: gapsIn(codes) };
  } finally {
    await wiring.close();
  }
}

/** Ids, instants and the last part of codes differ from run to run; nothing else may. */
async function essence(wiring: Wiring, row: PaperRow, told: readonly DigitizedPaper[]): Promise<unknown> {
  const registry = await wiring.registry();
  const { kind, title, number, issued, validFrom, validTo, perpetual, state, sourceName, signatures } = row;
  const facts = (await registry.facts(row.id)).map(({ key, value, confidence, page, box, origin }) => [
    ...[key, value, confidence, page, box, origin],
  ]);
  const owners = (await registry.paperOwners(row.id)).map(({ owner, role, lead }) => [
    owner.identifiers.map(({ scheme, number: value }) => `${scheme} ${value}`).sort(),
    ...[role, lead],
  ]);
  const dossier = row.dossierId ? (await registry.dossier(row.dossierId))?.code : null;
  const events = (await registry.events({ paperId: row.id })).map((event) => event.kind);
  const files = (await registry.files(row.id)).map(({ role }) => role).sort();
  const paper = told.find(({ id }) => id === row.id);
  const said = paper && { ...paper, id: '', code: '', files: '', milliseconds: 0, alreadyFiled: true };
  return {
    ...{ kind, title, number, issued, validFrom, validTo, perpetual, state, sourceName, signatures },
    ...{ facts, owners, dossier, events, files, said },
    problems: row.problems,
    code: row.code?.replace(/\.\d+$/, '') ?? null,
  };
}

async function faultsOfPaper(wiring: Wiring, row: PaperRow): Promise<string[]> {
  const name = `${row.sourceName} pages ${row.pages}`;
  const faults: string[] = [];
  const [registry, objects] = [await wiring.registry(), await wiring.objects()];
  const trust = await wiring.ownAuthority();
  for (const file of await registry.files(row.id)) {
    const parts: Uint8Array[] = [];
    try {
      for await (const part of await objects.get(file.key)) parts.push(part);
    } catch {
      faults.push(`${name}: ${file.role} cannot be read`);
      continue;
    }
    const bytes = Buffer.concat(parts);
    if (sha256(bytes) !== file.sha256) faults.push(`${name}: ${file.role} is not what was filed`);
    if (file.role === 'evidence' && brokenLine(bytes.toString('utf8')) !== null)
      faults.push(`${name}: evidence chain broken`);
    if (file.role !== 'legal-copy') continue;
    const report = await verifyPdf(bytes, { trust, now: new Date() });
    const whole = report.signatures.filter(
      ({ integrity, coversWholeDocument }) => integrity && coversWholeDocument,
    );
    if (!row.signedInput && !(report.valid && report.signatures.length === 1 && whole.length === 1))
      faults.push(`${name}: ${report.signatures.length} signatures, ${report.problems.join(', ')}`);
  }
  return faults;
}

/** Intents and objects that nobody names: none after a sweep, and nothing that rows name is missing. */
async function faultsOfStore(wiring: Wiring, rows: readonly PaperRow[]): Promise<string[]> {
  const [registry, objects] = [await wiring.registry(), await wiring.objects()];
  await sweep({ registry, objects, clock: { now: () => new Date() } }, '9999');
  const named = new Set<string>();
  for (const { id } of rows) for (const { key } of await registry.files(id)) named.add(key);
  const there = new Set<string>();
  for await (const { key } of objects.list('')) there.add(key);
  const orphans = [...there].filter((key) => !named.has(key)).length;
  const missing = [...named].filter((key) => !there.has(key)).length;
  const open = (await registry.intents('9999')).length + (await registry.abandonedKeys()).length;
  return [
    ...(orphans > 0 ? [`${orphans} objects that no row names`] : []),
    ...(missing > 0 ? [`${missing} objects missing`] : []),
    ...(open > 0 ? [`${open} intents or keys not let go of`] : []),
    ...strayFiles(layoutOf(wiring.layout.folder).objects, there.size),
  ];
}

/** Files of half-written objects lie beside the whole ones. */
function strayFiles(folder: string, objects: number): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.length > objects
    ? [`${files.length - objects} files in the object store that are no objects`]
    : [];
}

/** Work folders and temporary files: nothing of a page may lie anywhere but in the store. */
export async function leftovers({ data, temporary }: Place): Promise<string[]> {
  await anHourLater(temporary);
  const { cache } = layoutOf(data);
  const left = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  return [
    ...left(cache).map((name) => `left in the work folder: ${name}`),
    ...left(temporary).map((name) => `left among temporary files: ${name}`),
  ];
}

/** Half-written objects of killed processes go when nobody wrote to them for an hour and the store is opened: here at once. */
async function asIfLongAgo(folder: string): Promise<void> {
  const before = new Date(Date.now() - 2 * 3_600_000);
  for (const name of await readdir(folder).catch(() => [])) await utimes(join(folder, name), before, before);
}

/** Folders that killed processes left go by themselves when they are an hour old: here at once. */
async function anHourLater(temporary: string): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = temporary;
  const left = await leftScratch(new Date(Date.now() + 2 * 3_600_000));
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  for (const folder of left) await removeScratch(folder);
}

function gapsIn(codes: readonly string[]): number {
  const last = new Map<string, number[]>();
  for (const code of codes) {
    const [, prefix = '', number = '0'] = /^(.*)\.(\d+)$/.exec(code) ?? [];
    last.set(prefix, [...(last.get(prefix) ?? []), Number(number)]);
  }
  return [...last.values()].reduce((sum, numbers) => sum + Math.max(...numbers) - numbers.length, 0);
}
