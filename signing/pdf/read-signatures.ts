// Reads the signature fields of a PDF as its readers see them: what is written there, not whether it is true.
import { PDF, type PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString } from '@libpdf/core';
import { isoTime } from './pdf-time.ts';

export interface FoundSignature {
  /** Fully qualified field name. */
  readonly field: string;
  readonly kind: 'signature' | 'timestamp';
  readonly subFilter: string;
  /** As it stands there; checked against the file's bytes later. */
  readonly byteRange: readonly number[];
  readonly contents: Uint8Array;
  /** /M, ISO 8601 in UTC. */
  readonly time: string | null;
}

export interface FoundSignatures {
  readonly signatures: readonly FoundSignature[];
  /** A document security store (ISO 32000-2, 12.8.4.3) is there. */
  readonly hasValidationData: boolean;
  /** The file's cross references were broken and had to be guessed. */
  readonly recovered: boolean;
  readonly encrypted: boolean;
}

type Resolve = (ref: PdfRef) => ReturnType<PDF['getObject']>;

interface FieldNode {
  readonly dict: PdfDict;
  readonly name: string;
  readonly type: string;
  readonly depth: number;
}

/** Throws whatever the library throws for a file it cannot read. */
export async function readSignatures(bytes: Uint8Array): Promise<FoundSignatures> {
  const pdf = await PDF.load(bytes);
  const state = { recovered: pdf.recoveredViaBruteForce, encrypted: pdf.isEncrypted };
  if (pdf.isEncrypted) return { signatures: [], hasValidationData: false, ...state };
  const resolve: Resolve = (ref) => pdf.getObject(ref);
  const catalog = pdf.getCatalog();
  const fields = catalog.getDict('AcroForm', resolve)?.getArray('Fields', resolve);
  return {
    signatures: fields ? walk(fields, resolve) : [],
    hasValidationData: catalog.getDict('DSS', resolve) !== undefined,
    ...state,
  };
}

function walk(roots: PdfArray, resolve: Resolve): FoundSignature[] {
  const found: FoundSignature[] = [];
  const seen = new Set<PdfDict>();
  const queue: FieldNode[] = nodes(roots, { name: '', type: '', depth: 0 }, resolve);
  for (let node = queue.shift(); node; node = queue.shift()) {
    // A hostile field tree may be a loop, or as deep as the file is long.
    if (seen.has(node.dict) || node.depth > 32) continue;
    seen.add(node.dict);
    const value = node.type === 'Sig' ? node.dict.getDict('V', resolve) : undefined;
    if (value) found.push(read(node.name, value, resolve));
    const kids = node.dict.getArray('Kids', resolve);
    if (kids) queue.push(...nodes(kids, node, resolve));
  }
  return found;
}

function nodes(array: PdfArray, parent: Omit<FieldNode, 'dict'>, resolve: Resolve): FieldNode[] {
  return array.toArray().flatMap((item) => {
    const dict = item instanceof PdfRef ? resolve(item) : item;
    if (!(dict instanceof PdfDict)) return [];
    const own = dict.getString('T', resolve)?.asString();
    const name = own === undefined ? parent.name : parent.name ? `${parent.name}.${own}` : own;
    const type = dict.getName('FT', resolve)?.value ?? parent.type;
    return [{ dict, name, type, depth: parent.depth + 1 }];
  });
}

function read(field: string, value: PdfDict, resolve: Resolve): FoundSignature {
  const contents = value.get('Contents', resolve);
  const range = value.getArray('ByteRange', resolve)?.toArray() ?? [];
  const subFilter = nameOf(value.get('SubFilter', resolve));
  const isTimestamp = nameOf(value.get('Type', resolve)) === 'DocTimeStamp' || subFilter === 'ETSI.RFC3161';
  return {
    field,
    kind: isTimestamp ? 'timestamp' : 'signature',
    subFilter,
    byteRange: range.map((number) => (number instanceof PdfNumber ? number.value : Number.NaN)),
    contents: contents instanceof PdfString ? contents.bytes : new Uint8Array(0),
    time: isoTime(value.getString('M', resolve)?.asString() ?? ''),
  };
}

const nameOf = (value: unknown): string => (value instanceof PdfName ? value.value : '');
