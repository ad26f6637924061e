// What makes a PDF a PDF/A-2u: XMP that says so, the sRGB output intent, Info and XMP that agree, an ID without chance.
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { Sha256 } from '../../core/model.ts';
import { srgbProfile } from '../../lists/colour/srgb.ts';

export interface ArchiveMetadata {
  readonly title: string;
  /** BCP 47, e.g. `vi`. */
  readonly lang: string;
  /** What the ID is derived from: everything that goes into the file. */
  readonly fingerprint: Sha256;
  /** Left out unless given: the composer has no clock. */
  readonly created?: Date | undefined;
}

const PRODUCER = 'Sohoa';

const xml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
/** Seconds are enough for PDF dates, and both places must say the same. */
const xmpDate = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

function xmp(meta: ArchiveMetadata): string {
  const created = meta.created ? `<xmp:CreateDate>${xmpDate(meta.created)}</xmp:CreateDate>` : '';
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(meta.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>${created}`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

function outputIntent(document: PDFDocument): void {
  const { context } = document;
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    DestOutputProfile: profile,
  });
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}

/** Writes all of it into the document's catalogue and trailer. */
export function markAsArchive(document: PDFDocument, meta: ArchiveMetadata): void {
  const { context, catalog } = document;
  const title = meta.title.normalize('NFC');
  const metadata = context.stream(new TextEncoder().encode(xmp({ ...meta, title })), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  catalog.set(PDFName.of('Lang'), PDFString.of(meta.lang));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  outputIntent(document);
  const info = context.obj({ Title: PDFHexString.fromText(title), Producer: PDFString.of(PRODUCER) });
  if (meta.created) info.set(PDFName.of('CreationDate'), PDFString.fromDate(meta.created));
  context.trailerInfo.Info = context.register(info);
  const id = PDFHexString.of(createHash('sha256').update(meta.fingerprint).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}
