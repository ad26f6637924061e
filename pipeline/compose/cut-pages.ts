// One paper's own pages out of a run, lossless: for runs that hold pages which may not be kept.
import { PDFDocument } from 'pdf-lib';
import type { PagePicture } from '../intake/source.ts';

/** A PDF of these pages (counted from 1) of another; picture streams are taken over byte for byte. */
export async function cutPdfPages(pdf: Uint8Array, pages: readonly number[]): Promise<Uint8Array> {
  const whole = await PDFDocument.load(pdf, { updateMetadata: false });
  const part = await PDFDocument.create({ updateMetadata: false });
  for (const page of await part.copyPages(
    whole,
    pages.map((n) => n - 1),
  ))
    part.addPage(page);
  return part.save({ useObjectStreams: false });
}

/** A PDF of pictures of a source that is none: JPEG as it is, everything else without loss. */
export async function wrapPictures(pictures: AsyncIterable<PagePicture>): Promise<Uint8Array> {
  const part = await PDFDocument.create({ updateMetadata: false });
  for await (const picture of pictures) {
    const image =
      picture.format === 'jpeg' ? await part.embedJpg(picture.bytes) : await part.embedPng(picture.bytes);
    const size = [(image.width / picture.dpi) * 72, (image.height / picture.dpi) * 72] as const;
    part.addPage([...size]).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return part.save({ useObjectStreams: false });
}
