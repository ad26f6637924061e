// sohoa try: what would become of these scans, as one HTML report; nothing is set up, signed or stored.
import { existsSync } from 'node:fs';
import { AppError } from '../../core/errors.ts';
import { type Cli, type CommandSpec, type Given, isSet, textOf } from '../command.ts';
import { findScans } from '../digitize/find-scans.ts';
import { EXIT } from '../exit-codes.ts';
import { openProgress } from '../print/progress.ts';
import type { TryReport } from '../report/try-data.ts';
import { inTrialFolder } from '../try/trial-folder.ts';
import { tryLines } from '../try/try-lines.ts';
import { writeNewFile } from '../write-new-file.ts';

const DEFAULT_REPORT = 'sohoa-try.html';

export const tryCommand: CommandSpec = {
  name: 'try',
  arguments: [{ flags: '<FILE|DIR...>', about: 'cli.arg.scans' }],
  options: [
    { flags: '--report <FILE>', about: 'cli.opt.try-report' },
    { flags: '--force', about: 'cli.opt.force' },
    { flags: '--ocr <ENGINE>', about: 'cli.opt.ocr', choices: ['auto', 'wasm', 'native'] },
    { flags: '--workers <N>', about: 'cli.opt.workers' },
  ],
  async run(cli, given) {
    const { screen, say } = cli;
    const file = textOf(given, 'report') ?? DEFAULT_REPORT;
    const force = isSet(given, 'force');
    // Before the work, not after it.
    if (!force && existsSync(file)) throw new AppError('conflict', 'cli.file-exists', { params: { file } });
    const report = await tried(cli, given);
    if (report === null) {
      screen.tell(say('try.stopped'));
      return EXIT.cancelled;
    }
    const { tryPage } = await import('../report/try-page.ts');
    await writeNewFile(file, Buffer.from(tryPage(report)), force);
    for (const line of tryLines(cli, report)) screen.print(line);
    screen.print(say('try.written', { file }));
    screen.tell(screen.paintError('yellow', say('try.personal')));
    return report.refused.length > 0 ? EXIT.failed : EXIT.done;
  },
};

/** Null where the user stopped it. */
async function tried(cli: Cli, given: Given): Promise<TryReport | null> {
  const { batches, skipped } = await findScans(given.words);
  const files = batches.flatMap((batch) => batch.files.map((file) => ({ ...file, dossier: batch.dossier })));
  if (files.length === 0) throw new AppError('usage', 'cli.nothing-to-digitise');
  const [{ tryScans }, { reportOf }] = await Promise.all([
    import('../../pipeline/try-scans.ts'),
    import('../report/try-data.ts'),
  ]);
  const { signal, screen, lang, clock } = cli;
  const progress = openProgress(cli);
  try {
    return await inTrialFolder(async (folder) => {
      const ports = await cli.wiring.readingPorts(folder);
      const start = performance.now();
      const found = await tryScans({ files, signal, onProgress: progress.onProgress }, ports);
      const wall = performance.now() - start;
      const speed = { wall, workers: ports.pages.size, reader: ports.pages.reader };
      const onPage = (done: number, total: number) =>
        screen.progress(cli.say('try.pictures', { done, total }));
      const report = { files: found, skipped, lang, at: clock.now(), settings: ports.settings, speed };
      return await reportOf(report, { onPage, signal });
    });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    progress.end();
  }
}
