// A PDF opened by PDFium.
import { loadModule, type Module, type Pointer } from './module.ts';
import { PdfPage } from './page.ts';

export type OpenFailure = 'password' | 'broken' | 'memory';

/** Opens a PDF from memory (copied into PDFium's own). Returns why where it cannot be opened. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument | OpenFailure> {
  const module = await loadModule();
  const at = module.wasmExports.malloc(bytes.length);
  if (at === 0) return 'memory';
  module.HEAPU8.set(bytes, at);
  const document = module._FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document !== 0) return new PdfDocument(module, document, at);
  const failure = module._FPDF_GetLastError();
  module.wasmExports.free(at);
  return failure === 4 || failure === 5 ? 'password' : 'broken';
}

export class PdfDocument {
  readonly pageCount: number;
  readonly encrypted: boolean;
  private readonly module: Module;
  private readonly handle: Pointer;
  private readonly bytesAt: Pointer;
  private open = true;

  constructor(module: Module, handle: Pointer, bytesAt: Pointer) {
    this.module = module;
    this.handle = handle;
    this.bytesAt = bytesAt;
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
    this.module.wasmExports.free(this.bytesAt);
  }
}
