// A paper that goes the whole way but for the reading of its pages, which the test makes: composed, sealed, judged, filed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../core/ids.ts';
import type { DossierInput, PageReading } from '../../core/model.ts';
import { madePage } from '../../pipeline/compose/testing/made-page.ts';
import type { Original } from '../../pipeline/paper.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import { runPaper } from '../../pipeline/run-paper.ts';
import { centred, page, signed, state } from '../../pipeline/understand/testing/layout-maker.ts';
import { openWorkFolder } from '../../pipeline/work-folder.ts';
import type { Office } from './office.ts';

export const dossier: DossierInput = {
  code: 'H36.12-20261122-0000007',
  received: '2026-11-22',
  procedure: '1.001193',
  owners: [{ kind: 'citizen', scheme: 'SDD', number: '079195001234', name: 'Nguyễn Thu Hà' }],
};

export interface BirthCertificate {
  readonly number?: string;
  readonly name?: string;
  readonly born?: string;
  readonly personal?: string;
  /** Confidence of the words of the number. */
  readonly doubt?: number;
}

/** What a reader would give of a birth certificate; what is left out is not printed. */
export function birthCertificate({
  number,
  name,
  born,
  personal,
  doubt = 0.3,
}: BirthCertificate = {}): PageReading {
  return page([
    ...state.map((text) => centred(text, 12)),
    { text: 'ỦY BAN NHÂN DÂN XÃ VÍ DỤ', x: 30 },
    centred('GIẤY KHAI SINH', 18),
    ...(number ? [{ text: `Số: ${number}`, align: 'centre' as const, confidence: doubt }] : []),
    `Họ, chữ đệm, tên: ${name ?? 'NGUYỄN AN BÌNH'}`,
    ...(born ? [`Ngày, tháng, năm sinh: ${born}`] : []),
    ...(personal ? [`Số định danh cá nhân: ${personal}`] : []),
    'Nơi đăng ký khai sinh: Ủy ban nhân dân xã Ví Dụ',
    { text: 'Ngày, tháng, năm đăng ký: 20/05/2019', x: 30 },
    ...signed(['CHỦ TỊCH'], 'Lê Thị Hoa'),
  ]);
}

let scans = 0;

export interface WaitingPaper {
  readonly pages: readonly PageReading[];
  readonly dossier?: DossierInput | null;
  readonly officer?: string;
}

/** Files what the steps make of it. */
export async function wayOf(office: Office, made: WaitingPaper): Promise<DigitizedPaper> {
  const { ports } = office;
  scans += 1;
  const { text: _, ...picture } = await madePage({ lines: [`bản quét ${scans}`, 'một dòng chữ'] });
  const path = join(office.folder, `scan-${scans}.jpg`);
  // Bytes nobody else has: the number of the scan behind the picture's end.
  const bytes = Buffer.concat([picture.jpeg, Buffer.from(`scan ${scans} ${process.pid}`)]);
  await writeFile(path, bytes);
  const folder = await openWorkFolder({ root: ports.workRoot, cipher: null }, sha256(bytes), 'made');
  await folder.keepOriginal(path);
  for (const reading of made.pages) await folder.putPage(reading.number, reading, picture);
  const original: Original = {
    ...{ sha256: sha256(bytes), size: bytes.length, mediaType: 'image/jpeg', signed: false },
    ...{ pageCount: made.pages.length, kept: 'whole', source: `scans/${scans}.jpg`, folder, problems: [] },
    cut: () => Promise.reject(new Error('the scan is kept whole')),
  };
  const request = {
    ...{
      files: [],
      dossier: made.dossier === undefined ? dossier : made.dossier,
      out: null,
      production: false,
    },
    officer: made.officer ?? 'Cán Bộ Quét',
  };
  const cut = { pages: made.pages, dossierCode: null };
  const signal = new AbortController().signal;
  const paper = await runPaper({ original, cut, milliseconds: new Map() }, request, ports, signal);
  await folder.remove();
  return paper;
}
