// Writes a PDF as its objects come: a picture is written and forgotten, so that a paper of 2,000 pages takes little more
// memory than its file.
import {
  type PDFContext,
  PDFHeader,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib';

export interface PdfWriter {
  /** Writes an object now, under a number of its own; the context never holds it. */
  put(object: PDFObject): PDFRef;
  /** Writes all that the context holds, the table and the trailer. Nothing can be put after it. */
  end(): Uint8Array;
}

/** Bytes. */
const PART = 4 * 1024 * 1024;
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

export function pdfWriter(context: PDFContext): PdfWriter {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const places = new Map<number, number>();
  let length = 0;
  // How far the last part is filled.
  let filled = PART;
  const push = (bytes: Uint8Array): void => {
    length += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      if (filled === PART) {
        parts.push(new Uint8Array(PART));
        filled = 0;
      }
      const some = bytes.subarray(at, at + PART - filled);
      parts.at(-1)?.set(some, filled);
      filled += some.length;
      at += some.length;
    }
  };
  const write = (ref: PDFRef, object: PDFObject): void => {
    places.set(ref.objectNumber, length);
    push(latin(`${ref.objectNumber} ${ref.generationNumber} obj\n`));
    if (object instanceof PDFRawStream) pushStream(object);
    else push(latin(`${object}`));
    push(latin('\nendobj\n\n'));
  };
  // Its bytes are large: copied once, to their place.
  const pushStream = ({ dict, contents }: PDFRawStream): void => {
    dict.set(PDFName.of('Length'), PDFNumber.of(contents.length));
    push(latin(`${dict}\nstream\n`));
    push(contents);
    push(latin('\nendstream'));
  };
  push(latin(`${PDFHeader.forVersion(1, 7)}\n\n`));
  return {
    put(object) {
      const ref = context.nextRef();
      write(ref, object);
      return ref;
    },
    end() {
      for (const [ref, object] of context.enumerateIndirectObjects()) write(ref, object);
      const start = length;
      push(latin(table(places, context.largestObjectNumber)));
      const { Root, Info, ID } = context.trailerInfo;
      const trailer = context.obj({ Size: context.largestObjectNumber + 1, Root, Info, ID });
      push(latin(`trailer\n${trailer}\n\nstartxref\n${start}\n%%EOF\n`));
      return joined(parts, length);
    },
  };
}

/** The cross-reference table: numbers that were never written are free. */
function table(places: ReadonlyMap<number, number>, last: number): string {
  const lines = ['xref', `0 ${last + 1}`, '0000000000 65535 f '];
  for (let number = 1; number <= last; number++) {
    const place = places.get(number);
    lines.push(place === undefined ? '0000000000 65535 f ' : `${String(place).padStart(10, '0')} 00000 n `);
  }
  return `${lines.join('\n')}\n`;
}

/** One buffer; each part's memory is given back as soon as it is copied, not when somebody collects it. */
function joined(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  for (const [index, part] of parts.entries()) {
    whole.set(part.subarray(0, length - index * PART), index * PART);
    part.buffer.transfer(0);
  }
  return whole;
}
