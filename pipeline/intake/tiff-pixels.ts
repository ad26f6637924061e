// Whether a TIFF's pixels are square: a fax of standard resolution has 204 dots across and 98 down an inch.
// sharp tells only the resolution across, so the two tags are read here.
import { type FileHandle, open } from 'node:fs/promises';

const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RATIONAL = 5;
/** Beyond these the tags are wrong rather than the pixels long. */
const MOST = 4;

interface Reader {
  readonly file: FileHandle;
  readonly little: boolean;
}

async function at(reader: Reader, offset: number, length: number): Promise<DataView> {
  const { buffer } = await reader.file.read(Buffer.alloc(length), 0, length, offset);
  return new DataView(buffer.buffer, buffer.byteOffset, length);
}

/** Offset of a directory, 0 where there is none; `index` counts from 0. */
async function directory(reader: Reader, index: number): Promise<number> {
  const { little } = reader;
  let offset = (await at(reader, 4, 4)).getUint32(0, little);
  for (let i = 0; i < index && offset !== 0; i += 1) {
    const entries = (await at(reader, offset, 2)).getUint16(0, little);
    offset = (await at(reader, offset + 2 + 12 * entries, 4)).getUint32(0, little);
  }
  return offset;
}

async function rational(reader: Reader, offset: number, tag: number): Promise<number | undefined> {
  const { little } = reader;
  const count = (await at(reader, offset, 2)).getUint16(0, little);
  const entries = await at(reader, offset + 2, 12 * count);
  for (let i = 0; i < count; i += 1) {
    const isTag =
      entries.getUint16(12 * i, little) === tag && entries.getUint16(12 * i + 2, little) === RATIONAL;
    if (!isTag) continue;
    const value = await at(reader, entries.getUint32(12 * i + 8, little), 8);
    return value.getUint32(0, little) / value.getUint32(4, little);
  }
  return undefined;
}

/**
 * Dots across ÷ dots down of one page (counted from 0): above 1, the page must be made that much higher to look right.
 * 1 where the file does not say, says nonsense, or is a BigTIFF.
 */
export async function pixelAspect(path: string, page: number): Promise<number> {
  const file = await open(path, 'r');
  try {
    const magic = await file.read(Buffer.alloc(4), 0, 4, 0);
    const reader: Reader = { file, little: magic.buffer[0] === 0x49 };
    if (magic.buffer[reader.little ? 2 : 3] !== 42) return 1;
    const offset = await directory(reader, page);
    const across = offset === 0 ? undefined : await rational(reader, offset, X_RESOLUTION);
    const down = offset === 0 ? undefined : await rational(reader, offset, Y_RESOLUTION);
    const aspect = across && down ? across / down : 1;
    return aspect > 1 / MOST && aspect < MOST ? aspect : 1;
  } finally {
    await file.close();
  }
}
