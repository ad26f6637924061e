// A PDF page as a picture: the scan's own bytes where the page is one picture, else PDFium's rendering.
import { AppError } from '../../core/errors.ts';
import type { Problem, RightAngle } from '../../core/model.ts';
import { nativeText } from './native-text.ts';
import { type OnePicture, onePicture } from './one-picture.ts';
import { isTrap } from './pdfium/module.ts';
import type { PdfPage } from './pdfium/page.ts';
import { readHeader, type Samples, samplesToPng, shrink, thumbnail } from './raster.ts';
import { resolve } from './resolution.ts';
import type { IntakeLimits, PagePicture } from './source.ts';

export interface PageOrder {
  readonly number: number;
  readonly limits: IntakeLimits;
  /**
   * Whether what annotations draw belongs to the picture. Not in a signed file, which is kept as it is and only read:
   * what the signing software drew on top is no part of the paper's text.
   */
  readonly annotations: boolean;
  /** Name of the source file, for errors. */
  readonly file: string;
}

const RENDER_DPI = 300;
const LOWEST_RENDER_DPI = 30;
/** Long side of the two small pictures that are compared, in pixels. */
const COMPARED_SIDE = 128;
/** How much finer PDFium draws its one. */
const FINER = 3;
/** Mean difference of samples (0..255) up to which two small pictures show the same. */
const SAME_MEAN = 10;
/** Share of samples that may differ by more than `FAR`. */
const SAME_FAR_SHARE = 0.02;
const FAR = 80;

/** A picture larger than the limit is refused before PDFium decodes anything. */
function refuseBombs(page: PdfPage, { number, limits, file }: PageOrder): void {
  for (const object of page.objects()) {
    if (object.kind !== 'image') continue;
    const { width, height } = page.pixelSize(object);
    if (width * height > limits.maxPixels)
      throw new AppError('input', 'intake.picture-too-large', {
        params: { file, page: number, width, height },
      });
  }
}

function turned(samples: Samples, rotation: RightAngle): Samples {
  if (rotation === 0) return samples;
  const { width, height, channels, data } = samples;
  const across = rotation === 180 ? width : height;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [nx, ny] =
        rotation === 90
          ? [height - 1 - y, x]
          : rotation === 180
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      const from = (y * width + x) * channels;
      out.set(data.subarray(from, from + channels), (ny * across + nx) * channels);
    }
  }
  return { width: across, height: rotation === 180 ? height : width, channels, data: out };
}

function alike(a: Uint8Array, b: Uint8Array): boolean {
  let sum = 0;
  let far = 0;
  for (let i = 0; i < a.length; i += 1) {
    const difference = Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    sum += difference;
    if (difference > FAR) far += 1;
  }
  return a.length === b.length && sum / a.length <= SAME_MEAN && far / a.length <= SAME_FAR_SHARE;
}

interface Shown {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
  readonly annotations: boolean;
}

/**
 * Whether the picture's bytes, turned as found, show what the page shows. One test for all that a PDF may do to a
 * picture on its way to the page: inverted decoding, colour spaces, masks, clips, blending.
 */
async function showsThePage(page: PdfPage, picture: OnePicture, shown: Shown): Promise<boolean> {
  const { bytes, maxPixels, annotations } = shown;
  const scale = COMPARED_SIDE / Math.max(picture.width, picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const small = turned(await thumbnail(Buffer.from(bytes), { width, height, maxPixels }), picture.rotation);
  // PDFium shrinks coarsely; shrunk in two steps, fine patterns come out as grey in both.
  const size = { width: small.width * FINER, height: small.height * FINER };
  const fine = page.render({ ...size, part: picture.coverage, annotations });
  return alike(small.data, (await shrink(fine, small.width, small.height)).data);
}

async function pictureAsItIs(page: PdfPage, order: PageOrder): Promise<PagePicture | null> {
  const picture = onePicture(page, order.annotations);
  if (!picture) return null;
  const { annotations } = order;
  const { maxPixels } = order.limits;
  try {
    const samples = picture.jpeg ? undefined : page.samples(picture.object);
    const bytes = picture.jpeg ?? (samples && (await samplesToPng(samples)));
    if (!bytes) return null;
    // A dictionary may claim another size than the picture has.
    const header = await readHeader(Buffer.from(bytes));
    if (header.width !== picture.width || header.height !== picture.height) return null;
    if (!(await showsThePage(page, picture, { bytes, maxPixels, annotations }))) return null;
    const { width, height, rotation, dpi } = picture;
    const resolution = resolve({ width, height, dpi, from: 'placement', page: order.number });
    const verbatim = picture.jpeg !== null;
    const format = verbatim ? 'jpeg' : 'png';
    return {
      number: order.number,
      bytes,
      format,
      width,
      height,
      verbatim,
      mirrored: false,
      rotation,
      ...resolution,
    };
  } catch (error) {
    // What PDFium shows of a picture that sharp cannot decode is still the page.
    if (error instanceof AppError || isTrap(error)) throw error;
    return null;
  }
}

async function rendering(page: PdfPage, { number, limits, annotations }: PageOrder): Promise<PagePicture> {
  const inches = { width: page.width / 72, height: page.height / 72 };
  const most = Math.sqrt(limits.maxRenderPixels / (inches.width * inches.height));
  const dpi = Math.max(LOWEST_RENDER_DPI, Math.min(RENDER_DPI, Math.floor(most)));
  const width = Math.max(1, Math.round(inches.width * dpi));
  const height = Math.max(1, Math.round(inches.height * dpi));
  const problems: Problem[] =
    dpi < RENDER_DPI
      ? [{ code: 'intake.rendered-coarser', params: { page: number, dpi }, page: number }]
      : [];
  const text = nativeText(page, { width, height, dpi });
  const bytes = await samplesToPng(page.render({ width, height, annotations }));
  const picture = {
    number,
    bytes,
    format: 'png',
    width,
    height,
    dpi,
    verbatim: false,
    mirrored: false,
  } as const;
  return { ...picture, rotation: 0, problems, ...(text ? { nativeText: text } : {}) };
}

/** The page's picture; AppError `intake.picture-too-large` before decoding what is too large. */
export async function pdfPagePicture(page: PdfPage, order: PageOrder): Promise<PagePicture> {
  refuseBombs(page, order);
  return (await pictureAsItIs(page, order)) ?? (await rendering(page, order));
}
