// A QR code as a grid of modules, made by zxing-wasm from the package's own file: nothing is fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { AppError } from '../../core/errors.ts';

export interface QrGrid {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  readonly dark: (column: number, row: number) => boolean;
}

let ready: Promise<unknown> | undefined;

function prepare(): Promise<unknown> {
  ready ??= prepareZXingModule({
    overrides: { wasmBinary: wasmBytes() },
    fireImmediately: true,
  });
  return ready;
}

function wasmBytes(): ArrayBuffer {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Error correction Q (25 %): a sheet that went through many hands still reads. */
export async function qrGrid(text: string): Promise<QrGrid> {
  await prepare();
  const result = await writeBarcode(text, {
    format: 'QRCode',
    ecLevel: 'Q',
    withQuietZones: false,
    scale: 1,
  });
  const { data, width, height } = result.symbol;
  if (result.error !== '' || width === 0 || width !== height) throw new AppError('input', 'compose.qr');
  const pixels = Uint8Array.from(data);
  return { size: width, dark: (column, row) => (pixels[row * width + column] ?? 255) < 128 };
}
