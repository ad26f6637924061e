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

/** What is known of a file without decoding any of it. */
export interface FileFacts {
  /** Its name, for messages. */
  readonly file: string;
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: MediaType;
}

/** The bytes of a file from its beginning, as often as they are asked for. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** A scan that is known already and lies in no file of its own, e.g. in an encrypted store. */
export interface StoredScan {
  readonly facts: FileFacts;
  readonly bytes: Bytes;
}

/** An opened source file. Pictures are made when asked for, one at a time; `close` frees what is held. */
export interface Source extends Omit<FileFacts, 'file'> {
  readonly pageCount: number;
  /** A PDF that carries a digital signature: its bytes must be kept as they are. */
  readonly signed: boolean;
  /** What is odd about the file as a whole, e.g. active content (`intake.active-*`). */
  readonly problems: readonly Problem[];
  /** One page, numbered from 1. May be asked for in any order and again. */
  page(number: number): Promise<PagePicture>;
  /** Every page in order. */
  pages(): AsyncGenerator<PagePicture>;
  /** A PDF of these pages alone, pictures as they are in the source or without loss. */
  cut(pages: readonly number[]): Promise<Uint8Array>;
  /** Where the bytes lie from now on, should they be needed again: the file a clerk gave may go away meanwhile. */
  readFrom(bytes: Bytes): void;
  close(): Promise<void>;
}

/** Opens a scan; its work is broken off by the signal. Errors as `openSource` (open-source.ts). */
export type OpenSource = (from: string | StoredScan, signal?: AbortSignal) => Promise<Source>;

export interface IntakeLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Pixels of one picture, as its header says, checked before anything is decoded. */
  readonly maxPixels: number;
  /** Pixels of a page that is rendered; a larger page gets fewer dots per inch. */
  readonly maxRenderPixels: number;
  /** Bytes that one stream of a PDF, other than a picture's, unpacks to. */
  readonly maxStreamBytes: number;
  /** Objects of a PDF. */
  readonly maxObjects: number;
  /** Depth of a PDF's arrays and dictionaries, and of its page tree. */
  readonly maxNesting: number;
}

export const defaultLimits: IntakeLimits = {
  maxBytes: 1024 ** 3,
  maxPages: 5000,
  maxPixels: 100_000_000,
  maxRenderPixels: 50_000_000,
  maxStreamBytes: 128 * 1024 ** 2,
  maxObjects: 500_000,
  maxNesting: 64,
};
