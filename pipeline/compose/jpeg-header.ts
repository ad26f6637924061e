// What a JPEG says of itself: size and colour components, read from its frame header.
import { AppError } from '../../core/errors.ts';

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 = grey, 3 = colour. */
  readonly components: 1 | 3;
}

/** Frame markers SOF0, 1, 2: baseline, extended, progressive; the ones PDF's DCTDecode knows. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

/** Reads the first frame header; AppError `compose.picture` for anything a PDF reader could not show as it is. */
export function jpegHeader(bytes: Uint8Array, page: number): JpegHeader {
  const bad = (): AppError => new AppError('input', 'compose.picture', { params: { page } });
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw bad();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) throw bad();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (FRAMES.has(marker)) {
      const components = bytes[at + 9];
      if (bytes[at + 4] !== 8 || (components !== 1 && components !== 3)) throw bad();
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw bad();
}
