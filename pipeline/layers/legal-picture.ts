// The picture of a page as the legal copy keeps it: one JPEG, or layers that lie on each other and show the same.

/** Strokes of one ink: one bit a pixel, painted with one colour. */
export interface InkLayer {
  /** CCITT group 4, black is 0, of the page's full width and height. */
  readonly g4: Uint8Array;
  /** sRGB, 0..255. */
  readonly colour: readonly [red: number, green: number, blue: number];
}

export interface LegalPicture {
  /** The whole page, or what lies under the inks (then it may have fewer pixels); null: white paper. */
  readonly jpeg: Uint8Array | null;
  /** Painted over it in this order; none where the JPEG is the whole page. */
  readonly inks?: readonly InkLayer[];
  /** Pixels of the page and of every ink. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}
