// What intake gives: a source file with its page pictures, and the limits it is held to. Types only.
import type { PageText, Problem, RightAngle, Sha256 } from '../../core/model.ts';
import type { MediaType } from './identify.ts';

/** One page as a picture file in memory. */
export interface PagePicture {
  /** Counts from 1 in the source file. */
  readonly number: number;
  /** A whole JPEG or PNG file. */
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
  /** Pixels as stored in `bytes`, before `mirrored` and `rotation` are applied. */
  readonly width: number;
  readonly height: number;
  /** Dots per inch of the paper. */
  readonly dpi: number;
  /** True where `bytes` stand in the source as they are; else they are a lossless copy or a rendering. */
  readonly verbatim: boolean;
  /**
   * What the source says about showing the picture: first mirror left to right, then turn clockwise. Taken from EXIF
   * or from the PDF page; whoever decodes `bytes` MUST obey these and MUST ignore EXIF orientation inside them.
   */
  readonly mirrored: boolean;
  readonly rotation: RightAngle;
  /** The page's own text where it was born digital; boxes on the picture as shown. */
  readonly nativeText?: PageText;
  readonly problems: readonly Problem[];
}

/** An opened source file. Pictures are made when asked for, one at a time; `close` frees what PDFium holds. */
export interface Source {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: MediaType;
  readonly pageCount: number;
  /** A PDF that carries a digital signature: its bytes must be kept as they are. */
  readonly signed: boolean;
  /** One page, numbered from 1. May be asked for in any order and again. */
  page(number: number): Promise<PagePicture>;
  /** Every page in order. */
  pages(): AsyncGenerator<PagePicture>;
  close(): Promise<void>;
}

export interface IntakeLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Pixels of one picture, as its header says, checked before anything is decoded. */
  readonly maxPixels: number;
  /** Pixels of a page that is rendered; a larger page gets fewer dots per inch. */
  readonly maxRenderPixels: number;
}

export const defaultLimits: IntakeLimits = {
  maxBytes: 1024 ** 3,
  maxPages: 2000,
  maxPixels: 300_000_000,
  maxRenderPixels: 50_000_000,
};
