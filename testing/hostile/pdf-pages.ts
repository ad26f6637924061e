// PDFs whose pages are a trap: drawing without end, pictures that lie about themselves, active content.
import { type FileTable, filesOf, type HostileFile } from './hostile-file.ts';
import { claimedJpeg } from './pictures.ts';
import { deflatedZeros, flate, onePagePdf, streamObject } from './raw-pdf.ts';

const SQUARE = '0.2 g 40 100 100 70 re f';
const IMAGE = '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8';

/** A page that is one picture. */
const picture = (dictionary: string, data: Uint8Array | string) => () =>
  onePagePdf({
    content: 'q 210 0 0 297 0 0 cm /P Do Q',
    resources: '/XObject << /P 5 0 R >>',
    objects: [streamObject(dictionary, data)],
  });

const form = (content: string, resources: string, box = '[0 0 210 297]') =>
  streamObject(`/Type /XObject /Subtype /Form /BBox ${box} /Resources << ${resources} >>`, content);

/** Each form draws the next one ten times: 10^levels squares. */
function formsOfForms(levels: number): Buffer {
  const objects = Array.from({ length: levels }, (_, i) =>
    i === levels - 1 ? form(SQUARE, '') : form('/N Do '.repeat(10), `/XObject << /N ${6 + i} 0 R >>`),
  );
  return onePagePdf({ content: '/N Do', resources: '/XObject << /N 5 0 R >>', objects });
}

const text = (words: string) => `BT /F 10 Tf 20 250 Td (${words}) Tj ET`;
const FONT = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

const active =
  (catalog: string, objects: readonly string[] = [], page = '') =>
  () =>
    onePagePdf({ content: SQUARE, catalog, objects, page });

const table: FileTable = {
  'forms-draw-themselves.pdf': [
    'either',
    () =>
      onePagePdf({
        content: `${SQUARE} /N Do`,
        resources: '/XObject << /N 5 0 R >>',
        objects: [form('/N Do', '/XObject << /N 5 0 R >>')],
      }),
  ],
  'forms-of-forms.pdf': ['either', () => formsOfForms(12)],
  'states-saved-1000000-times.pdf': [
    'either',
    () => onePagePdf({ content: flate('', `${'q '.repeat(1_000_000)}${SQUARE}`) }),
  ],
  'dashes-without-end.pdf': [
    'either',
    () => onePagePdf({ content: '[0.00001 0.00001] 0 d 1 w 0 0 m 1000000 297 l S' }),
  ],
  'pattern-of-dust.pdf': [
    'either',
    () =>
      onePagePdf({
        content: '/Pattern cs /T scn 0 0 210 297 re f',
        resources: '/Pattern << /T 5 0 R >>',
        objects: [
          streamObject(
            '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << >>',
            '0 g 0 0 1 1 re f',
          ),
        ],
      }),
  ],
  'paths-1000000.pdf': [
    'either',
    () => onePagePdf({ content: flate('', `0 0 m ${'9 9 l 200 280 l '.repeat(500_000)}S`) }),
  ],
  'numbers-out-of-range.pdf': [
    'either',
    () => onePagePdf({ content: `1e38 0 0 1e38 0 0 cm ${'9'.repeat(400)} 0 l S ${SQUARE}` }),
  ],
  'text-200000-letters.pdf': [
    'either',
    () => onePagePdf({ content: flate('', text('a'.repeat(200_000))), resources: FONT }),
  ],
  'inline-picture-cut.pdf': [
    'either',
    () => onePagePdf({ content: `${SQUARE} BI /W 9999 /H 9999 /BPC 8 /CS /RGB ID abc` }),
  ],
  'page-of-a-kilometre.pdf': [
    'either',
    () => onePagePdf({ content: SQUARE, mediaBox: '[0 0 2834645 2834645]' }),
  ],
  'page-without-size.pdf': ['either', () => onePagePdf({ content: SQUARE, mediaBox: '[0 0 0 0]' })],
  'page-of-no-numbers.pdf': [
    'either',
    () => onePagePdf({ content: SQUARE, mediaBox: '[/a (b) null -1e99]' }),
  ],
  'page-one-point-high.pdf': ['either', () => onePagePdf({ content: SQUARE, mediaBox: '[0 0 14400 1]' })],
  'unit-of-a-mile.pdf': ['either', () => onePagePdf({ content: SQUARE, page: '/UserUnit 4561920' })],
  'picture-30000.pdf': [
    'refused',
    picture(`${IMAGE} /Width 30000 /Height 30000 /Filter /FlateDecode`, deflatedZeros(900_000_000)),
  ],
  'picture-within-the-limit.pdf': [
    'either',
    picture(`${IMAGE} /Width 17000 /Height 17000 /Filter /FlateDecode`, deflatedZeros(289_000_000)),
  ],
  'picture-bigger-than-told.pdf': [
    'either',
    picture(`${IMAGE} /Width 100 /Height 100 /Filter /FlateDecode`, deflatedZeros(3 * 2 ** 30)),
  ],
  'picture-without-size.pdf': ['either', picture(`${IMAGE} /Width 0 /Height 0`, '')],
  'picture-below-zero.pdf': ['either', picture(`${IMAGE} /Width -5 /Height 2147483647`, 'abc')],
  'picture-of-64-bits.pdf': [
    'either',
    picture(`${IMAGE.replace('Component 8', 'Component 64')} /Width 9 /Height 9`, 'abcdefgh'),
  ],
  'picture-jpeg-65500.pdf': [
    'either',
    picture(`${IMAGE} /Width 50 /Height 50 /Filter /DCTDecode`, claimedJpeg(65_500, 65_500)),
  ],
  'picture-fax-of-2-billion.pdf': [
    'either',
    picture(
      `${IMAGE.replace('Component 8', 'Component 1')} /Width 40 /Height 40 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 /Rows 2147483647 >>`,
      Buffer.alloc(4000, 0x55),
    ),
  ],
  'picture-jpx-broken.pdf': [
    'either',
    picture(`${IMAGE} /Width 900 /Height 900 /Filter /JPXDecode`, '\0\0\0\x0cjP  \r\n\x87\n rubbish'),
  ],
  'picture-jbig2-broken.pdf': [
    'either',
    picture(
      `${IMAGE.replace('Component 8', 'Component 1')} /Width 900 /Height 900 /Filter /JBIG2Decode`,
      Buffer.from(`00000000300001000000130000ffff0000ffff${'ff'.repeat(64)}`, 'hex'),
    ),
  ],
  'picture-masks-itself.pdf': [
    'either',
    picture(`${IMAGE} /Width 2 /Height 2 /SMask 5 0 R /Mask 5 0 R`, 'abcd'),
  ],
  'colours-in-a-loop.pdf': [
    'either',
    () =>
      onePagePdf({
        content: `/C cs 0.5 sc ${SQUARE}`,
        resources: '/ColorSpace << /C 5 0 R >>',
        objects: ['[/Indexed 5 0 R 255 5 0 R]'],
      }),
  ],
  'annotations-50000.pdf': [
    'either',
    () => {
      const one = '<< /Subtype /Square /Rect [9 9 90 90] /C [1 0 0] >>';
      return onePagePdf({ content: SQUARE, page: `/Annots [${one.repeat(50_000)}]` });
    },
  ],
  'script-at-opening.pdf': ['taken', active('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')],
  'starts-a-program.pdf': ['taken', active('/OpenAction << /S /Launch /F (/bin/sh) >>')],
  'script-on-the-page.pdf': [
    'taken',
    active('', [], '/AA << /O << /S /JavaScript /JS (while\\(true\\){}) >> >>'),
  ],
  'file-inside.pdf': [
    'taken',
    active('/Names << /EmbeddedFiles << /Names [(x.exe) 5 0 R] >> >>', [
      '<< /Type /Filespec /F (../../x.exe) /EF << /F 6 0 R >> >>',
      '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream',
    ]),
  ],
  'asks-the-network.pdf': ['taken', active('/OpenAction << /S /URI /URI (http://localhost:9/) >>')],
};

export const pdfPages: readonly HostileFile[] = filesOf('pdf-page', table);
