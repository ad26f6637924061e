// The only place that builds adapters and reads the environment; what a command does not use is never loaded.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { ulidSource } from '../core/ids.ts';
import type { Clock, Log, ObjectStore, Registry, Signer } from '../core/ports.ts';
import { type Lists, loadLists } from '../lists/index.ts';
import type { DigitizePorts } from '../pipeline/paper.ts';
import type { KeyFiles } from '../signing/keys/key-folder.ts';
import { asUsage } from './as-usage.ts';
import type { NewKeys, OpenedSigner, P12Setting } from './keys.ts';
import type { ShownKey } from './print/certificates.ts';
import type { Environment } from './surroundings.ts';

/** Where everything lies under the data folder. */
export interface DataLayout {
  readonly folder: string;
  readonly registry: string;
  readonly objects: string;
  readonly keys: string;
  readonly cache: string;
}

export function layoutOf(data: string): DataLayout {
  const folder = resolve(data);
  const inside = (name: string): string => join(folder, name);
  return {
    folder,
    registry: inside('registry.sqlite'),
    objects: inside('objects'),
    keys: inside('keys'),
    cache: inside('cache'),
  };
}

/** Adapters by configuration, each opened at its first use and once. */
export interface Wiring {
  readonly layout: DataLayout;
  /** True while there is no database yet: questions then get empty answers, and nothing is made on the disk. */
  readonly empty: boolean;
  lists(): Lists;
  /** The schema is up to date. */
  registry(): Promise<Registry>;
  objects(): Promise<ObjectStore>;
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
  const closing = <Adapter extends { close(): Promise<void> }>(adapter: Adapter): Adapter => {
    closers.unshift(() => adapter.close());
    return adapter;
  };
  const isEmpty = (): boolean => config.database === undefined && !existsSync(layout.registry);
  const keys = () => import('./keys.ts');

  const wiring: Wiring = {
    layout,
    get empty() {
      return isEmpty();
    },
    lists: once(() => listsOf(config.kinds)),
    registry: once(async () => closing(await openRegistry(config, isEmpty() ? null : layout.registry))),
    objects: once(async () => {
      const { fileObjectStore } = await import('../warehouse/objects/files.ts');
      return closing(await fileObjectStore(layout.objects));
    }),
    signer: async () =>
      (await keys()).openSigner({
        folder: layout.keys,
        p12: p12Of(environment),
        production: config.production,
        newKeys: { ...options.names, now: clock.now() },
      }),
    makeKeys: async (names) => (await keys()).makeKeys(layout.keys, { ...names, now: clock.now() }),
    keys: async () => (await keys()).keysInUse(layout.keys, p12Of(environment), clock.now()),
    ownAuthority: async () => {
      const { keyFiles } = await import('../signing/keys/key-folder.ts');
      const { ca } = keyFiles(layout.keys);
      return existsSync(ca) ? [readFileSync(ca, 'utf8')] : [];
    },
    digitizePorts: async (signer) => {
      await mkdir(layout.folder, { recursive: true, mode: 0o700 });
      const registry = closing(await openRegistry(config, layout.registry));
      return openDigitizePorts({ ...options, layout, registry, wiring, closing, signer });
    },
    close: async () => {
      for (const close of closers.splice(0)) await close();
    },
  };
  return wiring;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function listsOf(kinds: string | undefined): Lists {
  if (kinds === undefined) return loadLists();
  const extraKinds = ((): unknown => {
    try {
      return JSON.parse(readFileSync(kinds, 'utf8'));
    } catch (cause) {
      throw new AppError('usage', 'cli.kinds-unreadable', { params: { file: kinds }, cause });
    }
  })();
  return asUsage(() => loadLists({ extraKinds }));
}

/** `file` null: nothing is stored yet, an empty database in memory answers. */
async function openRegistry(config: Config, file: string | null): Promise<Registry> {
  const registry = await (async () => {
    const url = config.database;
    if (url === undefined) {
      const { sqliteRegistry } = await import('../warehouse/registry/sqlite.ts');
      return sqliteRegistry(file ?? ':memory:');
    }
    if (!/^postgres(ql)?:\/\//.test(url)) throw new AppError('usage', 'cli.registry-url');
    const { postgresRegistry } = await import('../warehouse/registry/postgres.ts');
    return postgresRegistry({ url });
  })();
  try {
    await registry.migrate();
    return registry;
  } catch (error) {
    await registry.close();
    throw error;
  }
}

function p12Of(environment: Environment): P12Setting | null {
  const file = environment.SOHOA_P12;
  return file ? { file, passwordFile: environment.SOHOA_P12_PASSWORD_FILE || null } : null;
}

/** Deposits that began so long ago ended with their process. */
const GIVEN_UP_MS = 60 * 60 * 1000;
/** Of the legal picture at 300 dpi (mozjpeg scale); coarser scans get more, see pipeline/clean/legal-jpeg.ts. */
const JPEG_QUALITY = 17;

interface PortsRequest extends WiringOptions {
  readonly layout: DataLayout;
  readonly registry: Registry;
  readonly wiring: Wiring;
  readonly signer: Signer | null;
  closing<Adapter extends { close(): Promise<void> }>(adapter: Adapter): Adapter;
}

async function openDigitizePorts(request: PortsRequest): Promise<DigitizePorts> {
  const { config, clock, log, layout, registry, wiring, signer } = request;
  const [{ deposit }, { sweep }, { seal }, { listSignatures }, { openPagePool }, { objectSecret }] =
    await Promise.all([
      import('../warehouse/deposit.ts'),
      import('../warehouse/sweep.ts'),
      import('../signing/seal.ts'),
      import('../signing/pdf/list-signatures.ts'),
      import('../pipeline/pool/page-pool.ts'),
      import('./keys.ts'),
    ]);
  const objects = await wiring.objects();
  const store = { registry, objects, clock, secret: await objectSecret(layout.keys) };
  await sweep(store, new Date(clock.now().getTime() - GIVEN_UP_MS).toISOString());
  await mkdir(layout.cache, { recursive: true, mode: 0o700 });
  const pages = request.closing(
    openPagePool({
      settings: { native: await nativeReader(config.ocr) },
      pageTimeout: config.pageTimeout,
      ...(config.workers === undefined ? {} : { workers: config.workers }),
    }),
  );
  return {
    registry,
    objects,
    lists: wiring.lists(),
    pages,
    clock,
    log,
    newId: ulidSource(clock),
    signer,
    seal,
    countSignatures: async (pdf) => (await listSignatures(pdf)).signatures.length,
    deposit: (paper) => deposit(store, paper),
    workRoot: layout.cache,
    settings: {
      sure: config.sure,
      agency: config.agency,
      paperCodeTemplate: config.paperCodeTemplate,
      jpegQuality: JPEG_QUALITY,
    },
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
