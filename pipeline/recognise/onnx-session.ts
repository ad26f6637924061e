// How models run in ONNX Runtime: one thread, and no memory of its own between pages.
import * as ort from 'onnxruntime-node';
import { onnxModel } from './model.ts';

/** Opens one of PP-OCR's models. */
export const openSession = (model: string): Promise<ort.InferenceSession> =>
  ort.InferenceSession.create(onnxModel(model), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Its arena doubles whenever it is full and gives nothing back (250 MB for a page), its patterns are one block of
    // 190 MB a run: without them tensors share with pictures what the worker's heap keeps (pool/worker-process.ts).
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
