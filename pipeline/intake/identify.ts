// Says what a file is by its first bytes, never by its name.
import { open } from 'node:fs/promises';

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff';

/** What the bytes are: something we take, or what it looks like instead (`null`: nothing we know). */
export type Identity =
  | { readonly mediaType: MediaType }
  | { readonly mediaType: null; readonly looksLike: string | null };

/** PDF readers accept leading rubbish of this many bytes before `%PDF-` (ISO 32000-1, annex H). */
const PDF_LEAD = 1024;
/** As much of the file as the rules below look at. */
export const HEAD_BYTES = 4096;

const taken: readonly (readonly [MediaType, string])[] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/tiff', '49492a00'],
  ['image/tiff', '4d4d002a'],
  ['image/tiff', '49492b00'], // BigTIFF
  ['image/tiff', '4d4d002b'],
];

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: magic bytes are what these look for
/** Named so that a clerk knows which program the file belongs to. */
const others: readonly (readonly [string, RegExp])[] = [
  ['Word (.docx)', /^PK\x03\x04.*word\//s],
  ['Excel (.xlsx)', /^PK\x03\x04.*xl\//s],
  ['PowerPoint (.pptx)', /^PK\x03\x04.*ppt\//s],
  ['Word/Excel (.docx, .xlsx)', /^PK\x03\x04.*\[Content_Types\]/s],
  ['OpenDocument (.odt)', /^PK\x03\x04.*application\/vnd\.oasis/s],
  ['ZIP', /^PK\x03\x04/],
  ['Word/Excel (.doc, .xls)', /^\xd0\xcf\x11\xe0/],
  ['RAR', /^Rar!/],
  ['7-Zip', /^7z\xbc\xaf/],
  ['HEIC (iPhone)', /^.{4}ftyp(heic|heix|mif1|hevc|msf1)/s],
  ['AVIF', /^.{4}ftypavif/s],
  ['MP4', /^.{4}ftyp/s],
  ['WebP', /^RIFF.{4}WEBP/s],
  ['GIF', /^GIF8[79]a/],
  ['BMP', /^BM.{4}\0\0\0\0/s],
  ['JPEG 2000', /^\0\0\0\x0cjP {2}/],
  ['DjVu', /^AT&TFORM/],
  ['PostScript', /^%!PS/],
  ['RTF', /^\{\\rtf/],
  ['SVG', /^\s*(<\?xml.*)?<svg/is],
  ['HTML', /^\s*(<!doctype html|<html)/i],
  ['XML', /^(\xef\xbb\xbf)?\s*<\?xml/],
  ['Windows (.exe)', /^MZ/],
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: magic bytes are what these look for

function identifyBytes(bytes: Uint8Array): Identity {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  const hex = head.toString('hex', 0, 8);
  const match = taken.find(([, magic]) => hex.startsWith(magic));
  if (match) return { mediaType: match[0] };
  const at = head.indexOf('%PDF-');
  if (at >= 0 && at <= PDF_LEAD) return { mediaType: 'application/pdf' };
  const text = head.toString('latin1');
  const other = others.find(([, pattern]) => pattern.test(text));
  if (other) return { mediaType: null, looksLike: other[0] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells text from bytes
  const binary = /[\x00-\x08\x0e-\x1f]/.test(text);
  return { mediaType: null, looksLike: binary || text === '' ? null : 'text' };
}

/** First bytes of a file, at most `HEAD_BYTES`. */
async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Identifies a file by its path, or bytes that are the file's beginning. */
export async function identify(source: string | Uint8Array): Promise<Identity> {
  return identifyBytes(typeof source === 'string' ? await headOf(source) : source);
}
