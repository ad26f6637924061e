// A PDF opened by PDFium.
import { loadModule, type Module, type Pointer } from './module.ts';
import { PdfPage } from './page.ts';

export type OpenFailure = 'password' | 'broken' | 'memory';

/** A PDF's bytes in PDFium's memory, where they are held once. */
export interface HeldPdf {
  /** The bytes as they lie there; to be asked for anew after every wait, since the memory may move when it grows. */
  bytes(): Uint8Array;
  /** Opens them, or says why they cannot be opened. They stay held, to be opened again. */
  open(): PdfDocument | OpenFailure;
  free(): void;
}

/** Takes over `size` bytes, part by part. `memory` where PDFium has no room for them. */
export async function holdPdf(
  parts: AsyncIterable<Uint8Array>,
  size: number,
): Promise<HeldPdf | Extract<OpenFailure, 'memory'>> {
  const module = await loadModule();
  const at = module.wasmExports.malloc(size);
  if (at === 0) return 'memory';
  const free = (): void => module.wasmExports.free(at);
  try {
    let length = 0;
    for await (const part of parts) {
      module.HEAPU8.set(part.subarray(0, size - length), at + length);
      length += part.length;
    }
  } catch (error) {
    free();
    throw error;
  }
  return {
    bytes: () => module.HEAPU8.subarray(at, at + size),
    open() {
      const document = module._FPDF_LoadMemDocument(at, size, 0);
      if (document !== 0) return new PdfDocument(module, document);
      const failure = module._FPDF_GetLastError();
      return failure === 4 || failure === 5 ? 'password' : 'broken';
    },
    free,
  };
}

export class PdfDocument {
  readonly pageCount: number;
  readonly encrypted: boolean;
  private readonly module: Module;
  private readonly handle: Pointer;
  private open = true;

  constructor(module: Module, handle: Pointer) {
    this.module = module;
    this.handle = handle;
    this.pageCount = module._FPDF_GetPageCount(handle);
    this.encrypted = module._FPDF_GetSecurityHandlerRevision(handle) !== -1;
  }

  /** Signature fields on the form's top level that are filled: a byte range and contents. */
  signatureCount(): number {
    const { module } = this;
    const fields = module._FPDF_GetSignatureCount(this.handle);
    let filled = 0;
    for (let i = 0; i < fields; i += 1) {
      const field = module._FPDF_GetSignatureObject(this.handle, i);
      const signed =
        module._FPDFSignatureObj_GetByteRange(field, 0, 0) >= 4 &&
        module._FPDFSignatureObj_GetContents(field, 0, 0) > 0;
      if (signed) filled += 1;
    }
    return filled;
  }

  /** Loads a page (numbered from 1), lends it, closes it. Undefined where the page cannot be loaded. */
  async withPage<T>(number: number, use: (page: PdfPage) => T | Promise<T>): Promise<T | undefined> {
    const page = this.module._FPDF_LoadPage(this.handle, number - 1);
    if (page === 0) return undefined;
    try {
      return await use(new PdfPage(this.module, page));
    } finally {
      if (this.open) this.module._FPDF_ClosePage(page);
    }
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.module._FPDF_CloseDocument(this.handle);
  }
}
