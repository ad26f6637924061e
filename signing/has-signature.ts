// A cheap look whether a PDF carries a digital signature, before anything else touches it.

/** True where the file holds a /ByteRange, which every PDF signature needs (an empty signature field has none). */
export function hasSignature(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/ByteRange');
}
