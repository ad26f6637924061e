// Whether a PDF page is one picture and nothing else, as scanners write it, and how that picture lies on the page.
import type { RightAngle } from '../../core/model.ts';
import type { Matrix } from './pdfium/module.ts';
import type { DrawnObject, Part, PdfPage, Rectangle } from './pdfium/page.ts';

export interface OnePicture {
  readonly object: DrawnObject;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Measured from the placement. */
  readonly dpi: number;
  /** Clockwise, placement and /Rotate together. */
  readonly rotation: RightAngle;
  /** Where the picture lies on the page as shown, as fractions of it. */
  readonly coverage: Part;
  /** The JPEG as it stands in the file, null where the picture is coded otherwise. */
  readonly jpeg: Uint8Array | null;
}

/** Share of the page's width and height that the picture must cover. */
const NEARLY_ALL = 0.9;
/** Share of the picture that may hang over the page's edge unseen. */
const OVERHANG = 0.01;
/** Horizontal and vertical resolution may differ by this share. */
const SQUARE = 0.02;

/** Codings of one bit a pixel. */
const STENCIL_CODINGS = new Set(['CCITTFaxDecode', 'JBIG2Decode']);

/** The right angle by which the matrix turns a picture clockwise; null for slanted or mirrored ones. */
function turnOf([a, b, c, d]: Matrix): RightAngle | null {
  if (a * d - b * c <= 0) return null;
  const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  const none = (value: number): boolean => Math.abs(value) < size * 0.002;
  if (none(b) && none(c)) return d > 0 ? 0 : 180;
  if (none(a) && none(d)) return c > 0 ? 90 : 270;
  return null;
}

function bounds([a, b, c, d, e, f]: Matrix): Rectangle {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The last picture drawn, when all that is drawn after it cannot be seen; what lies under it cannot either. */
function topPicture(page: PdfPage, annotations: boolean): DrawnObject | null {
  const seen = page.objects().filter((object) => !object.invisible);
  const last = seen.at(-1);
  if (annotations && page.visibleAnnotations() > 0) return null;
  if (last?.kind !== 'image') return null;
  // A scan in layers: text as a stencil over pictures that are seen through it.
  const onOthers = seen.some((object) => object !== last && object.kind === 'image');
  return onOthers && page.filters(last).some((filter) => STENCIL_CODINGS.has(filter)) ? null : last;
}

/** Fractions of the page's box in unrotated space, `y` down; null where the picture does not cover the page. */
function coverageOf(picture: Rectangle, page: Rectangle): Part | null {
  const width = page[2] - page[0];
  const height = page[3] - page[1];
  const left = (picture[0] - page[0]) / width;
  const right = (picture[2] - page[0]) / width;
  const top = (page[3] - picture[3]) / height;
  const bottom = (page[3] - picture[1]) / height;
  const hangsOver = left < -OVERHANG || top < -OVERHANG || right > 1 + OVERHANG || bottom > 1 + OVERHANG;
  if (hangsOver || right - left < NEARLY_ALL || bottom - top < NEARLY_ALL) return null;
  const from = { left: Math.max(0, left), top: Math.max(0, top) };
  return { ...from, width: Math.min(1, right) - from.left, height: Math.min(1, bottom) - from.top };
}

/** The same place on the page as shown, after the page's own /Rotate. */
function shown(place: Part, rotation: RightAngle): Part {
  const { left, top, width, height } = place;
  if (rotation === 90) return { left: 1 - top - height, top: left, width: height, height: width };
  if (rotation === 180) return { left: 1 - left - width, top: 1 - top - height, width, height };
  if (rotation === 270) return { left: top, top: 1 - left - width, width: height, height: width };
  return place;
}

/** A stream whose only coding is JPEG, grey or RGB, is a JPEG file as it is. */
function jpegOf(page: PdfPage, object: DrawnObject): Uint8Array | null {
  const filters = page.filters(object);
  if (filters.length !== 1 || filters[0] !== 'DCTDecode') return null;
  const data = page.rawData(object);
  return data[0] === 0xff && data[1] === 0xd8 ? data : null;
}

/** The page's one picture, or null; `annotations`: visible ones count as drawn on it. Whether its bytes look like the page is for the caller to see. */
export function onePicture(page: PdfPage, annotations: boolean): OnePicture | null {
  const object = topPicture(page, annotations);
  const turn = object && turnOf(object.matrix);
  if (!object || turn === null) return null;
  const place = coverageOf(bounds(object.matrix), page.box());
  const { width, height } = page.pixelSize(object);
  if (!place || width === 0 || height === 0) return null;
  const [a, b, c, d] = object.matrix;
  const across = (width * 72) / Math.hypot(a, b);
  const down = (height * 72) / Math.hypot(c, d);
  if (Math.abs(across / down - 1) > SQUARE) return null;
  return {
    object,
    width,
    height,
    dpi: (across + down) / 2,
    rotation: ((turn + page.rotation) % 360) as RightAngle,
    coverage: shown(place, page.rotation),
    jpeg: jpegOf(page, object),
  };
}
