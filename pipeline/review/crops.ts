// The place of a fact on its page as a small picture, out of the legal copy; where none was made yet, out of the scan.
import { sha256 } from '../../core/ids.ts';
import type { Box, PageReading } from '../../core/model.ts';
import type { ObjectStore } from '../../core/ports.ts';
import { shownPage } from '../clean/clean-page.ts';
import { type RgbImage, turnRgb } from '../clean/raster.ts';
import { standScan } from '../clean/stand-scan.ts';
import type { MediaType } from '../intake/identify.ts';
import { openBytes, sourceOf as openedSource } from '../intake/open-source.ts';
import { defaultLimits, type FileFacts, type PagePicture, type Source } from '../intake/source.ts';
import sharp from '../safe-sharp.ts';
import { type StoredPaper, storedFile, storedPages } from './stored-paper.ts';

/** RGB, row by row. */
export interface CropPicture {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
  readonly rgb: Uint8Array;
}

export interface Crops {
  /** First page of the paper: where to look for what was not found. */
  readonly first: number;
  /** `page` counts in the source file; no box: the whole page. Null where no picture of it is kept. */
  crop(page: number, box: Box | undefined, most: CropSize): Promise<CropPicture | null>;
  close(): Promise<void>;
}

/** Pixels at most; never enlarged. */
export interface CropSize {
  readonly width: number;
  readonly height: number;
}

/** Opens nothing before the first crop is asked for. */
export function openCrops(ports: { readonly objects: ObjectStore }, stored: StoredPaper): Crops {
  let opened: Promise<Opened | null> | null = null;
  let last: { page: number; picture: RgbImage } | null = null;
  return {
    first: stored.paper.pages[0] ?? 1,
    async crop(page, box, most) {
      opened ??= openPicture(ports, stored);
      const source = await opened;
      const place = stored.paper.pages.indexOf(page);
      if (!source || place < 0) return null;
      if (last?.page !== page) last = { page, picture: await source.page(page, place) };
      return cutOut(last.picture, box, most);
    },
    async close() {
      await (await opened)?.close();
    },
  };
}

interface Opened {
  /** The upright page; `place` counts from 0 in the paper. */
  page(page: number, place: number): Promise<RgbImage>;
  close(): Promise<void>;
}

async function openPicture(
  ports: { readonly objects: ObjectStore },
  stored: StoredPaper,
): Promise<Opened | null> {
  const copy = stored.files.find(({ role }) => role === 'legal-copy');
  const original = stored.files.find(({ role }) => role === 'original');
  const file = copy ?? original;
  if (!file) return null;
  const readings = (await storedPages(ports, stored)) ?? [];
  const readingOf = (page: number) => readings.find(({ number }) => number === page);
  // What is kept of a run that held an identity card is this paper's pages alone.
  const whole = file === original && file.sha256 === stored.paper.originalSha256;
  const source = await openStored(ports, stored, file === copy ? 'legal-copy' : 'original');
  return {
    page: async (page, place) => {
      const picture = await source.page(whole ? page : place + 1);
      const reading = readingOf(page);
      // Our own copy stands upright already.
      if (copy && !stored.paper.signedInput) return shown(picture, 0);
      if (copy || !reading) return shown(picture, reading?.rotation ?? 0);
      return scanned(picture, reading);
    },
    close: () => source.close(),
  };
}

/** The file as a source of pages, out of memory: what is encrypted in the store lies plain nowhere. */
export async function openStored(
  ports: { readonly objects: ObjectStore },
  stored: StoredPaper,
  role: 'original' | 'legal-copy',
): Promise<Source> {
  const bytes = (await storedFile(ports, stored, role)) ?? new Uint8Array();
  const mediaType = stored.files.find((file) => file.role === role)?.mediaType as MediaType;
  const facts: FileFacts = { file: role, size: bytes.byteLength, sha256: sha256(bytes), mediaType };
  const reader = await openBytes({ facts, limits: defaultLimits, bytes: parts(bytes) });
  return openedSource(facts, { ...reader, close: async () => reader.close(), readFrom: () => undefined });
}

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const sourceOf = ({ bytes, dpi, mirrored, rotation }: PagePicture) => ({
  bytes,
  dpi,
  mirrored,
  shownTurned: rotation,
});

async function scanned(picture: PagePicture, { rotation, skew }: PageReading): Promise<RgbImage> {
  const stood = await standScan(sourceOf(picture), { rotation, skew }, picture.nativeText !== undefined);
  return stood.legal;
}

const shown = async (picture: PagePicture, turned: PageReading['rotation']): Promise<RgbImage> =>
  turnRgb(await shownPage(sourceOf(picture)), turned);

/** Paper shown round a place, in its heights. */
const MARGIN = { across: 1.2, down: 0.5 };

async function cutOut(page: RgbImage, box: Box | undefined, most: CropSize): Promise<CropPicture> {
  const raw = { width: page.width, height: page.height, channels: 3 as const };
  const part = sharp(page.data, { raw }).extract(box ? placeOf(box, page) : { left: 0, top: 0, ...raw });
  const { data, info } = await part
    .resize({ ...most, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { width, height, png, rgb: data };
}

/** The box with its surroundings, whole pixels inside the page. */
function placeOf([x, y, width, height]: Box, page: CropSize) {
  const tall = height * page.height;
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  const left = within(x * page.width - MARGIN.across * tall, page.width - 1);
  const top = within(y * page.height - MARGIN.down * tall, page.height - 1);
  const right = within((x + width) * page.width + MARGIN.across * tall, page.width);
  const bottom = within((y + height) * page.height + MARGIN.down * tall, page.height);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
