// Makes a PDF of any number of scanned pages out of a few scans, written page by page: what a feeder gives in one go.
import { closeSync, openSync, writeSync } from 'node:fs';
import { openSource } from '../pipeline/intake/open-source.ts';

export interface Scan {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Pages of the files that are JPEG as they stand; at least one must be. */
export async function jpegScans(files: readonly string[]): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const file of files) {
    const source = await openSource(file);
    for await (const { bytes, format, width, height, dpi } of source.pages())
      if (format === 'jpeg') scans.push({ jpeg: new Uint8Array(bytes), width, height, dpi });
    await source.close();
  }
  if (scans.length === 0) throw new Error('no page among the scans is a JPEG');
  return scans;
}

/** The scans in turn until there are `pages`; each page has a picture of its own, no two with the same bytes. */
export function writeLargePdf(path: string, scans: readonly Scan[], pages: number): void {
  const file = openSync(path, 'w');
  const offsets: number[] = [];
  let at = 0;
  const write = (part: string | Uint8Array) => {
    at += writeSync(file, typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
  };
  const object = (number: number, ...parts: (string | Uint8Array)[]) => {
    offsets[number] = at;
    write(`${number} 0 obj\n`);
    for (const part of parts) write(part);
    write('\nendobj\n');
  };
  const stream = (dictionary: string, bytes: Uint8Array) =>
    [`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream'] as const;
  write('%PDF-1.7\n');
  const kids: string[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { jpeg, width, height, dpi } = scans[page % scans.length]!;
    const [number, across, down] = [3 + 3 * page, (width / dpi) * 72, (height / dpi) * 72];
    const draw = Buffer.from(`q ${across.toFixed(2)} 0 0 ${down.toFixed(2)} 0 0 cm /P Do Q`);
    kids.push(`${number} 0 R`);
    object(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across.toFixed(2)} ${down.toFixed(2)}] `,
      `/Contents ${number + 1} 0 R /Resources << /XObject << /P ${number + 2} 0 R >> >> >>`,
    );
    object(number + 1, ...stream('', draw));
    const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB`;
    object(number + 2, ...stream(`${picture} /BitsPerComponent 8 /Filter /DCTDecode`, commented(jpeg, page)));
  }
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`);
  const table = at;
  write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`);
  for (const offset of offsets.slice(1)) write(`${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  closeSync(file);
}

/** A comment segment right after the start marker: other bytes, same picture. */
function commented(jpeg: Uint8Array, page: number): Uint8Array {
  const segment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0]);
  segment.writeUInt32BE(page, 4);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
