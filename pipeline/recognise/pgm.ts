// Grey pictures in the plainest file format (PGM), which Leptonica reads without decompressing anything.
import type { GreyImage } from '../../core/ports.ts';

export function toPgm(picture: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`);
  const out = new Uint8Array(head.length + picture.data.length);
  out.set(head);
  out.set(picture.data, head.length);
  return out;
}
