// Whether a TIFF's pixels are square: a fax of standard resolution has 204 dots across and 98 down an inch.
// sharp tells only the resolution across, so the two tags are read here.

const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RATIONAL = 5;
/** Beyond these the tags are wrong rather than the pixels long. */
const MOST = 4;

interface Tiff {
  readonly view: DataView;
  readonly little: boolean;
}

/** Offset of a directory, 0 where there is none; `index` counts from 0. */
function directory({ view, little }: Tiff, index: number): number {
  let offset = view.getUint32(4, little);
  for (let i = 0; i < index && offset !== 0; i += 1) {
    const entries = view.getUint16(offset, little);
    offset = view.getUint32(offset + 2 + 12 * entries, little);
  }
  return offset;
}

function rational({ view, little }: Tiff, offset: number, tag: number): number | undefined {
  const count = view.getUint16(offset, little);
  for (let at = offset + 2; at < offset + 2 + 12 * count; at += 12) {
    if (view.getUint16(at, little) !== tag || view.getUint16(at + 2, little) !== RATIONAL) continue;
    const value = view.getUint32(at + 8, little);
    return view.getUint32(value, little) / view.getUint32(value + 4, little);
  }
  return undefined;
}

/**
 * Dots across ÷ dots down of one page (counted from 0): above 1, the page must be made that much higher to look right.
 * 1 where the file does not say, says nonsense, or is a BigTIFF.
 */
export function pixelAspect(file: Uint8Array, page: number): number {
  const little = file[0] === 0x49;
  if (file[little ? 2 : 3] !== 42) return 1;
  const tiff: Tiff = { view: new DataView(file.buffer, file.byteOffset, file.byteLength), little };
  try {
    const offset = directory(tiff, page);
    const across = offset === 0 ? undefined : rational(tiff, offset, X_RESOLUTION);
    const down = offset === 0 ? undefined : rational(tiff, offset, Y_RESOLUTION);
    const aspect = across && down ? across / down : 1;
    return aspect > 1 / MOST && aspect < MOST ? aspect : 1;
  } catch (error) {
    // Offsets that lead out of the file.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}
