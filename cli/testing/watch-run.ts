// Watches a running program from outside: its processes' command lines and environments, and files that come and go.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Watched {
  /** Command lines of all processes below, arguments apart by spaces. */
  readonly commandLines: ReadonlySet<string>;
  /** `NAME=value` of the environments of all processes below. */
  readonly variables: ReadonlySet<string>;
  /** Names of files and folders, relative to the folder they were seen in. */
  readonly names: ReadonlySet<string>;
  /** What files held, by name; only the latest content of each that was seen. */
  readonly contents: ReadonlyMap<string, Buffer>;
  stop(): void;
}

export interface WatchOrder {
  readonly pid: number;
  readonly folders: readonly string[];
  /** True for files whose content is looked at. */
  reads(name: string): boolean;
  /** Told of each living process below at every look. */
  onProcess?(pid: number, commandLine: string): void;
}

const EVERY = 150;
const LARGEST = 8_000_000;

export function watchRun(order: WatchOrder): Watched {
  const seen = {
    commandLines: new Set<string>(),
    variables: new Set<string>(),
    names: new Set<string>(),
    contents: new Map<string, Buffer>(),
  };
  const times = new Map<string, number>();
  const look = (): void => {
    for (const pid of below(order.pid)) {
      const line = text(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
      if (line) seen.commandLines.add(line);
      for (const pair of text(`/proc/${pid}/environ`).split('\0')) if (pair) seen.variables.add(pair);
      order.onProcess?.(pid, line);
    }
    for (const folder of order.folders) {
      for (const path of filesBelow(folder)) {
        const name = relative(folder, path);
        seen.names.add(name);
        const info = statSync(path, { throwIfNoEntry: false });
        if (!info?.isFile() || info.size > LARGEST || !order.reads(name) || times.get(path) === info.mtimeMs)
          continue;
        times.set(path, info.mtimeMs);
        const content = bytes(path);
        if (content) seen.contents.set(path, content);
      }
    }
  };
  const timer = setInterval(look, EVERY);
  look();
  return {
    ...seen,
    stop() {
      clearInterval(timer);
      look();
    },
  };
}

/** Children, their children and so on, as /proc tells; none where there is no /proc. */
function below(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(text(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(Number(name), parent);
  }
  const isBelow = (pid: number): boolean => {
    for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter(isBelow);
}

function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    let entries: ReturnType<typeof entriesOf>;
    try {
      entries = entriesOf(at);
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = join(at, entry.name);
      found.push(path);
      if (entry.isDirectory()) walk(path);
    }
  };
  walk(folder);
  return found;
}

const entriesOf = (folder: string) => readdirSync(folder, { withFileTypes: true });

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Processes and files go while they are looked at. */
function bytes(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

const text = (file: string): string => bytes(file)?.toString('utf8') ?? '';
