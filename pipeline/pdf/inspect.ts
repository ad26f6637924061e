// Looks a PDF over before PDFium is given it: refuses what would grow without end, tells what in it is active.
// A file may hide from this by a false cross-reference table; the limits of the process that opens it hold even then.
import { Readable } from 'node:stream';
import { createInflate, inflateSync } from 'node:zlib';
import { AppError } from '../../core/errors.ts';
import { type ActiveContent, type Activity, activeContent } from './active-content.ts';
import { type Body, type Follower, type FoundStream, type Place, type Value, walk } from './walk.ts';

export interface PdfLimits {
  readonly maxStreamBytes: number;
  readonly maxObjects: number;
  readonly maxNesting: number;
}

export interface Inspection {
  readonly active: readonly Activity[];
}

export interface InspectOrder {
  /** The whole file; asked for anew after every wait, since the memory it lies in may move. */
  readonly bytes: () => Uint8Array;
  readonly limits: PdfLimits;
  /** Its name, for errors. */
  readonly file: string;
}

/** Deflate packs at most this many bytes into one (zlib's technical notes). */
const MOST_PACKED = 1032;
const FLATE = new Set(['FlateDecode', 'Fl']);

/** What is kept of the object at hand: its own dictionary, as far as it matters here. */
interface Current {
  number: number | undefined;
  type?: string;
  subtype?: string;
  parent?: number;
  first?: number;
  filters: string[];
}
/** A stream that may unpack to more than is allowed. */
interface Suspect extends FoundStream {
  /** How many times it is deflated. */
  readonly times: number;
}

/**
 * @throws AppError input `intake.too-many-objects`, `intake.too-deep`, `intake.stream-too-large`.
 */
export async function inspectPdf(order: InspectOrder): Promise<Inspection> {
  const { bytes, limits, file } = order;
  const seen: Seen = { active: activeContent(), suspects: [], parents: new Map(), objects: 0 };
  look(bytes(), order, seen);
  if (isDeep(seen.parents, limits.maxNesting)) throw tooDeep(file, limits);
  for (const suspect of seen.suspects) await refuseBomb(suspect, order);
  return { active: seen.active.found() };
}

interface Seen {
  readonly active: ActiveContent;
  readonly suspects: Suspect[];
  /** Of every node of the page tree the one above. */
  readonly parents: Map<number, number>;
  objects: number;
}

/** Goes through the file, or through the objects of an object stream (`body`). */
function look(data: Uint8Array, order: InspectOrder, seen: Seen, body?: Body): void {
  const { limits, file } = order;
  let current: Current = { number: undefined, filters: [] };
  const leave = (): void => {
    const { number, type, parent } = current;
    if (type === 'Pages' && number !== undefined && parent !== undefined) seen.parents.set(number, parent);
  };
  const follower: Follower = {
    object(number) {
      leave();
      current = { number, filters: [] };
      seen.active.object(number);
      if (number !== undefined) seen.objects += 1;
      if (seen.objects > limits.maxObjects)
        throw new AppError('input', 'intake.too-many-objects', {
          params: { file, limit: limits.maxObjects },
        });
    },
    entry(key, value, place) {
      if (place.depth === 1 || isFilterItem(key, place)) note(current, key, value);
      seen.active.entry(key, value, place);
    },
    deep(depth) {
      if (depth > limits.maxNesting) throw tooDeep(file, limits);
    },
    stream(found) {
      const times = flated(current);
      if (current.type === 'ObjStm') {
        const unpacked = objectStream(data.subarray(found.at, found.at + found.length), times, order);
        const { first = 0 } = current;
        if (unpacked)
          look(unpacked.subarray(first), order, seen, { numbers: numbersIn(unpacked.subarray(0, first)) });
      } else if (times > 0 && found.length * MOST_PACKED ** times > limits.maxStreamBytes)
        seen.suspects.push({ ...found, times });
    },
  };
  walk(data, follower, body);
  leave();
}

const tooDeep = (file: string, limits: PdfLimits): AppError =>
  new AppError('input', 'intake.too-deep', { params: { file, limit: limits.maxNesting } });

const isFilterItem = (key: string, { depth, within }: Place): boolean =>
  depth === 2 && key === 'Filter' && within[0] === 'Filter';

function note(current: Current, key: string, value: Value): void {
  if (value.kind === 'name') {
    if (key === 'Type') current.type = value.text;
    if (key === 'Subtype') current.subtype = value.text;
    if (key === 'Filter') current.filters.push(value.text);
  }
  if (key === 'First' && value.kind === 'number') current.first = value.value;
  if (key === 'Parent' && value.kind === 'ref') current.parent = value.object;
}

/** How many times the stream is deflated from outside; pictures are unpacked row by row and held to their pixels. */
function flated({ filters, subtype }: Current): number {
  const last = subtype === 'Image' ? filters.length - 1 : filters.length;
  const other = filters.findIndex((filter) => !FLATE.has(filter));
  return Math.min(other < 0 ? filters.length : other, last);
}

/** The text of an object stream; undefined where it cannot be had, which PDFium will find out too. */
function objectStream(packed: Uint8Array, times: number, order: InspectOrder): Uint8Array | undefined {
  const { limits, file } = order;
  let data: Uint8Array = packed;
  try {
    for (let i = 0; i < times; i += 1) data = inflateSync(data, { maxOutputLength: limits.maxStreamBytes });
    return data;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(file, limits);
    return undefined;
  }
}

/** The head of an object stream: number and place of each object. */
function numbersIn(head: Uint8Array): number[] {
  const words = Buffer.from(head).toString('latin1').trim().split(/\s+/);
  return words.filter((_, index) => index % 2 === 0).map(Number);
}

/** Whether a node of the page tree lies deeper than allowed, or below itself. */
function isDeep(parents: ReadonlyMap<number, number>, most: number): boolean {
  for (const start of parents.keys()) {
    let depth = 0;
    for (let node = parents.get(start); node !== undefined; node = parents.get(node)) {
      if (++depth > most) return true;
    }
  }
  return false;
}

const tooLarge = (file: string, limits: PdfLimits): AppError =>
  new AppError('input', 'intake.stream-too-large', {
    params: { file, limit: Math.floor(limits.maxStreamBytes / 1024 ** 2) },
  });

/** How much is unpacked at once while it is counted. */
const PIECE = 64 * 1024;

/** Unpacks without keeping anything, and no further than the limit. */
async function refuseBomb({ at, length, times }: Suspect, order: InspectOrder): Promise<void> {
  const { bytes, limits, file } = order;
  const packed = Readable.from(
    (function* () {
      for (let from = at; from < at + length; from += PIECE)
        yield Buffer.from(bytes().subarray(from, Math.min(from + PIECE, at + length)));
    })(),
  );
  const stages: Readable[] = [packed];
  for (let i = 0; i < times; i += 1) {
    const inflate = createInflate();
    stages.push(
      stages
        .at(-1)!
        .on('error', (error) => inflate.destroy(error))
        .pipe(inflate),
    );
  }
  try {
    let size = 0;
    for await (const part of stages.at(-1)! as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > limits.maxStreamBytes) throw tooLarge(file, limits);
    }
  } catch (error) {
    // A stream that is damaged ends here as it will end in PDFium.
    if (error instanceof AppError) throw error;
  } finally {
    for (const stage of stages) stage.destroy();
  }
}
