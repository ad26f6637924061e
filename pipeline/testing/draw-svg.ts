// Test pictures are drawn as SVG, which the product's sharp refuses: its loader is open only while one is drawn.
import sharp, { type Sharp } from '../safe-sharp.ts';

const loader = { operation: ['VipsForeignLoadSvg'] };
let drawing = 0;

/** The drawing without transparency, as `finish` says: raw samples, a PNG … */
export async function drawSvg(svg: string, finish: (image: Sharp) => Sharp): Promise<Buffer> {
  drawing += 1;
  sharp.unblock(loader);
  try {
    return await finish(sharp(Buffer.from(svg)).removeAlpha()).toBuffer();
  } finally {
    drawing -= 1;
    if (drawing === 0) sharp.block(loader);
  }
}
