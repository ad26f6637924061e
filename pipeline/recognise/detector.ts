// Finds lines of text with the PP-OCR detector (DBNet) in ONNX Runtime, one thread.
import * as ort from 'onnxruntime-node';
import type { FoundLine, GreyImage, LineFinder, Point } from '../../core/ports.ts';
import { cornersOf } from './geometry.ts';
import { openSession } from './onnx-session.ts';
import { shrinkGrey } from './shrink.ts';
import { type RegionOptions, regionDefaults, textRegions } from './text-regions.ts';

// Normalisation the model was trained with (ImageNet means and deviations, one a channel).
const mean = [0.485, 0.456, 0.406] as const;
const deviation = [0.229, 0.224, 0.225] as const;
// The network halves the picture five times.
const stride = 32;

export interface DetectorOptions extends RegionOptions {
  /** Long side of the picture given to the network, in pixels. */
  readonly longSide: number;
}
export const detectorDefaults: DetectorOptions = { ...regionDefaults, longSide: 1280 };

/** Opens the detector; `find` takes an upright page and gives quadrilaterals in its pixels. */
export async function openDetector(options: DetectorOptions = detectorDefaults): Promise<LineFinder> {
  const shared = takeSession();
  const session = await shared.session;
  const input = session.inputNames[0]!;
  const output = session.outputNames[0]!;
  return {
    async find(page) {
      const scale = Math.min(1, options.longSide / Math.max(page.width, page.height));
      const width = toStride(page.width * scale);
      const height = toStride(page.height * scale);
      const tensor = new ort.Tensor('float32', planes(page, width, height), [1, 3, height, width]);
      const result = await session.run({ [input]: tensor });
      const map = result[output]!.data as Float32Array;
      const sx = page.width / width;
      const sy = page.height / height;
      return textRegions(map, width, height, options).map(({ rectangle, score }): FoundLine => {
        const at = (p: Point): Point => ({ x: (p.x + 0.5) * sx, y: (p.y + 0.5) * sy });
        const [a, b, c, d] = cornersOf(rectangle);
        return { corners: [at(a), at(b), at(c), at(d)], score };
      });
    },
    close: shared.leave,
  };
}

/** One session for all pictures whatever their size: its weights and plans lie in memory once. */
let taken: { readonly session: Promise<ort.InferenceSession>; users: number } | null = null;

function takeSession(): { session: Promise<ort.InferenceSession>; leave(): Promise<void> } {
  taken ??= {
    session: openSession('ch_PP-OCRv4_det_infer.onnx'),
    users: 0,
  };
  const mine = taken;
  mine.users += 1;
  mine.session.catch(() => {
    // What could not be loaded is tried anew by who comes next.
    if (taken === mine) taken = null;
  });
  return {
    session: mine.session,
    async leave() {
      mine.users -= 1;
      if (mine.users > 0) return;
      if (taken === mine) taken = null;
      await (await mine.session).release();
    },
  };
}

const toStride = (size: number) => Math.max(stride, Math.round(size / stride) * stride);

/** Reused from picture to picture: 14 MB of a page, each value written anew. */
let buffer = new Float32Array(0);

/** The grey picture, area-averaged and normalised, as the three equal colour planes the network wants. */
function planes(page: GreyImage, width: number, height: number): Float32Array {
  const size = width * height;
  if (buffer.length < 3 * size) buffer = new Float32Array(3 * size);
  const small = shrinkGrey(page, width, height, buffer.subarray(0, size));
  // The first plane last: the small picture lies in it until then.
  for (let c = 2; c >= 0; c--) {
    const plane = buffer.subarray(c * size, (c + 1) * size);
    const scale = 1 / (255 * deviation[c]!);
    const shift = mean[c]! / deviation[c]!;
    for (let i = 0; i < size; i++) plane[i] = small[i]! * scale - shift;
  }
  return buffer.subarray(0, 3 * size);
}
