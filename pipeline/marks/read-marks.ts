// QR codes and barcodes on a page, by ZXing compiled to WebAssembly (the binary that its package ships).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Mark } from '../../core/model.ts';
import type { GreyImage } from '../../core/ports.ts';

const require = createRequire(import.meta.url);
let ready: Promise<unknown> | null = null;

/** Loads the module once a thread; `wasmBinary` keeps it from asking a CDN. */
function prepare(): Promise<unknown> {
  ready ??= Promise.resolve(
    prepareZXingModule({
      overrides: {
        wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')))
          .buffer,
      },
      fireImmediately: true,
    }),
  );
  return ready;
}

/** Marks of an upright page; boxes as fractions of it. An unreadable code gives no mark. */
export async function readMarks(page: GreyImage): Promise<Mark[]> {
  await prepare();
  const results = await readBarcodes(pgm(page), {
    formats: ['QRCode', 'Code128', 'DataMatrix'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    maxNumberOfSymbols: 8,
    textMode: 'Plain',
  });
  return results
    .filter((r) => r.isValid && r.text.length > 0)
    .map((r): Mark => {
      const { topLeft, topRight, bottomLeft, bottomRight } = r.position;
      const xs = [topLeft.x, topRight.x, bottomLeft.x, bottomRight.x];
      const ys = [topLeft.y, topRight.y, bottomLeft.y, bottomRight.y];
      const x = Math.min(...xs);
      const y = Math.min(...ys);
      return {
        format: r.format === 'QRCode' ? 'QRCode' : 'Barcode',
        text: r.text.normalize('NFC'),
        box: [
          x / page.width,
          y / page.height,
          (Math.max(...xs) - x) / page.width,
          (Math.max(...ys) - y) / page.height,
        ],
      };
    });
}

function pgm(page: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${page.width} ${page.height}\n255\n`);
  const out = new Uint8Array(head.length + page.data.length);
  out.set(head);
  out.set(page.data, head.length);
  return out;
}
