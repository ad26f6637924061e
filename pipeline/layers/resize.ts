// Pictures made smaller or larger to an exact size.
import type { GreyImage } from '../../core/ports.ts';
import type { RgbImage } from '../clean/raster.ts';
import sharp from '../safe-sharp.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const kernelFor = (image: Size, size: Size) => (size.width > image.width ? 'cubic' : 'linear');

/** Area-weighted when shrinking, cubic when growing. */
export async function resizeRgb(image: RgbImage, { width, height }: Size): Promise<RgbImage> {
  if (image.width === width && image.height === height) return image;
  const raw = { width: image.width, height: image.height, channels: 3 } as const;
  const data = await sharp(image.data, { raw, limitInputPixels: false })
    .resize({ width, height, fit: 'fill', kernel: kernelFor(image, { width, height }) })
    .raw()
    .toBuffer();
  return { width, height, data };
}

export async function resizeGrey(image: GreyImage, { width, height }: Size): Promise<GreyImage> {
  if (image.width === width && image.height === height) return image;
  const raw = { width: image.width, height: image.height, channels: 1 } as const;
  const data = await sharp(image.data, { raw, limitInputPixels: false })
    .resize({ width, height, fit: 'fill', kernel: kernelFor(image, { width, height }) })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { width, height, data };
}
