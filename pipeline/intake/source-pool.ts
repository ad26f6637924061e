// Opens files where they can die alone: in warm processes of their own. The main process only hashes and passes bytes on.
import { bytesAt, fileFacts } from './file-facts.ts';
import { sourceOf } from './open-source.ts';
import type { Bytes, FileFacts, PagePicture, Source, StoredScan } from './source.ts';
import {
  type Loaded,
  type SourceProcess,
  type SourceProcessOptions,
  sourceProcess,
} from './source-process.ts';

export interface SourcePool {
  /**
   * Opens a scan in one of the processes.
   * @throws AppError as `openSource`, and `intake.file-crashed`, `-too-slow`, `-too-much-memory` where the process that
   *   opens it ends; the same of a page (`intake.page-crashed` …). The next file, the next page go on.
   */
  open(from: string | StoredScan, signal?: AbortSignal): Promise<Source>;
  /** The same of bytes that are known already and lie in no file, e.g. in an encrypted store. */
  openBytes(facts: FileFacts, bytes: Bytes, signal?: AbortSignal): Promise<Source>;
  close(): Promise<void>;
}

export interface SourcePoolOptions extends SourceProcessOptions {
  /** Processes; each opens many files. */
  readonly processes: number;
}

export function openSourcePool({ processes, ...options }: SourcePoolOptions): SourcePool {
  const all = Array.from({ length: processes }, () => sourceProcess(options));
  let ids = 0;
  const openBytes = (facts: FileFacts, bytes: Bytes, signal?: AbortSignal): Promise<Source> =>
    opened(
      all.reduce((least, other) => (other.load < least.load ? other : least)),
      { id: ++ids, facts, signal, bytes, heldBy: 0 },
    );
  return {
    open: async (from, signal) => {
      if (typeof from !== 'string') return openBytes(from.facts, from.bytes, signal);
      return openBytes(await fileFacts(from, options.limits), bytesAt(from), signal);
    },
    openBytes,
    close: async () => {
      await Promise.all(all.map((process) => process.end()));
    },
  };
}

async function opened(process: SourceProcess, loaded: Loaded): Promise<Source> {
  const { id, facts } = loaded;
  const told = await process.open(loaded);
  return sourceOf(facts, {
    ...told,
    page: (number) => process.ask<PagePicture>(loaded, { do: 'page', id, number }, number),
    cut: (pages) => process.ask<Uint8Array>(loaded, { do: 'cut', id, pages }, pages[0]),
    readFrom: (bytes) => {
      loaded.bytes = bytes;
    },
    close: () => process.close(loaded),
  });
}
