// Takes the sensor's grain off the paper of the legal picture: it costs more bytes than the text and shows nothing.
import { blurRgb, type RgbImage } from './raster.ts';

// Radius of the local mean, pixels; strokes of text are wider than its reach at 200 dpi.
const sigma = 1.2;
// A pixel within this many median deviations of its surroundings is grain, not a mark; print, pencil and the rim of a
// seal deviate further, their inside is left as it is by being like its surroundings.
const grain = 2;
const leastThreshold = 2;
const mostThreshold = 14;

/** Pixels that differ from their surroundings by no more than the page's own grain take the local mean. */
export async function quietPaper(image: RgbImage): Promise<RgbImage> {
  const mean = await blurRgb(image, sigma);
  const threshold = Math.max(
    leastThreshold,
    Math.min(mostThreshold, Math.round(medianDeviation(image, mean) * grain)),
  );
  const data = new Uint8Array(image.data.length);
  for (let i = 0; i < data.length; i++) {
    const value = image.data[i]!;
    const local = mean.data[i]!;
    const off = value - local;
    data[i] = off <= threshold && off >= -threshold ? local : value;
  }
  return { width: image.width, height: image.height, data };
}

/** Sampled; counts from 1 so that a picture without any grain keeps the least threshold. */
function medianDeviation(image: RgbImage, mean: RgbImage): number {
  const histogram = new Uint32Array(256);
  let samples = 0;
  for (let i = 1; i < image.data.length; i += 9, samples++)
    histogram[Math.abs(image.data[i]! - mean.data[i]!)]!++;
  let median = 0;
  for (let count = 0; count < samples / 2; median++) count += histogram[median]!;
  return median;
}
