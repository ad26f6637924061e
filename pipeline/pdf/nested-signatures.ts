// Finds signature fields anywhere in a PDF's form tree. Lies beside intake and compose because pdf-lib's home is
// compose and intake needs its parser for this one question, which PDFium answers for top-level fields only.
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';

const MAX_DEPTH = 32;
const name = (key: string): PDFName => PDFName.of(key);

/** A signature dictionary that was filled: a byte range of at least one pair, and contents. */
function isFilled(value: PDFDict): boolean {
  const range = value.lookup(name('ByteRange'));
  const contents = value.lookup(name('Contents'));
  return (
    range instanceof PDFArray &&
    range.size() >= 4 &&
    (contents instanceof PDFHexString || contents instanceof PDFString)
  );
}

/** Field types are inherited (ISO 32000-1, 12.7.3.1), so `type` comes along on the way down. */
function countIn(field: unknown, type: PDFName | undefined, depth: number): number {
  if (!(field instanceof PDFDict) || depth > MAX_DEPTH) return 0;
  const own = field.lookup(name('FT'));
  const kind = own instanceof PDFName ? own : type;
  const value = field.lookup(name('V'));
  const here = kind === name('Sig') && value instanceof PDFDict && isFilled(value) ? 1 : 0;
  const kids = field.lookup(name('Kids'));
  if (!(kids instanceof PDFArray)) return here;
  return kids.asArray().reduce((sum, _, i) => sum + countIn(kids.lookup(i), kind, depth + 1), here);
}

/**
 * Filled signature fields of a PDF, nested ones included.
 * A file without the word `/ByteRange` has none, since a signature dictionary always stands uncompressed in the file;
 * so only files with it are parsed. 0 where pdf-lib cannot parse the file; asked to be lenient it would write to the console.
 */
export async function nestedSignatures(bytes: Uint8Array): Promise<number> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('/ByteRange') < 0) return 0;
  try {
    // A copy: the bytes lie in PDFium's memory, which may move while this waits.
    const document = await PDFDocument.load(bytes.slice(), {
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
    const form = document.catalog.lookup(name('AcroForm'));
    const fields = form instanceof PDFDict ? form.lookup(name('Fields')) : undefined;
    if (!(fields instanceof PDFArray)) return 0;
    return fields.asArray().reduce((sum, _, i) => sum + countIn(fields.lookup(i), undefined, 0), 0);
  } catch {
    return 0;
  }
}
