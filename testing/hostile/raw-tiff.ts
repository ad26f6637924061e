// Writes TIFFs tag by tag, right or wrong as asked (TIFF 6.0, sections 2 and 8).
export const TYPE = { byte: 1, ascii: 2, short: 3, long: 4, rational: 5 } as const;

/** A number stands in the entry itself; bytes are laid behind the directories and pointed at. */
export type TiffTag = readonly [tag: number, type: number, count: number, value: number | Uint8Array];

export interface TiffPage {
  readonly tags: readonly TiffTag[];
  /** Picture data; a tag whose value is `AT_STRIP` gets its place. */
  readonly strip?: Uint8Array;
  /** Offset of the next directory; default the next page's, 0 after the last. `FIRST` = the first page's: a loop. */
  readonly next?: number;
  /** Number of entries to claim; default as many as there are. */
  readonly claims?: number;
}

/** Stands for the offset of the page's own strip. */
export const AT_STRIP = -1;
/** Offset of the first directory. */
export const FIRST = 8;

export function rawTiff(pages: readonly TiffPage[], options: { little?: boolean } = {}): Buffer {
  const little = options.little ?? true;
  const u16 = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    little ? bytes.writeUInt16LE(value) : bytes.writeUInt16BE(value);
    return bytes;
  };
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    little ? bytes.writeUInt32LE(value) : bytes.writeUInt32BE(value);
    return bytes;
  };
  const sizes = pages.map(({ tags }) => 2 + 12 * tags.length + 4);
  let behind = FIRST + sizes.reduce((sum, size) => sum + size, 0);
  const laid: Uint8Array[] = [];
  const lay = (bytes: Uint8Array): number => {
    const at = behind;
    const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
    laid.push(even);
    behind += even.length;
    return at;
  };
  const head = [Buffer.from(little ? 'II' : 'MM'), u16(42), u32(FIRST)];
  let directory = FIRST;
  const directories = pages.map((page, index) => {
    directory += sizes[index]!;
    const strip = page.strip ? lay(page.strip) : 0;
    const entries = page.tags.map(([tag, type, count, value]) => {
      const short = type === TYPE.short && count === 1 && typeof value === 'number' && value !== AT_STRIP;
      const last = short
        ? Buffer.concat([u16(value & 0xffff), u16(0)])
        : u32(typeof value === 'number' ? (value === AT_STRIP ? strip : value >>> 0) : lay(value));
      return Buffer.concat([u16(tag), u16(type), u32(count >>> 0), last]);
    });
    const next = page.next ?? (index + 1 < pages.length ? directory : 0);
    return Buffer.concat([u16(page.claims ?? entries.length), ...entries, u32(next)]);
  });
  return Buffer.concat([...head, ...directories, ...laid]);
}

export interface GreyPage {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, or what stands in its place. */
  readonly data: Uint8Array;
  /** Dots an inch. */
  readonly dpi?: number;
  /** Replaces tags of the same number and adds others. */
  readonly tags?: readonly TiffTag[];
  readonly next?: number;
}

/** An uncompressed grey page, with whatever is to be wrong about it. */
export function greyPage({ width, height, data, dpi = 200, tags = [], next }: GreyPage): TiffPage {
  const resolution = Buffer.alloc(8);
  resolution.writeUInt32LE(dpi, 0);
  resolution.writeUInt32LE(1, 4);
  const usual: TiffTag[] = [
    [256, TYPE.long, 1, width],
    [257, TYPE.long, 1, height],
    [258, TYPE.short, 1, 8],
    [259, TYPE.short, 1, 1],
    [262, TYPE.short, 1, 1],
    [273, TYPE.long, 1, AT_STRIP],
    [277, TYPE.short, 1, 1],
    [278, TYPE.long, 1, height],
    [279, TYPE.long, 1, data.length],
    [282, TYPE.rational, 1, resolution],
    [283, TYPE.rational, 1, resolution],
    [296, TYPE.short, 1, 2],
  ];
  const given = new Set(tags.map(([tag]) => tag));
  const all = [...usual.filter(([tag]) => !given.has(tag)), ...tags].sort(([a], [b]) => a - b);
  return { tags: all, strip: data, ...(next === undefined ? {} : { next }) };
}
