// A share of the fuzzed files through everything: read, understood, sealed, filed. One office, all files in one run.
import { openOffice } from '../../cli/testing/office.ts';
import { hasMessage } from '../../core/messages/index.ts';
import type { DigitizeFile } from '../../pipeline/run.ts';

const STATES = new Set(['filed', 'review', 'awaiting-signature', 'refused', 'failed']);

/** What went wrong, one line each. */
export async function digitizeSome(
  files: readonly DigitizeFile[],
  end: (how: string) => void,
): Promise<string[]> {
  if (files.length === 0) return [];
  const office = await openOffice();
  try {
    const sheetsOnly = new Set<string>();
    const papers = await office.run({
      files,
      onProgress: (event) => void (event.kind === 'no-papers' && sheetsOnly.add(event.source)),
    });
    const failures: string[] = [];
    for (const { source, status, problems } of papers) {
      end(`whole way: ${status}`);
      const untold = problems.filter(({ code }) => !hasMessage(code)).map(({ code }) => code);
      if (!STATES.has(status)) failures.push(`${source} ended as ${status}`);
      if (untold.length > 0) failures.push(`${source}: no words for ${untold.join()}`);
      if (status === 'failed') failures.push(`${source} failed: ${problems.map(({ code }) => code).join()}`);
    }
    for (const _ of sheetsOnly) end('whole way: separator sheets only');
    const told = new Set([...sheetsOnly, ...papers.map(({ source }) => source)]);
    for (const { source } of files) if (!told.has(source)) failures.push(`nothing is told of ${source}`);
    const stacks = office.logged.filter((line) => /\\n\s+at |"level":60/.test(line));
    return [...failures, ...stacks.map((line) => `logged: ${line.slice(0, 300)}`)];
  } catch (thrown) {
    return [`the run ended: ${thrown instanceof Error ? thrown.stack : String(thrown)}`];
  } finally {
    await office.remove();
  }
}
