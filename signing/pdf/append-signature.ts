// Appends a signature field with a stamp and an empty signature to a PDF, as one incremental update.
import { deflateSync } from 'node:zlib';
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import type { StampDrawing, StampFontProgram } from '../stamp/draw-stamp.ts';
import type { OpenPdf, UprightRectangle } from './open-pdf.ts';
import { pdfTime } from './pdf-time.ts';

export interface SignatureEntry {
  readonly drawing: StampDrawing;
  readonly place: UprightRectangle;
  /** Full name in /Name. */
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
  /** Bytes kept for the CMS. */
  readonly reserved: number;
}

export interface AppendedSignature {
  /** The whole file, ByteRange filled in, /Contents all zeros. */
  readonly bytes: Uint8Array;
  /** `[0, length before, offset after, length after]` of /Contents, its angle brackets left out of the signed bytes. */
  readonly byteRange: readonly [number, number, number, number];
}

/** Three numbers as wide as a file of 10 GB needs; replaced once the file's length is known. */
const BYTE_RANGE = [0, 9_999_999_999, 9_999_999_999, 9_999_999_999];
const BYTE_RANGE_TEXT = `[${BYTE_RANGE.join(' ')}]`;
/** Annotation flags: Print (4), which PDF/A asks for, and Locked (128). */
const PRINT_LOCKED = 132;

/** Every byte of the original stays where it is; deterministic. */
export async function appendSignature(
  original: Uint8Array,
  { pdf, page, resolve }: OpenPdf,
  entry: SignatureEntry,
): Promise<AppendedSignature> {
  const contents = `<${'0'.repeat(entry.reserved * 2)}>`;
  const signature = pdf.register(signatureDictionary(entry));
  const appearance = pdf.register(appearanceStream(pdf, entry.drawing, page.rotation));
  const form = ensureForm(pdf, resolve);
  const widget = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of('Widget'),
      FT: PdfName.of('Sig'),
      T: PdfString.fromString(freeFieldName(form, resolve)),
      F: PdfNumber.of(PRINT_LOCKED),
      Rect: numbers(page.toUserSpace(entry.place).map((value) => Math.round(value * 100) / 100)),
      P: page.ref,
      V: signature,
      AP: PdfDict.of({ N: appearance }),
    }),
  );
  pushTo(form, 'Fields', widget, resolve);
  pushTo(page.dict, 'Annots', widget, resolve);
  form.set('SigFlags', PdfNumber.of((form.getNumber('SigFlags', resolve)?.value ?? 0) | 3));
  const saved = await pdf.save({ incremental: true, compressStreams: false });
  return fillByteRange(original, saved, contents);
}

function signatureDictionary(entry: SignatureEntry): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: numbers(BYTE_RANGE),
    Contents: PdfString.fromBytes(new Uint8Array(entry.reserved)),
    M: PdfString.fromString(pdfTime(entry.at)),
    Name: PdfString.fromString(entry.name),
    Reason: PdfString.fromString(entry.reason),
  });
}

function appearanceStream(pdf: OpenPdf['pdf'], drawing: StampDrawing, rotation: number): PdfStream {
  const font = fontObjects(pdf, drawing.font);
  // Turned against the page, so that the stamp stands upright for the reader.
  const turn = { 0: [1, 0, 0, 1], 90: [0, 1, -1, 0], 180: [-1, 0, 0, -1], 270: [0, -1, 1, 0] }[rotation];
  return compressed(Buffer.from(drawing.content, 'latin1'), {
    Type: PdfName.of('XObject'),
    Subtype: PdfName.of('Form'),
    BBox: numbers([0, 0, drawing.width, drawing.height]),
    ...(rotation !== 0 && turn ? { Matrix: numbers([...turn, 0, 0]) } : {}),
    Resources: PdfDict.of({ Font: PdfDict.of({ F0: font }) }),
  });
}

function fontObjects(pdf: OpenPdf['pdf'], font: StampFontProgram): PdfRef {
  const name = PdfName.of(font.name);
  const descriptor = pdf.register(
    PdfDict.of({
      Type: PdfName.of('FontDescriptor'),
      FontName: name,
      // Symbolic and serif.
      Flags: PdfNumber.of(6),
      FontBBox: numbers(font.bounds),
      ItalicAngle: PdfNumber.of(0),
      Ascent: PdfNumber.of(font.ascent),
      Descent: PdfNumber.of(font.descent),
      CapHeight: PdfNumber.of(662),
      StemV: PdfNumber.of(80),
      FontFile2: pdf.register(compressed(font.file, { Length1: PdfNumber.of(font.file.length) })),
    }),
  );
  const descendant = PdfDict.of({
    Type: PdfName.of('Font'),
    Subtype: PdfName.of('CIDFontType2'),
    BaseFont: name,
    CIDSystemInfo: PdfDict.of({
      Registry: PdfString.fromString('Adobe'),
      Ordering: PdfString.fromString('Identity'),
      Supplement: PdfNumber.of(0),
    }),
    CIDToGIDMap: PdfName.of('Identity'),
    FontDescriptor: descriptor,
    W: PdfArray.of(PdfNumber.of(0), numbers(font.widths)),
  });
  return pdf.register(
    PdfDict.of({
      Type: PdfName.of('Font'),
      Subtype: PdfName.of('Type0'),
      BaseFont: name,
      Encoding: PdfName.of('Identity-H'),
      DescendantFonts: PdfArray.of(pdf.register(descendant)),
      ToUnicode: pdf.register(compressed(Buffer.from(font.toUnicode, 'latin1'), {})),
    }),
  );
}

function compressed(bytes: Uint8Array, entries: Parameters<typeof PdfDict.of>[0]): PdfStream {
  const dictionary = PdfDict.of({ ...entries, Filter: PdfName.of('FlateDecode') });
  return new PdfStream(dictionary, new Uint8Array(deflateSync(bytes, { level: 9 })));
}

const numbers = (values: readonly number[]): PdfArray =>
  PdfArray.of(...values.map((value) => PdfNumber.of(value)));

function ensureForm(pdf: OpenPdf['pdf'], resolve: OpenPdf['resolve']): PdfDict {
  const catalog = pdf.getCatalog();
  const present = catalog.getDict('AcroForm', resolve);
  if (present) return present;
  const form = PdfDict.of({ Fields: PdfArray.of() });
  catalog.set('AcroForm', form);
  return form;
}

function pushTo(dict: PdfDict, key: string, item: PdfRef, resolve: OpenPdf['resolve']): void {
  const array = dict.getArray(key, resolve);
  if (array) array.push(item);
  else dict.set(key, PdfArray.of(item));
}

function freeFieldName(form: PdfDict, resolve: OpenPdf['resolve']): string {
  const fields = form.getArray('Fields', resolve)?.toArray() ?? [];
  const taken = fields.map((field) => {
    const dict = field instanceof PdfRef ? resolve(field) : field;
    return dict instanceof PdfDict ? dict.getString('T', resolve)?.asString() : undefined;
  });
  let number = 1;
  while (taken.includes(`Signature${number}`)) number++;
  return `Signature${number}`;
}

function fillByteRange(original: Uint8Array, saved: Uint8Array, contents: string): AppendedSignature {
  // The same bytes, not a copy: a paper of many pages is large.
  const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  const gap = bytes.indexOf(contents, original.length, 'latin1');
  const range = bytes.indexOf(BYTE_RANGE_TEXT, original.length, 'latin1');
  const kept = Buffer.compare(bytes.subarray(0, original.length), original) === 0;
  if (gap < 0 || range < 0 || !kept) throw new RangeError('the library did not append');
  const after = gap + contents.length;
  const byteRange = [0, gap, after, bytes.length - after] as const;
  bytes.write(`[${byteRange.join(' ')}]`.padEnd(BYTE_RANGE_TEXT.length), range, 'latin1');
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), byteRange };
}
