// Digitises what was found, batch after batch, and says what became of every paper.
import type { DossierInput } from '../../core/model.ts';
import { isAboutScan } from '../../core/scan-quality.ts';
import type { GateOverride } from '../../pipeline/gate/override.ts';
import type { DigitizedPaper, DigitizePorts } from '../../pipeline/run.ts';
import { warnOfPlain } from '../at-rest.ts';
import type { Cli } from '../command.ts';
import type { OpenedSigner } from '../keys.ts';
import { hintLine, problemLine } from '../print/problems.ts';
import { openProgress, paperLines } from '../print/progress.ts';
import type { FoundFile } from './find-scans.ts';

export interface Batch {
  readonly files: readonly FoundFile[];
  readonly dossier: DossierInput | null;
}

export interface DigitizeOrder {
  readonly batches: readonly Batch[];
  /** Folder that also gets every legal copy. */
  readonly out: string | null;
  /** Says each paper in a line of the result as soon as it is ready. */
  readonly lines: boolean;
  /** A rule of the gate that somebody lets pass in this run. */
  readonly override?: Omit<GateOverride, 'actor'> | null;
  /** Told of each paper as soon as it is ready; papers of one file come in one go. */
  onPaper?(paper: DigitizedPaper): void;
}

export interface DigitizeOutcome {
  /** In the order of the files; of a run that ended early, what was done. */
  readonly papers: readonly DigitizedPaper[];
  /** Why the run ended early; null where it did not. */
  readonly ended: unknown;
}

/** Everything a run needs, open; any number of orders, one after the other. */
export interface Digitizing {
  /** One trouble of a file is that file's paper; what stops a batch stops the run, and is handed back with what was done. */
  run(order: DigitizeOrder): Promise<DigitizeOutcome>;
}

/** Opens, runs one order; the rest is closed with the wiring. @throws AppError as `openDigitizing`. */
export async function digitizeBatches(cli: Cli, order: DigitizeOrder): Promise<DigitizeOutcome> {
  return (await openDigitizing(cli)).run(order);
}

/** @throws AppError of keys, registry and object store. */
export async function openDigitizing(cli: Cli): Promise<Digitizing> {
  const { wiring } = cli;
  const opened = await wiring.signer();
  warnOfKeys(cli, opened);
  const ports = await wiring.digitizePorts(opened.signer);
  await warnOfPlain(cli);
  return { run: (order) => runBatches(cli, order, { ports, signer: opened.signer.name }) };
}

async function runBatches(
  cli: Cli,
  order: DigitizeOrder,
  { ports, signer }: { ports: DigitizePorts; signer: string },
): Promise<DigitizeOutcome> {
  const { config, signal, log } = cli;
  const { digitize } = await import('../../pipeline/run.ts');
  const progress = openProgress(cli);
  const papers: DigitizedPaper[] = [];
  const telling: Promise<void>[] = [];
  try {
    for (const { files, dossier } of order.batches) {
      const done: DigitizedPaper[] = [];
      const officer = config.officer ?? signer;
      const request = {
        files,
        dossier,
        out: order.out,
        production: config.production,
        officer,
        override: order.override ? { ...order.override, actor: officer } : null,
      };
      const onProgress: Parameters<typeof digitize>[2]['onProgress'] = (event) => {
        progress.onProgress(event);
        if (event.kind === 'waiting') cli.screen.tell(cli.say('fault.waiting', { ...event }));
        if (event.kind === 'no-papers') cli.screen.tell(cli.say('split.no-papers', { ...event }));
        if (event.kind !== 'paper') return;
        done.push(event.paper);
        order.onPaper?.(event.paper);
        log.info('document', { id: event.paper.id ?? undefined, state: event.paper.status });
        if (order.lines) telling.push(tellPaper(cli, ports.registry, event.paper));
      };
      try {
        papers.push(...(await digitize(request, ports, { onProgress, signal })));
      } catch (ended) {
        return { papers: [...papers, ...inOrder(done, files)], ended };
      }
      progress.next();
    }
    return { papers, ended: null };
  } finally {
    await Promise.all(telling);
    progress.end();
  }
}

function inOrder(papers: readonly DigitizedPaper[], files: readonly FoundFile[]): DigitizedPaper[] {
  const place = new Map(files.map(({ source }, index) => [source, index]));
  return papers.toSorted((one, other) => (place.get(one.source) ?? 0) - (place.get(other.source) ?? 0));
}

function warnOfKeys({ screen, say, wiring }: Cli, { signer, made }: OpenedSigner): void {
  if (!signer.development) return;
  if (made) screen.tell(screen.paintError('yellow', say('cli.keys.made', { folder: wiring.layout.keys })));
  screen.tell(screen.paintError('yellow', say('cli.development-keys')));
}

async function tellPaper(
  cli: Cli,
  registry: { paperOwners(id: string): Promise<readonly unknown[]> },
  paper: DigitizedPaper,
): Promise<void> {
  // A registry that is gone by now must not take the line with it.
  const owners = paper.id === null ? 0 : (await registry.paperOwners(paper.id).catch(() => [])).length;
  const lines = paperLines(cli, { paper, owners, lists: cli.wiring.lists() });
  for (const line of lines) cli.screen.print(line);
  for (const problem of paper.problems) {
    // Told when the page was read.
    if (isAboutScan(problem) && !paper.alreadyFiled) continue;
    cli.screen.tell(`    ${problemLine(cli.lang, problem)}`);
    // What to do with a paper that is not taken, or should not be.
    if (paper.status === 'refused' || paper.status === 'failed' || problem.code.startsWith('gate.'))
      for (const line of hintLine(cli.lang, problem)) cli.screen.tell(`      ${line}`);
  }
}
