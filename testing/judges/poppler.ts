// Poppler's programs: what another reader gets out of our PDFs (text, picture, signatures).
import { type Availability, answers, run } from './program.ts';

export const available = (): Availability =>
  answers('pdftotext', '-v', 'poppler-utils (Debian: poppler-utils)');

/** Text of a PDF. `raw` keeps the order of the content stream; the default lets poppler lay the page out. */
export function textOf(file: string, options: { raw?: boolean; layout?: boolean } = {}): string {
  const flags = [...(options.raw ? ['-raw'] : []), ...(options.layout ? ['-layout'] : [])];
  const result = run('pdftotext', [...flags, '-enc', 'UTF-8', file, '-']);
  if (result.status !== 0) throw new Error(`pdftotext failed: ${result.stderr}`);
  return result.stdout;
}

/** Words with boxes in points, origin top left, as `pdftotext -bbox` gives them. */
export function wordBoxes(file: string): { text: string; box: [number, number, number, number] }[] {
  const result = run('pdftotext', ['-bbox', '-enc', 'UTF-8', file, '-']);
  const pattern =
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
  return [...result.stdout.matchAll(pattern)].map(
    ([, x = '', y = '', right = '', bottom = '', text = '']) => ({
      text: text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
      box: [Number(x), Number(y), Number(right) - Number(x), Number(bottom) - Number(y)],
    }),
  );
}

/** Renders one page (from 1) to `<prefix>.png` and returns that path. */
export function pictureOf(
  file: string,
  prefix: string,
  options: { page?: number; dpi?: number } = {},
): string {
  const page = String(options.page ?? 1);
  const dpi = String(options.dpi ?? 100);
  const result = run('pdftoppm', ['-png', '-singlefile', '-r', dpi, '-f', page, '-l', page, file, prefix]);
  if (result.status !== 0) throw new Error(`pdftoppm failed: ${result.stderr}`);
  return `${prefix}.png`;
}

export interface PopplerSignature {
  readonly signer: string;
  /** `Signature is Valid.` and the like, as pdfsig prints it. */
  readonly validity: string;
  readonly wholeDocument: boolean;
}

/** Every signature of a file, as pdfsig judges it (certificates are not checked: no trust store is given). */
export function signaturesOf(file: string): PopplerSignature[] {
  const { stdout } = run('pdfsig', ['-nocert', file]);
  return stdout
    .split(/^Signature #\d+:/m)
    .slice(1)
    .map((block) => ({
      signer: /Signer Certificate Common Name: (.*)/.exec(block)?.[1]?.trim() ?? '',
      validity: /Signature Validation: (.*)/.exec(block)?.[1]?.trim() ?? '',
      wholeDocument: block.includes('Total document signed') && !block.includes('Not total document signed'),
    }));
}
