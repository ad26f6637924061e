// Finds lines of text with the PP-OCR detector (DBNet) in ONNX Runtime, one thread.
import * as ort from 'onnxruntime-node';
import type { FoundLine, GreyImage, LineFinder, Point } from '../../core/ports.ts';
import { cornersOf } from './geometry.ts';
import { onnxModel } from './model.ts';
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
  const session = await ort.InferenceSession.create(onnxModel('ch_PP-OCRv4_det_infer.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // Its arena doubles whenever it is full and gives nothing back: 400 MB of a worker's 1,100.
    enableCpuMemArena: false,
    graphOptimizationLevel: 'all',
  });
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
    close: () => session.release(),
  };
}

const toStride = (size: number) => Math.max(stride, Math.round(size / stride) * stride);

/** The grey picture, area-averaged and normalised, as the three equal colour planes the network wants. */
function planes(page: GreyImage, width: number, height: number): Float32Array {
  const small = shrinkGrey(page, width, height);
  const size = width * height;
  const out = new Float32Array(3 * size);
  for (let c = 0; c < 3; c++) {
    const scale = 1 / (255 * deviation[c]!);
    const shift = mean[c]! / deviation[c]!;
    const base = c * size;
    for (let i = 0; i < size; i++) out[base + i] = small[i]! * scale - shift;
  }
  return out;
}
