// A blank page as PNG, quick to digitise: what faults do to a run does not hang on what is printed.
import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT, PIXELS_A_METRE] = [620, 877, 2953];

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A5 at 75 dpi, grey; `shade` (0–40) makes the bytes differ from those of another page. */
export function whitePage(shade: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.writeUInt8(8, 8);
  const physical = Buffer.alloc(9, 1);
  physical.writeUInt32BE(PIXELS_A_METRE, 0);
  physical.writeUInt32BE(PIXELS_A_METRE, 4);
  const row = Buffer.alloc(WIDTH + 1, 255 - shade);
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: HEIGHT }, () => row));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('pHYs', physical),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
