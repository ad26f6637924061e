// A sheet of our own through the real way of a page: file opened, page read, in processes of their own. Models and all.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { secondsWord } from '../print/words.ts';
import { type Check, type Finding, ok, type Patient, problem, problemOf } from './finding.ts';

/** What stands on every separator sheet, without diacritics. */
const EXPECTED = /sohoa/i;
const MARK = 'SOHOA/1/SEP';

export const reading: Check = {
  area: 'reading',
  async look(patient) {
    const folder = await mkdtemp(join(tmpdir(), 'sohoa-doctor-'));
    try {
      return [await readSheet(patient, folder)];
    } catch (error) {
      return [reasonOf(error)];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function readSheet({ cli }: Patient, folder: string): Promise<Finding> {
  const { separatorSheets } = await import('../../pipeline/compose/separator-sheets.ts');
  const file = join(folder, 'sheet.pdf');
  await writeFile(file, await separatorSheets({ count: 1 }), { mode: 0o600 });
  const ports = await cli.wiring.readingPorts(join(folder, 'work'));
  const start = performance.now();
  const source = await ports.openSource(file, cli.signal);
  try {
    const { number, bytes, dpi, mirrored, rotation } = await source.page(1);
    // As a scan: its own text is left out, so that the picture is read.
    const page = {
      number,
      bytes,
      dpi,
      mirrored,
      shownTurned: rotation,
      jpegQuality: ports.settings.jpegQuality,
    };
    const { reading: found } = await ports.pages.read(page, cli.signal);
    const text = found.text.lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
    const params = { reader: ports.pages.reader, time: secondsWord(cli, performance.now() - start) };
    if (!found.marks.some((mark) => mark.text === MARK)) return problem('doctor.reading.no-mark', params);
    return EXPECTED.test(text.normalize('NFD').replace(/\p{M}/gu, ''))
      ? ok('doctor.reading.read', params)
      : problem('doctor.reading.misread', params);
  } finally {
    await source.close();
  }
}

/** The program's own words for a page do not fit here: no page of the user's is concerned. */
function reasonOf(error: unknown): Finding {
  const { code } = error instanceof AppError ? error : new AppError('dependency', 'error.unexpected');
  return code.startsWith('page.') || code.startsWith('intake.')
    ? problem('doctor.reading.failed', { why: code })
    : problemOf(error);
}
