// Makes a drawn page a scan: worn print, paper, seal, shine-through, skew, resolution, noise, JPEG or fax.
import sharp, { type Sharp } from '../pipeline/safe-sharp.ts';
import { type DrawnPage, pageHeight, pageWidth } from './draw-page.ts';
import type { Chance } from './random.ts';

/** An encoded picture as a scanner gives it. */
export interface Scan {
  readonly bytes: Uint8Array;
  readonly dpi: number;
}

export async function damagePage(page: DrawnPage, chance: Chance, behind?: DrawnPage): Promise<Scan> {
  const fax = chance.yes(0.12);
  const ink = await wornInk(page.ink, chance);
  const rgb = onPaper(ink, chance, behind);
  const dpi = fax
    ? 200
    : chance.weighted([
        [2, 150],
        [6, 200],
        [2, 240],
        [5, 300],
      ]);
  let picture = sharp(rgb, { raw: { width: pageWidth, height: pageHeight, channels: 3 } });
  if (chance.yes(0.7))
    picture = await rawOf(
      picture.rotate(chance.normal() * 0.6, { background: chance.yes(0.8) ? '#f4f4f2' : '#333' }),
    );
  const size = Math.round(pageWidth * (dpi / 300));
  picture = await rawOf(
    picture.resize({ width: size, kernel: chance.of(['linear', 'cubic', 'lanczos3'] as const) }),
  );
  if (chance.yes(0.6)) picture = picture.blur(chance.between(0.35, dpi >= 300 ? 1.5 : 0.9));
  return { dpi, bytes: fax ? await faxed(picture, chance) : await photographed(picture, chance) };
}

async function rawOf(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels as 3 } });
}

/** Thin or thick strokes, toner missing in grains. */
async function wornInk(ink: Uint8Array, chance: Chance): Promise<Uint8Array> {
  const raw = { width: pageWidth, height: pageHeight, channels: 1 as const };
  const sigma = chance.between(0.5, 1.6);
  // Below half the blurred edge counts as ink: strokes grow; above, they shrink.
  const threshold = chance.weighted([
    [5, chance.between(90, 140)],
    [2, chance.between(45, 90)],
    [3, chance.between(140, 170)],
  ]);
  const gain = chance.between(2, 6);
  const soft = await sharp(ink, { raw })
    .blur(sigma)
    .linear(gain, 128 - gain * threshold)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const worn = new Uint8Array(soft.buffer, soft.byteOffset, soft.length);
  if (!chance.yes(0.35)) return worn;
  const grains = chance.between(0.01, 0.14);
  let grain = 0;
  for (let i = 0; i < worn.length; i++) {
    if (worn[i] === 0) continue;
    grain = chance.next() < 0.5 ? grain : chance.next() < grains ? chance.between(60, 230) : 0;
    worn[i] = Math.max(0, worn[i]! - grain);
  }
  return worn;
}

/** Ink, paper, light and what shines through, in colour; with a seal where one was pressed. */
function onPaper(ink: Uint8Array, chance: Chance, behind?: DrawnPage): Uint8Array {
  const paper = chance.between(215, 254);
  const warm = [0, chance.between(-6, 2), chance.between(-22, 3)];
  const dark = chance.weighted([
    [6, chance.between(0.8, 1)],
    [2, chance.between(0.5, 0.8)],
  ]);
  const through = behind && chance.yes(0.4) ? chance.between(0.03, 0.16) : 0;
  const slopeX = chance.normal() * 0.05;
  const slopeY = chance.normal() * 0.05;
  const noise = chance.between(0, 7);
  const seals = Array.from({ length: chance.yes(0.5) ? chance.whole(1, 3) : 0 }, () => sealAt(chance));
  const out = new Uint8Array(pageWidth * pageHeight * 3);
  for (let y = 0, i = 0; y < pageHeight; y++) {
    const near = seals.filter((s) => Math.abs(s.y - y) < s.radius + 6);
    for (let x = 0; x < pageWidth; x++, i++) {
      const light = 1 + slopeX * (x / pageWidth - 0.5) + slopeY * (y / pageHeight - 0.5);
      const shine = through && behind ? behind.ink[i - x + (pageWidth - 1 - x)]! * through : 0;
      const shade = paper * light - shine + (noise ? (chance.next() + chance.next() - 1) * noise : 0);
      const left = 1 - (ink[i]! / 255) * dark;
      const red = near.reduce((most, s) => Math.max(most, s.at(x, y)), 0);
      out[i * 3] = clip((shade + warm[0]!) * left * (1 - red * 0.1));
      out[i * 3 + 1] = clip((shade + warm[1]!) * left * (1 - red * 0.75));
      out[i * 3 + 2] = clip((shade + warm[2]!) * left * (1 - red * 0.68));
    }
  }
  return out;
}

/** Two rings, spokes like letters between them, a star's five rays within; how red a pixel is, 0 to 1. */
function sealAt(chance: Chance) {
  const radius = chance.whole(170, 225);
  const at = { x: chance.whole(300, pageWidth - 300), y: chance.whole(300, pageHeight - 300) };
  const full = chance.between(0.4, 0.95);
  return {
    y: at.y,
    radius,
    at(x: number, y: number): number {
      const r = Math.hypot(x - at.x, y - at.y);
      if (r > radius + 4) return 0;
      const angle = Math.atan2(y - at.y, x - at.x);
      if (r > radius - 5 || Math.abs(r - radius * 0.66) < 3) return full;
      if (r > radius * 0.7 && r < radius * 0.9)
        return Math.sin(angle * 62) * Math.sin(r * 0.3 + angle * 9) > 0.35 ? full : 0;
      return r < radius * (0.24 + 0.2 * Math.cos(5 * (angle + Math.PI / 2))) ? full : 0;
    },
  };
}

const clip = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);

const photographed = (picture: Sharp, chance: Chance): Promise<Uint8Array> =>
  picture.jpeg({ quality: chance.whole(30, 92), chromaSubsampling: '4:2:0' }).toBuffer();

/** One bit a pixel, with specks. */
async function faxed(picture: Sharp, chance: Chance): Promise<Uint8Array> {
  const { data, info } = await picture
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const threshold = chance.between(110, 190);
  const specks = chance.between(0, 0.0015);
  const bits = Uint8Array.from(data, (value) => (value < threshold !== chance.next() < specks ? 0 : 255));
  return sharp(bits, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer();
}
