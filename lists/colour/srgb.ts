// The sRGB colour profile (480 bytes, ICC 4.2) that tells a PDF/A reader what the page pictures' colours mean.
// Compact-ICC-Profiles by Clinton Ingram, CC0: the profile libvips ships; taken from a picture that sharp wrote.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

let profile: Uint8Array | undefined;

/** The profile's bytes; read once. */
export function srgbProfile(): Uint8Array {
  profile ??= new Uint8Array(readFileSync(join(packageRoot(), 'lists', 'colour', 'srgb.icc')));
  return profile;
}
