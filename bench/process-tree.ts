// Memory of a process and everything it started, from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  readonly pid: number;
  /** Seen by people: main, page worker, tesseract … */
  readonly role: string;
  /** Bytes in memory; pages shared with other processes count in each of them. */
  readonly rss: number;
  /** Bytes in memory, shared pages divided among those who share them; null where not asked for. */
  readonly pss: number | null;
}

const PAGE = 4096;

/** Every living process of the tree; one that ends while we look is left out. */
export function processTree(root: number, options: { pss: boolean }): ProcessMemory[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: ProcessMemory[] = [];
  const visit = (pid: number): void => {
    const memory = memoryOf(pid, { role: pid === root ? 'main' : roleOf(pid), pss: options.pss });
    if (memory) found.push(memory);
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(root);
  return found;
}

/** Ids of everything below a process, it left out, eldest first. */
export const descendants = (root: number): number[] =>
  processTree(root, { pss: false }).flatMap(({ pid }) => (pid === root ? [] : [pid]));

function parentOf(pid: number): number | null {
  const text = read(`/proc/${pid}/stat`);
  // The name of the program stands in brackets and may hold anything: state and parent follow the last one.
  const rest = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return rest?.[1] === undefined ? null : Number(rest[1]);
}

function memoryOf(pid: number, { role, pss }: { role: string; pss: boolean }): ProcessMemory | null {
  const resident = read(`/proc/${pid}/statm`)?.split(' ')[1];
  // A process that has ended and waits to be asked about holds nothing.
  if (resident === undefined || resident === '0') return null;
  const share = pss ? /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '') : null;
  return { pid, role, rss: Number(resident) * PAGE, pss: share ? Number(share[1]) * 1024 : null };
}

/** The last module named on the command line (`page-worker`), else the program (`tesseract`). */
function roleOf(pid: number): string {
  const words = (read(`/proc/${pid}/cmdline`) ?? '').split('\0');
  const module = words.findLast((word) => /\.[jt]s$/.test(word));
  return (module ?? (words[0] || 'starting')).replace(/^.*\//, '').replace(/\.[jt]s$/, '');
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
