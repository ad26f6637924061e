// The files a scanner hands over: JPEG, one-bit TIFF (CCITT G4), PDF of JPEGs. Nothing in them depends on the clock.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { fromRaw, type Picture } from './damage.ts';

/** Pictures of all pages of a PDF at the resolution given. */
export async function renderPages(pdf: Uint8Array, dpi: number): Promise<Picture[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pictures: Picture[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
      const rgba = sharp(data, { raw: { width, height, channels: 4 } });
      const flat = rgba.flatten({ background: '#ffffff' }).removeAlpha();
      pictures.push({ width, height, data: await flat.raw().toBuffer() });
    }
    document.destroy();
    return pictures;
  } finally {
    library.destroy();
  }
}

export function asJpeg(picture: Picture, dpi: number, quality: number): Promise<Buffer> {
  return fromRaw(picture)
    .withMetadata({ density: dpi })
    .jpeg({ quality, chromaSubsampling: '4:2:0', mozjpeg: true })
    .toBuffer();
}

/** sharp wants pixels per millimetre. */
export function asFaxTiff(picture: Picture, dpi: number): Promise<Buffer> {
  const resolution = dpi / 25.4;
  const grey = fromRaw(picture).greyscale().toColourspace('b-w');
  return grey.tiff({ compression: 'ccittfax4', bitdepth: 1, xres: resolution, yres: resolution }).toBuffer();
}

/** A PDF with one JPEG a page, the size of the page = pixels ÷ dpi. */
export async function asPdf(jpegs: readonly Buffer[], dpi: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const jpeg of jpegs) {
    const image = await pdf.embedJpg(jpeg);
    const [width, height] = [(image.width * 72) / dpi, (image.height * 72) / dpi];
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return pdf.save();
}
