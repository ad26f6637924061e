// What a counter scanner and a used sheet of paper do to a clean page: skew, uneven light, folds, blur, noise, turning.
import sharp, { type Sharp } from 'sharp';
import type { Random } from '../draw/random.ts';

export interface Damage {
  readonly dpi: number;
  /** Degrees clockwise that make the page upright again: the page is turned the other way. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Degrees clockwise by which the sheet lay askew. */
  readonly skew: number;
  /** 0..1: how much darker the worst corner is. */
  readonly shade: number;
  /** Folds across the sheet, as fractions of its height. */
  readonly folds?: readonly number[];
  /** Gaussian sigma in pixels. */
  readonly blur: number;
  /** Standard deviation of the sensor noise, in grey levels. */
  readonly noise: number;
  /** Colour of the lid behind the sheet, 0 black to 255 white. */
  readonly lid: number;
}

/** 8-bit RGB, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Returns the picture as the scanner would give it. */
export async function damagePage(page: Picture, damage: Damage, random: Random): Promise<Picture> {
  const worn = await wear(page, damage, random);
  const askew = await layAskew(worn, damage);
  const blurred = damage.blur > 0 ? await picture(fromRaw(askew).blur(damage.blur)) : askew;
  addNoise(blurred, damage.noise, random);
  return damage.rotation === 0 ? blurred : picture(fromRaw(blurred).rotate(360 - damage.rotation));
}

/** One bit a pixel as a fax gives it: threshold, and specks where the line was bad. */
export async function faxPage(page: Picture, random: Random): Promise<Picture> {
  const grey = await fromRaw(page).greyscale().raw().toBuffer({ resolveWithObject: true });
  const channels = grey.info.channels;
  const data = new Uint8Array(page.width * page.height * 3);
  for (let pixel = 0; pixel < page.width * page.height; pixel += 1) {
    const speck = random.next() < 0.00025;
    const black = grey.data[pixel * channels]! < 158 !== speck;
    data.fill(black ? 0 : 255, pixel * 3, pixel * 3 + 3);
  }
  return { width: page.width, height: page.height, data };
}

export function fromRaw({ width, height, data }: Picture): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function picture(pipeline: Sharp): Promise<Picture> {
  const { data, info } = await pipeline
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Uneven light and folds are multiplied in, so print under a shadow stays print. */
function wear(page: Picture, { shade, folds = [] }: Damage, random: Random): Promise<Picture> {
  const { width, height } = page;
  const level = (value: number) =>
    `rgb(${[1, 0.995, 0.97].map((tint) => Math.round(255 * value * tint)).join(',')})`;
  const bright = { x: random.between(25, 70), y: random.between(20, 60) };
  const bands = folds.map((at) => {
    const y = at * height;
    const band = (from: number, tall: number, dark: number) =>
      `<rect x="0" y="${y + from}" width="${width}" height="${tall}" fill="black" opacity="${dark}" filter="url(#soft)"/>`;
    return band(-14, 15, 0.1) + band(-1.5, 2.5, 0.26) + band(3, 26, 0.06);
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <filter id="soft"><feGaussianBlur stdDeviation="0 3"/></filter>
    <radialGradient id="light" cx="${bright.x}%" cy="${bright.y}%" r="95%">
    <stop offset="0" stop-color="${level(0.985)}"/><stop offset="0.55" stop-color="${level(0.975 - shade * 0.3)}"/>
    <stop offset="1" stop-color="${level(0.97 - shade)}"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="url(#light)"/>${bands.join('')}</svg>`;
  return picture(fromRaw(page).composite([{ input: Buffer.from(svg), blend: 'multiply' }]));
}

/** Turns the sheet on the glass and cuts back to the size of the glass; the lid shows in the corners. */
async function layAskew(page: Picture, { skew, lid }: Damage): Promise<Picture> {
  if (skew === 0) return page;
  const background = { r: lid, g: lid, b: Math.max(0, lid - 3) };
  const turned = await picture(fromRaw(page).rotate(skew, { background }));
  const left = Math.floor((turned.width - page.width) / 2);
  const top = Math.floor((turned.height - page.height) / 2);
  return picture(fromRaw(turned).extract({ left, top, width: page.width, height: page.height }));
}

/** Same noise in all channels, mixed with that of the pixel before: sensor noise is not quite white. */
function addNoise({ data }: Picture, deviation: number, random: Random): void {
  if (deviation === 0) return;
  let last = 0;
  for (let at = 0; at + 2 < data.length; at += 3) {
    last = 0.45 * last + random.normal() * deviation;
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = Math.max(0, Math.min(255, Math.round(data[at + channel]! + last)));
    }
  }
}
