// Writes labelled line pictures in the form Tesseract's training programs read: many lines a file.
import { toPgm } from '../pipeline/recognise/pgm.ts';
import type { LabelledLine } from './cut-pages.ts';

const whole = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeInt32LE(value);
  return out;
};
const bytes = (value: Uint8Array | string): Buffer => {
  const body = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  return Buffer.concat([whole(body.length), body]);
};
/** Left, bottom, right, top in 16 bits each: the whole picture. */
const box = (width: number, height: number): Buffer => {
  const out = Buffer.alloc(8);
  [0, 0, width, height].forEach((value, i) => {
    out.writeInt16LE(value, 2 * i);
  });
  return out;
};

/** A document of training lines (`.lstmf`). Texts are NFC. */
export function toLstmf(lines: readonly LabelledLine[]): Uint8Array {
  return Buffer.concat([
    whole(lines.length),
    ...lines.flatMap((line, i) => [Buffer.of(1), lineData(line, i)]),
  ]);
}

const lineData = ({ picture, text }: LabelledLine, index: number): Buffer =>
  Buffer.concat([
    bytes(`line-${index}.pgm`),
    whole(index),
    bytes(toPgm(picture)),
    bytes('vie'),
    bytes(text),
    whole(1),
    box(picture.width, picture.height),
    whole(1),
    bytes(text),
    Buffer.of(0),
  ]);
