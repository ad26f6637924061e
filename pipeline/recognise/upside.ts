// Tells upright lines from lines on their head with PP-OCR's direction classifier (0.6 MB, ONNX Runtime).
import * as ort from 'onnxruntime-node';
import type { GreyImage } from '../../core/ports.ts';
import { openSession } from './onnx-session.ts';

/** Says for each line picture how probable it is that the text stands on its head (0..1). */
export interface UpsideJudge {
  upsideDown(lines: readonly GreyImage[]): Promise<number[]>;
  close(): Promise<void>;
}

// The classifier's fixed input.
const inputHeight = 48;
const inputWidth = 192;

export async function openUpsideJudge(): Promise<UpsideJudge> {
  const session = await openSession('ch_ppocr_mobile_v2.0_cls_infer.onnx');
  const input = session.inputNames[0]!;
  const output = session.outputNames[0]!;
  return {
    async upsideDown(lines) {
      if (lines.length === 0) return [];
      const plane = inputHeight * inputWidth;
      const data = new Float32Array(lines.length * 3 * plane);
      lines.forEach((line, i) => {
        const one = fit(line);
        for (let c = 0; c < 3; c++) data.set(one, (i * 3 + c) * plane);
      });
      const tensor = new ort.Tensor('float32', data, [lines.length, 3, inputHeight, inputWidth]);
      const scores = (await session.run({ [input]: tensor }))[output]!.data as Float32Array;
      return lines.map((_, i) => scores[i * 2 + 1]!);
    },
    close: () => session.release(),
  };
}

/** The middle of the line at the network's height, values -1..1, padded with 0 as the model was trained. */
function fit(line: GreyImage): Float32Array {
  const out = new Float32Array(inputHeight * inputWidth);
  const scale = line.height / inputHeight;
  const width = Math.min(inputWidth, Math.floor(line.width / scale));
  const left = Math.max(0, (line.width / scale - width) / 2);
  for (let y = 0; y < inputHeight; y++) {
    for (let x = 0; x < width; x++)
      out[y * inputWidth + x] = mean(line, (left + x) * scale, y * scale, scale) / 127.5 - 1;
  }
  return out;
}

function mean(image: GreyImage, x: number, y: number, size: number): number {
  const right = Math.min(image.width, Math.max(Math.floor(x) + 1, Math.round(x + size)));
  const bottom = Math.min(image.height, Math.max(Math.floor(y) + 1, Math.round(y + size)));
  let sum = 0;
  let count = 0;
  for (let v = Math.floor(y); v < bottom; v++) {
    for (let u = Math.floor(x); u < right; u++) {
      sum += image.data[v * image.width + u]!;
      count++;
    }
  }
  return count ? sum / count : 255;
}
