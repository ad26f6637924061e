// One page in PDFium: what it draws, its pictures' bytes, a rendering of it.
import type { RightAngle } from '../../../core/model.ts';
import type { Samples } from '../raster.ts';
import { copyBitmap, floats, lend, type Matrix, type Module, multiply, type Pointer } from './module.ts';

/** Left, bottom, right, top in points of the unrotated page. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

export interface DrawnObject {
  readonly kind: 'text' | 'path' | 'image' | 'shading' | 'other';
  /** Text only: drawn with a mode that paints nothing. */
  readonly invisible: boolean;
  /** From the object's space to the page; for a picture, from the unit square. */
  readonly matrix: Matrix;
  readonly handle: Pointer;
}

const KINDS = ['other', 'text', 'path', 'image', 'shading'] as const;
const FORM_OBJECT = 5;
const MAX_FORM_DEPTH = 8;
const INVISIBLE_MODES = new Set([3, 7]);
const LINK_ANNOTATION = 2;
const POPUP_ANNOTATION = 16;
/** Hidden (2) or not to be viewed (32). */
const UNSEEN_FLAGS = 2 | 32;
const RENDER = { annotations: 0x01, reverseBytes: 0x10 };
/** A part of the page as shown, in fractions of it. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface RenderOrder {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The part of the page that fills them; the whole page by default. */
  readonly part?: Part;
  /** Whether stamps, notes and filled fields are drawn, too. */
  readonly annotations: boolean;
}
const WHOLE: Part = { left: 0, top: 0, width: 1, height: 1 };

export class PdfPage {
  /** Points, as shown: after /Rotate and the crop box. */
  readonly width: number;
  readonly height: number;
  /** The page's own /Rotate. */
  readonly rotation: RightAngle;
  readonly module: Module;
  readonly handle: Pointer;

  constructor(module: Module, handle: Pointer) {
    this.module = module;
    this.handle = handle;
    this.width = module._FPDF_GetPageWidthF(handle);
    this.height = module._FPDF_GetPageHeightF(handle);
    this.rotation = ((((module._FPDFPage_GetRotation(handle) * 90) % 360) + 360) % 360) as RightAngle;
  }

  /** The visible box in unrotated page space. */
  box(): Rectangle {
    const [left = 0, top = 0, right = 0, bottom = 0] = lend(this.module, 16, (at, read) => {
      this.module._FPDF_GetPageBoundingBox(this.handle, at);
      return floats(read(), 4);
    });
    return [left, bottom, right, top];
  }

  /** What the page draws, in painting order; form XObjects are entered. */
  objects(): DrawnObject[] {
    const out: DrawnObject[] = [];
    const identity: Matrix = [1, 0, 0, 1, 0, 0];
    const count = this.module._FPDFPage_CountObjects(this.handle);
    for (let i = 0; i < count; i += 1) {
      this.collect(this.module._FPDFPage_GetObject(this.handle, i), identity, MAX_FORM_DEPTH, out);
    }
    return out;
  }

  private collect(object: Pointer, outer: Matrix, depth: number, out: DrawnObject[]): void {
    const { module } = this;
    const own = lend(module, 24, (at, read) => {
      module._FPDFPageObj_GetMatrix(object, at);
      return floats(read(), 6) as unknown as Matrix;
    });
    const type = module._FPDFPageObj_GetType(object);
    const matrix = multiply(own, outer);
    if (type === FORM_OBJECT && depth > 0) {
      const count = module._FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i += 1)
        this.collect(module._FPDFFormObj_GetObject(object, i), matrix, depth - 1, out);
      return;
    }
    const kind = KINDS[type] ?? 'other';
    const mode = kind === 'text' ? module._FPDFTextObj_GetTextRenderMode(object) : 0;
    out.push({ kind, invisible: INVISIBLE_MODES.has(mode), matrix, handle: object });
  }

  /** Annotations that a reader shows on the page: stamps, notes, filled fields, visible signatures. */
  visibleAnnotations(): number {
    const { module } = this;
    const count = module._FPDFPage_GetAnnotCount(this.handle);
    let visible = 0;
    for (let i = 0; i < count; i += 1) {
      const annotation = module._FPDFPage_GetAnnot(this.handle, i);
      const type = module._FPDFAnnot_GetSubtype(annotation);
      const unseen = (module._FPDFAnnot_GetFlags(annotation) & UNSEEN_FLAGS) !== 0;
      const [left = 0, top = 0, right = 0, bottom = 0] = lend(module, 16, (at, read) => {
        module._FPDFAnnot_GetRect(annotation, at);
        return floats(read(), 4);
      });
      const area = Math.abs((right - left) * (top - bottom));
      if (type !== LINK_ANNOTATION && type !== POPUP_ANNOTATION && !unseen && area > 1) visible += 1;
      module._FPDFPage_CloseAnnot(annotation);
    }
    return visible;
  }

  /** Pixels of a picture object as its dictionary says. */
  pixelSize(picture: DrawnObject): { width: number; height: number } {
    return lend(this.module, 8, (at, read) => {
      this.module._FPDFImageObj_GetImagePixelSize(picture.handle, at, at + 4);
      return { width: read().getUint32(0, true), height: read().getUint32(4, true) };
    });
  }

  /** Names of a picture's filters, in the order they are undone. */
  filters(picture: DrawnObject): string[] {
    const { module } = this;
    const count = module._FPDFImageObj_GetImageFilterCount(picture.handle);
    return Array.from({ length: count }, (_, i) =>
      lend(module, 64, (at, read) => {
        const length = module._FPDFImageObj_GetImageFilter(picture.handle, i, at, 64);
        const view = read();
        return Array.from({ length: Math.max(0, Math.min(length, 64) - 1) }, (__, k) =>
          String.fromCharCode(view.getUint8(k)),
        ).join('');
      }),
    );
  }

  /** The picture's stream as it stands in the file. */
  rawData(picture: DrawnObject): Uint8Array {
    const { module } = this;
    const length = module._FPDFImageObj_GetImageDataRaw(picture.handle, 0, 0);
    if (length === 0) return new Uint8Array();
    return lend(module, length, (at) => {
      module._FPDFImageObj_GetImageDataRaw(picture.handle, at, length);
      return module.HEAPU8.slice(at, at + length);
    });
  }

  /** The picture's samples at its own size, before matrix and masks; undefined where PDFium cannot decode it. */
  samples(picture: DrawnObject): Samples | undefined {
    const bitmap = this.module._FPDFImageObj_GetBitmap(picture.handle);
    if (bitmap === 0) return undefined;
    try {
      return copyBitmap(this.module, bitmap, true);
    } finally {
      this.module._FPDFBitmap_Destroy(bitmap);
    }
  }

  /** Renders the page as shown, on white. */
  render({ width, height, part = WHOLE, annotations }: RenderOrder): Samples {
    const { module } = this;
    const bitmap = module._FPDFBitmap_CreateEx(width, height, 2, 0, 0);
    if (bitmap === 0) throw new RangeError('out of memory in PDFium');
    try {
      module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      const flags = RENDER.reverseBytes | (annotations ? RENDER.annotations : 0);
      const [across, down] = [Math.round(width / part.width), Math.round(height / part.height)];
      const [x, y] = [Math.round(-part.left * across), Math.round(-part.top * down)];
      module._FPDF_RenderPageBitmap(bitmap, this.handle, x, y, across, down, 0, flags);
      return copyBitmap(module, bitmap, false);
    } finally {
      module._FPDFBitmap_Destroy(bitmap);
    }
  }
}
