// The only place that builds adapters and reads the environment; what a command does not use is never loaded.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { ulidSource } from '../core/ids.ts';
import type { Clock, Keyring, Log, ObjectStore, Registry, Signer } from '../core/ports.ts';
import type { Lists } from '../lists/index.ts';
import type { SourcePool } from '../pipeline/intake/source-pool.ts';
import type { DigitizePorts, DigitizeSettings, ReadingPorts } from '../pipeline/paper.ts';
import type { ReviewPorts } from '../pipeline/review/stored-paper.ts';
import type { KeyFiles } from '../signing/keys/key-folder.ts';
import type { AtRest } from '../warehouse/keys/at-rest.ts';
import * as rest from './at-rest.ts';
import { type ClearedUp, clearUp } from './clear-up.ts';
import { isMissing, mustHaveSecret, soundData, usableFolder } from './data-folder.ts';
import { type DataLayout, layoutOf } from './data-layout.ts';
import type { NewKeys, OpenedSigner, P12Setting } from './keys.ts';
import { listsOf } from './open-lists.ts';
import { openRegistry } from './open-registry.ts';
import type { ShownKey } from './print/certificates.ts';
import { intakeLimits } from './reading-limits.ts';
import { releaseMemory } from './release-memory.ts';
import type { Environment } from './surroundings.ts';

/** Adapters by configuration, each opened at its first use and once. */
export interface Wiring {
  readonly layout: DataLayout;
  /** True while there is no database yet: questions then get empty answers, and nothing is made on the disk. */
  readonly empty: boolean;
  lists(): Lists;
  /** The schema is up to date. */
  registry(): Promise<Registry>;
  objects(): Promise<ObjectStore>;
  /** Keys of encryption at rest as configured, those of the file `first` before them. */
  keyring(first?: string): Promise<Keyring | null>;
  /** Before something is filed: from here on the data are encrypted where that is wanted; null: they lie plain. */
  beginAtRest(): Promise<AtRest | null>;
  /** Removes what runs left behind, or says what it would remove. */
  clearUp(dryRun: boolean): Promise<ClearedUp>;
  /** Makes development keys where there are none; see `openSigner`. */
  signer(): Promise<OpenedSigner>;
  /** Makes the development keys of `sohoa keys init`. */
  makeKeys(names: Omit<NewKeys, 'now'>): Promise<KeyFiles>;
  /** The keys in use, none made. */
  keys(): Promise<ShownKey[]>;
  /** PEM of the authority of the data folder's own keys, where there is one. */
  ownAuthority(): Promise<string[]>;
  /** Everything the way of a paper needs; makes the data folder. */
  digitizePorts(signer: Signer | null): Promise<DigitizePorts>;
  /** What reading and understanding need; nothing is stored but work in progress, below `workRoot`. */
  readingPorts(workRoot: string): Promise<ReadingPorts>;
  /** Opens foreign files, where they can die alone. */
  sources(): Promise<SourcePool>;
  /** What a clerk's review needs: no page is read, nothing is signed. */
  reviewPorts(): Promise<ReviewPorts>;
  /** What is asked for after that is opened anew. */
  close(): Promise<void>;
}

export interface WiringOptions {
  readonly config: Config;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly log: Log;
  /** Names for development keys made on the way. */
  readonly names: Omit<NewKeys, 'now'>;
}

export function openWiring(options: WiringOptions): Wiring {
  const { config, environment, clock } = options;
  const layout = layoutOf(config.data);
  const closers: (() => Promise<void>)[] = [];
  const forgets: (() => void)[] = [];
  const closing = <Adapter extends { close(): Promise<void> }>(adapter: Adapter): Adapter => {
    closers.unshift(() => adapter.close());
    return adapter;
  };
  const isEmpty = (): boolean => config.database === undefined && isMissing(layout.registry);
  const keys = () => import('./keys.ts');
  const wish = async () => ({ keyring: await wiring.keyring(), wanted: config.atRest });

  const wiring: Wiring = {
    layout,
    get empty() {
      return isEmpty();
    },
    lists: once(() => listsOf(config)),
    registry: once(
      async () => closing(await openRegistry(config, isEmpty() ? null : layout.registry)),
      forgets,
    ),
    objects: once(
      async () => closing(await rest.openObjects(layout.objects, await wiring.registry(), await wish())),
      forgets,
    ),
    keyring: (first) => {
      const { production } = config;
      if (first === undefined) return rest.keyringOf(environment, production);
      return rest.keyringWith(first, environment, production);
    },
    beginAtRest: async () => rest.begin(await wiring.registry(), await wish(), clock),
    clearUp: async (dryRun) => {
      const store = isEmpty() ? null : { registry: await wiring.registry(), objects: await wiring.objects() };
      return clearUp({ config, clock, workRoot: layout.cache, store, dryRun });
    },
    signer: async () => {
      const [folder, p12] = [layout.keys, p12Of(environment)];
      if (!p12 && !config.production) await usableFolder(layout.folder);
      const newKeys = { ...options.names, now: clock.now() };
      const used = existsSync(layout.objects);
      return (await keys()).openSigner({ folder, used, p12, production: config.production, newKeys });
    },
    makeKeys: async (names) => (await keys()).makeKeys(layout.keys, { ...names, now: clock.now() }),
    keys: async () => (await keys()).keysInUse(layout.keys, p12Of(environment), clock.now()),
    ownAuthority: async () => {
      const { keyFiles } = await import('../signing/keys/key-folder.ts');
      const { ca } = keyFiles(layout.keys);
      return existsSync(ca) ? [readFileSync(ca, 'utf8')] : [];
    },
    digitizePorts: async (signer) => {
      await usableFolder(layout.folder);
      const registry = closing(await openRegistry(config, layout.registry));
      const atRest = await rest.begin(registry, await wish(), clock);
      return openDigitizePorts({ ...options, layout, registry, wiring, closing, signer, atRest });
    },
    readingPorts: async (workRoot) =>
      openReadingPorts({ ...options, wiring, closing }, { workRoot, cipher: await rest.passingCipher() }),
    sources: once(() => openSources({ ...options, wiring, closing }, 1)),
    reviewPorts: () => openReviewPorts({ config, clock, layout, wiring }),
    close: async () => {
      for (const forget of forgets) forget();
      for (const close of closers.splice(0)) await close();
    },
  };
  return wiring;
}

/** `forgets` gets a way back: what was made is then made anew. */
function once<Value>(make: () => Value, forgets: (() => void)[] = []): () => Value {
  let made: { value: Value } | null = null;
  forgets.push(() => {
    made = null;
  });
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function p12Of(environment: Environment): P12Setting | null {
  const file = environment.SOHOA_P12;
  return file ? { file, passwordFile: environment.SOHOA_P12_PASSWORD_FILE || null } : null;
}

/** Of the legal picture at 300 dpi (mozjpeg scale); coarser scans get more, see pipeline/clean/legal-jpeg.ts. */
const JPEG_QUALITY = 17;

interface ReadingRequest extends WiringOptions {
  readonly wiring: Wiring;
  closing<Adapter extends { close(): Promise<void> }>(adapter: Adapter): Adapter;
}

interface PortsRequest extends ReadingRequest {
  readonly layout: DataLayout;
  readonly registry: Registry;
  readonly signer: Signer | null;
  readonly atRest: AtRest | null;
}

async function openDigitizePorts(request: PortsRequest): Promise<DigitizePorts> {
  const { config, clock, layout, registry, wiring, signer, atRest } = request;
  const [{ deposit }, { seal }, { listSignatures }, { objectSecret, secretIn }] = await Promise.all([
    import('../warehouse/deposit.ts'),
    import('../signing/seal.ts'),
    import('../signing/pdf/list-signatures.ts'),
    import('./keys.ts'),
  ]);
  const objects = await wiring.objects();
  const [folder, secret] = [layout.objects, secretIn(layout.keys)];
  await soundData({ registry, objects, clock, folder, secret, trustClock: config.trustClock });
  const settings = rest.depositSettings(config, atRest);
  const store = { registry, objects, clock, secret: await objectSecret(layout.keys), ...settings };
  await mkdir(layout.cache, { recursive: true, mode: 0o700 });
  await clearUp({ config, clock, workRoot: layout.cache, store, dryRun: false });
  const place = { workRoot: layout.cache, cipher: rest.workCipher(atRest) };
  return {
    ...(await openReadingPorts(request, place)),
    registry,
    objects,
    signer,
    seal,
    countSignatures: async (pdf) => (await listSignatures(pdf)).signatures.length,
    deposit: (paper) => deposit(store, paper),
  };
}

async function openReadingPorts(
  request: ReadingRequest,
  place: Pick<ReadingPorts, 'workRoot' | 'cipher'>,
): Promise<ReadingPorts> {
  const { config, clock, log, wiring } = request;
  const { limits } = config;
  const { openPagePool } = await import('../pipeline/pool/page-pool.ts');
  const scratchRoot = await rest.scratchRoot(config, Boolean(place.cipher));
  const pages = request.closing(
    openPagePool({
      settings: { native: scratchRoot === null ? null : await nativeReader(config.ocr) },
      ...(scratchRoot === null ? {} : { scratchRoot }),
      pageTimeout: config.pageTimeout,
      memoryMegabytes: limits.memoryMegabytes,
      ...(config.workers === undefined ? {} : { workers: config.workers }),
    }),
  );
  const sources = await openSources(request, Math.ceil(pages.size / 4));
  const lists = wiring.lists();
  releaseMemory();
  return {
    lists,
    pages,
    // Taking a page out of a file is quick beside reading it: one process for so many readers.
    openSource: sources.open,
    clock,
    log,
    newId: ulidSource(clock),
    ...place,
    settings: settingsOf(config),
  };
}

async function openSources({ config, closing }: ReadingRequest, processes: number): Promise<SourcePool> {
  const { openSourcePool } = await import('../pipeline/intake/source-pool.ts');
  const { memoryMegabytes, seconds } = config.limits;
  const options = { processes, limits: intakeLimits(config.limits), memoryMegabytes, seconds };
  return closing(openSourcePool(options));
}

const settingsOf = ({
  sure,
  sureByType,
  agency,
  paperCodeTemplate,
  captureCheck,
  limits,
}: Config): DigitizeSettings => ({
  ...{
    sure,
    agency,
    paperCodeTemplate,
    captureCheck,
    jpegQuality: JPEG_QUALITY,
    mostUnread: limits.unreadPages,
  },
  ...(sureByType ? { sureByType } : {}),
});

async function openReviewPorts({
  config,
  clock,
  layout,
  wiring,
}: Pick<PortsRequest, 'config' | 'clock' | 'layout' | 'wiring'>): Promise<ReviewPorts> {
  const [{ deposit }, { objectSecret, secretIn }] = await Promise.all([
    import('../warehouse/deposit.ts'),
    import('./keys.ts'),
  ]);
  const registry = await wiring.registry();
  await mustHaveSecret(secretIn(layout.keys), registry);
  const settings = rest.depositSettings(config, await wiring.beginAtRest());
  const objects = await wiring.objects();
  const store = { registry, objects, clock, secret: await objectSecret(layout.keys), ...settings };
  const lists = wiring.lists();
  return {
    registry,
    objects,
    lists,
    clock,
    deposit: (paper) => deposit(store, paper),
    settings: settingsOf(config),
  };
}

/** The installed reader for `native`, and for `auto` where there is one; null: the bundled one. */
async function nativeReader(ocr: Config['ocr']) {
  if (ocr === 'wasm') return null;
  const { findNativeTesseract } = await import('../pipeline/recognise/tesseract-native.ts');
  const native = findNativeTesseract();
  if (native === null && ocr === 'native') throw new AppError('usage', 'cli.no-native-reader');
  return native;
}
