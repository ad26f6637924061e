// Makes pages to sign in tests: a line of text on white, of any size, rotation and file structure; or PDF/A-2u.
import {
  type PDFDocument as Document,
  degrees,
  PDFDocument,
  PDFHexString,
  PDFName,
  rgb,
  StandardFonts,
} from 'pdf-lib';
import { srgbProfile } from '../../lists/colour/srgb.ts';

export interface SampleOptions {
  readonly pages?: number;
  readonly rotation?: 0 | 90 | 180 | 270;
  readonly mediaBox?: readonly [x: number, y: number, width: number, height: number];
  readonly xrefStream?: boolean;
  /** PDF/A-2u: with metadata and colour profile, and without the text, whose font would have to be embedded. */
  readonly archive?: boolean;
}

export async function samplePdf(options: SampleOptions = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const [x, y, width, height] = options.mediaBox ?? [0, 0, 595.28, 841.89];
  for (let number = 1; number <= (options.pages ?? 1); number++) {
    const page = document.addPage([width, height]);
    page.setMediaBox(x, y, width, height);
    page.setRotation(degrees(options.rotation ?? 0));
    page.drawRectangle({ x: x + 20, y: y + 20, width: 30, height: 30, color: rgb(0, 0, 0.6) });
    if (options.archive) continue;
    const font = await document.embedFont(StandardFonts.TimesRoman);
    page.drawText(`A page to sign, number ${number}`, { x: x + 90, y: y + height / 2, size: 13, font });
  }
  if (options.archive) makeArchive(document);
  const id = PDFHexString.of('00112233445566778899aabbccddeeff');
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return document.save({ useObjectStreams: options.xrefStream ?? false });
}

function makeArchive({ context, catalog }: Document): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFHexString.fromText('sRGB'),
    DestOutputProfile: profile,
  };
  const xmp = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const metadata = context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.obj(intent)]));
}
