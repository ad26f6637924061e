// PDFium's WebAssembly module: @hyzyla/pdfium shows little of it, but the whole public C interface (fpdf*.h) is there.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Samples } from '../raster.ts';

export type Pointer = number;
/** The functions used here; what they do is said in PDFium's public headers. */
type NativeName =
  | '_FPDFAnnot_GetFlags'
  | '_FPDFAnnot_GetRect'
  | '_FPDFAnnot_GetSubtype'
  | '_FPDFBitmap_CreateEx'
  | '_FPDFBitmap_Destroy'
  | '_FPDFBitmap_FillRect'
  | '_FPDFBitmap_GetBuffer'
  | '_FPDFBitmap_GetFormat'
  | '_FPDFBitmap_GetHeight'
  | '_FPDFBitmap_GetStride'
  | '_FPDFBitmap_GetWidth'
  | '_FPDFFormObj_CountObjects'
  | '_FPDFFormObj_GetObject'
  | '_FPDFImageObj_GetBitmap'
  | '_FPDFImageObj_GetImageDataRaw'
  | '_FPDFImageObj_GetImageFilter'
  | '_FPDFImageObj_GetImageFilterCount'
  | '_FPDFImageObj_GetImagePixelSize'
  | '_FPDFPageObj_GetMatrix'
  | '_FPDFPageObj_GetType'
  | '_FPDFPage_CloseAnnot'
  | '_FPDFPage_CountObjects'
  | '_FPDFPage_GetAnnot'
  | '_FPDFPage_GetAnnotCount'
  | '_FPDFPage_GetObject'
  | '_FPDFPage_GetRotation'
  | '_FPDFSignatureObj_GetByteRange'
  | '_FPDFSignatureObj_GetContents'
  | '_FPDFTextObj_GetTextRenderMode'
  | '_FPDFText_ClosePage'
  | '_FPDFText_CountChars'
  | '_FPDFText_GetCharBox'
  | '_FPDFText_GetLooseCharBox'
  | '_FPDFText_GetTextObject'
  | '_FPDFText_GetUnicode'
  | '_FPDFText_HasUnicodeMapError'
  | '_FPDFText_IsGenerated'
  | '_FPDFText_IsHyphen'
  | '_FPDFText_LoadPage'
  | '_FPDF_CloseDocument'
  | '_FPDF_ClosePage'
  | '_FPDF_GetLastError'
  | '_FPDF_GetPageBoundingBox'
  | '_FPDF_GetPageCount'
  | '_FPDF_GetPageHeightF'
  | '_FPDF_GetPageWidthF'
  | '_FPDF_GetSecurityHandlerRevision'
  | '_FPDF_GetSignatureCount'
  | '_FPDF_GetSignatureObject'
  | '_FPDF_LoadMemDocument'
  | '_FPDF_LoadPage'
  | '_FPDF_PageToDevice'
  | '_FPDF_RenderPageBitmap';
type Native = Readonly<Record<NativeName, (...values: number[]) => number>>;
export type Module = Native & {
  readonly wasmExports: { malloc(size: number): Pointer; free(at: Pointer): void };
  readonly HEAPU8: Uint8Array;
};

/** PDF matrix `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number];

const BITMAP_CHANNELS: Record<number, 1 | 3 | 4> = { 1: 1, 2: 3, 3: 4, 4: 4 };

let loaded: Promise<Module> | undefined;

export function loadModule(): Promise<Module> {
  loaded ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: Module }).module);
  return loaded;
}

/** A trap of the WebAssembly machine: memory broken or exhausted inside PDFium. */
export const isTrap = (error: unknown): boolean => error instanceof Error && error.name === 'RuntimeError';

/** After a trap the module's memory cannot be trusted: the next document gets a new one. */
export function forgetModuleAfter(error: unknown): void {
  if (isTrap(error)) loaded = undefined;
}

/** Lends `bytes` of zeroed memory to `use`. Views are made after the call, since the memory may move when it grows. */
export function lend<T>(module: Module, bytes: number, use: (at: Pointer, read: () => DataView) => T): T {
  const at = module.wasmExports.malloc(bytes);
  if (at === 0) throw new RangeError('out of memory in PDFium');
  try {
    module.HEAPU8.fill(0, at, at + bytes);
    return use(at, () => new DataView(module.HEAPU8.buffer, at, bytes));
  } finally {
    module.wasmExports.free(at);
  }
}

export const floats = (view: DataView, count: number): number[] =>
  Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, true));

/** `a` after `b`: what PDF writes as a × b for row vectors. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** Rows without padding; `swap` turns PDFium's BGR into RGB. */
export function copyBitmap(module: Module, bitmap: Pointer, swap: boolean): Samples {
  const width = module._FPDFBitmap_GetWidth(bitmap);
  const height = module._FPDFBitmap_GetHeight(bitmap);
  const stride = module._FPDFBitmap_GetStride(bitmap);
  const from = BITMAP_CHANNELS[module._FPDFBitmap_GetFormat(bitmap)] ?? 4;
  const channels = from === 1 ? 1 : 3;
  const start = module._FPDFBitmap_GetBuffer(bitmap);
  const heap = module.HEAPU8;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, to = 0; y < height; y += 1) {
    let at = start + y * stride;
    if (channels === from && !(swap && from === 3)) {
      data.set(heap.subarray(at, at + width * from), to);
      to += width * from;
      continue;
    }
    for (let x = 0; x < width; x += 1, at += from, to += 3) {
      data[to] = heap[swap ? at + 2 : at] ?? 0;
      data[to + 1] = heap[at + 1] ?? 0;
      data[to + 2] = heap[swap ? at : at + 2] ?? 0;
    }
  }
  return { width, height, channels, data };
}
