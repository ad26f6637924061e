// PDFs whose structure is a trap: trees that loop, tables that lie, objects without end, bombs.
import { deflateSync } from 'node:zlib';
import { type FileTable, filesOf, type HostileFile } from './hostile-file.ts';
import {
  deflatedZeros,
  encryptedPdf,
  flate,
  onePagePdf,
  type PdfObject,
  rawPdf,
  streamObject,
} from './raw-pdf.ts';

const SQUARE = '0.2 g 40 100 100 70 re f';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const page = (parent = 2, rest = '') =>
  `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 210 297] /Contents 4 0 R /Resources << >> ${rest} >>`;
const sound = () => onePagePdf({ content: SQUARE });
const cut = (share: number) => () => sound().subarray(0, Math.floor(sound().length * share));
const replaced = (from: string, to: string) => () =>
  Buffer.from(sound().toString('latin1').replace(from, to), 'latin1');

/** A page tree of its own below the catalog. */
const tree = (...objects: PdfObject[]) => rawPdf([CATALOG, ...objects]);

/** Page tree nodes one below the other, the page at the bottom. */
function deepTree(depth: number): Buffer {
  const nodes = Array.from({ length: depth }, (_, i) => {
    const own = i === 0 ? 2 : 4 + i;
    const below = i === depth - 1 ? 3 : 5 + i;
    const parent = i === 0 ? '' : `/Parent ${i === 1 ? 2 : own - 1} 0 R`;
    return `<< /Type /Pages ${parent} /Kids [${below} 0 R] /Count 1 >>`;
  });
  const content = streamObject('', SQUARE);
  return rawPdf([CATALOG, nodes[0]!, page(depth + 3), content, ...nodes.slice(1)]);
}

/** So many numbers in one object stream, and a page that uses none of them. */
function objectStream(count: number): Buffer {
  const heads: string[] = [];
  for (let i = 0; i < count; i += 1) heads.push(`${10 + i} ${2 * i}`);
  const head = `${heads.join(' ')} `;
  const body = Buffer.from(head + '1 '.repeat(count));
  const stream = flate(`/Type /ObjStm /N ${count} /First ${head.length}`, body);
  return onePagePdf({ content: SQUARE, objects: [stream] });
}

/** Pages that all show the same content, one picture of a square. */
export function pagesPdf(count: number, box = '[0 0 72 102]'): Buffer {
  const kids = Array.from({ length: count }, (_, i) => `${4 + i} 0 R`).join(' ');
  const pages = Array.from(
    { length: count },
    (_, i) =>
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << >> ${i === 0 ? '/Contents 3 0 R' : ''} >>`,
  );
  const content = streamObject('', '0 g 10 20 40 60 re f');
  return rawPdf([CATALOG, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`, content, ...pages]);
}

function xrefLoop(): Buffer {
  const pdf = sound().toString('latin1');
  const at = /startxref\n(\d+)/.exec(pdf)?.[1];
  return Buffer.from(pdf.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1');
}

/** Everything from an xref stream that claims what it does not have. */
function xrefStream(dictionary: string): Buffer {
  const objects = [CATALOG, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page(), streamObject('', SQUARE)];
  const body = rawPdf(objects, { table: false }).toString('latin1').split('trailer')[0]!;
  const stream = streamObject(`/Type /XRef /Root 1 0 R ${dictionary}`, Buffer.alloc(64, 1)).toString(
    'latin1',
  );
  return Buffer.from(`${body}9 0 obj\n${stream}\nendobj\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

const table: FileTable = {
  'cut-10.pdf': ['refused', cut(0.1)],
  'cut-50.pdf': ['refused', cut(0.5)],
  'cut-95.pdf': ['refused', cut(0.95)],
  'cut-in-the-last-line.pdf': ['refused', () => sound().subarray(0, -4)],
  'only-a-header.pdf': ['refused', () => '%PDF-1.7\n%%EOF\n'],
  'no-table.pdf': ['taken', () => onePagePdf({ content: SQUARE }, { table: false })],
  'table-points-at-itself.pdf': ['either', xrefLoop],
  'table-points-behind-the-end.pdf': ['either', replaced('startxref\n', 'startxref\n99999')],
  'table-stream-claims-all.pdf': [
    'either',
    () => xrefStream('/Size 2147483647 /W [1 8 8] /Index [0 2147483647]'),
  ],
  'table-stream-negative.pdf': ['either', () => xrefStream('/Size -1 /W [-1 -2 -3] /Index [-5 9]')],
  'no-catalog.pdf': ['refused', replaced('/Root 1 0 R', '/Root 77 0 R')],
  'no-pages.pdf': ['refused', () => tree('<< /Type /Pages /Kids [] /Count 0 >>')],
  'page-is-null.pdf': ['refused', () => tree('<< /Type /Pages /Kids [3 0 R] /Count 1 >>', 'null')],
  'tree-holds-itself.pdf': ['refused', () => tree('<< /Type /Pages /Kids [2 0 R] /Count 1 >>')],
  'tree-of-two-loops.pdf': [
    'refused',
    () =>
      tree(
        '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 4 >>',
        '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 4 >>',
      ),
  ],
  'tree-counts-too-much.pdf': [
    'either',
    () => tree('<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', page(), streamObject('', SQUARE)),
  ],
  'tree-counts-1500.pdf': [
    'refused',
    () => tree('<< /Type /Pages /Kids [3 0 R] /Count 1500 >>', page(), streamObject('', SQUARE)),
  ],
  'tree-counts-below-zero.pdf': [
    'either',
    () => tree('<< /Type /Pages /Kids [3 0 R] /Count -7 >>', page(), streamObject('', SQUARE)),
  ],
  'tree-100-deep.pdf': ['either', () => deepTree(100)],
  'tree-50000-deep.pdf': ['either', () => deepTree(50_000)],
  'page-inherits-in-a-loop.pdf': [
    'either',
    () =>
      tree(
        '<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>',
        streamObject('', SQUARE),
      ),
  ],
  'pages-5001.pdf': ['refused', () => pagesPdf(5001)],
  'arrays-200000-deep.pdf': [
    'either',
    () => onePagePdf({ content: SQUARE, page: `/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}` }),
  ],
  'dictionaries-100000-deep.pdf': [
    'either',
    () => onePagePdf({ content: SQUARE, page: `/Deep ${'<< /D '.repeat(100_000)}1${' >>'.repeat(100_000)}` }),
  ],
  'arrays-never-closed.pdf': ['either', () => onePagePdf({ content: SQUARE, page: '['.repeat(300_000) })],
  'objects-100000-without-table.pdf': [
    'either',
    () =>
      onePagePdf({ content: SQUARE, objects: Array.from({ length: 100_000 }, () => '0') }, { table: false }),
  ],
  'objects-1000000.pdf': [
    'either',
    () => onePagePdf({ content: SQUARE, objects: Array.from({ length: 1_000_000 }, () => '0') }),
  ],
  'objects-1000000-in-a-stream.pdf': ['either', () => objectStream(1_000_000)],
  'object-stream-bomb.pdf': [
    'either',
    () => {
      const zeros = deflatedZeros(3 * 2 ** 30);
      const stream = streamObject('/Type /ObjStm /N 9 /First 90 /Filter /FlateDecode', zeros);
      return onePagePdf({ content: SQUARE, objects: [stream] });
    },
  ],
  'object-stream-holds-itself.pdf': [
    'either',
    () =>
      onePagePdf({
        content: SQUARE,
        objects: [flate('/Type /ObjStm /N 2 /First 8 /Extends 5 0 R', '5 0 6 2 5 0 R 5 0 R')],
      }),
  ],
  'length-of-itself.pdf': ['either', () => onePagePdf({ content: streamObject('/Length 4 0 R', SQUARE) })],
  'length-too-long.pdf': [
    'either',
    () => onePagePdf({ content: streamObject('/Length 2147483647', SQUARE) }),
  ],
  'length-below-zero.pdf': ['either', () => onePagePdf({ content: streamObject('/Length -1', SQUARE) })],
  'content-3-gb-of-nothing.pdf': [
    'either',
    () => onePagePdf({ content: streamObject('/Filter /FlateDecode', deflatedZeros(3 * 2 ** 30)) }),
  ],
  'content-packed-ten-times.pdf': [
    'either',
    () => {
      let data: Buffer = deflatedZeros(2 ** 30);
      for (let i = 1; i < 10; i += 1) data = deflateSync(data);
      return onePagePdf({ content: streamObject(`/Filter [${'/FlateDecode '.repeat(10)}]`, data) });
    },
  ],
  'filters-2000.pdf': [
    'either',
    () => onePagePdf({ content: streamObject(`/Filter [${'/ASCIIHexDecode '.repeat(2000)}]`, '20>') }),
  ],
  'locked.pdf': ['refused', () => encryptedPdf('mot-mat-khau')],
  'locked-without-password.pdf': ['refused', () => encryptedPdf('')],
  'locked-by-nobody.pdf': [
    'refused',
    () => onePagePdf({ content: SQUARE }, { trailer: '/Encrypt << /Filter /Unknown /V 99 >>' }),
  ],
  'rubbish-before.pdf': ['either', () => Buffer.concat([Buffer.alloc(900, 'x'), sound()])],
  'version-99.pdf': ['either', replaced('%PDF-1.7', '%PDF-99.9')],
  'signature-of-nothing.pdf': [
    'either',
    () =>
      onePagePdf({
        content: SQUARE,
        catalog: '/AcroForm << /SigFlags 3 /Fields [5 0 R] >>',
        objects: [
          '<< /FT /Sig /T (s) /Subtype /Widget /Rect [0 0 0 0] /V 6 0 R >>',
          `<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 99999999 -5 4294967296] /Contents <${'f'.repeat(4096)}> >>`,
        ],
      }),
  ],
};

export const pdfStructures: readonly HostileFile[] = filesOf('pdf', table);
