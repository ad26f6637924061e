// What a process that touches foreign bytes may do: read our own package, write where it is told, take so much memory.
// Node's permission model holds for JavaScript and WebAssembly (PDFium, ZXing, Tesseract, pdf-lib); native addons
// (sharp, onnxruntime) are not held by it, but find an empty environment and limits of memory and time.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../../lists/package-root.ts';

export interface Cage {
  /** Resident memory at which the process is ended; its JavaScript heap gets at most half of it. */
  readonly memoryMegabytes: number;
  /** Folders it may read and write beside the package, e.g. for pictures that another program reads. */
  readonly writable?: readonly string[];
  /** May start programs (an installed tesseract). */
  readonly programs?: boolean;
}

const MOST_HEAP = 1024;

/** Flags for Node; without the permission model (Node before 22.13) only the memory limit. */
export function cageFlags({ memoryMegabytes, writable = [], programs = false }: Cage): string[] {
  const heap = [
    `--max-old-space-size=${Math.min(MOST_HEAP, Math.floor(memoryMegabytes / 2))}`,
    // What is young and large here are pictures, which do not lie in the heap.
    '--max-semi-space-size=2',
  ];
  if (!process.allowedNodeEnvironmentFlags.has('--permission')) return heap;
  return [
    ...heap,
    '--permission',
    // sharp and onnxruntime are addons.
    '--allow-addons',
    ...(programs ? ['--allow-child-process'] : []),
    ...packagePlaces().map((place) => `--allow-fs-read=${place}`),
    ...writable.map((folder) => `--allow-fs-read=${folder}/`),
    ...writable.map((folder) => `--allow-fs-write=${folder}/`),
    '--disable-warning=PERM0001',
  ];
}

/** What our package has that workers load; never its whole folder, in which a checkout may hold data. */
const OWN = ['package.json', 'core/', 'lists/', 'pipeline/', 'dist/'];
let places: readonly string[] | undefined;

/** Our code and wherever its dependencies lie, which may be beside the package or above. */
function packagePlaces(): readonly string[] {
  const root = packageRoot();
  const modules = createRequire(`${root}/package.json`).resolve.paths('sharp') ?? [];
  places ??= [
    ...OWN.map((name) => join(root, name)).filter((place) => existsSync(place)),
    ...new Set(
      modules.filter((folder) => existsSync(folder)).flatMap((folder) => [folder, realpathSync(folder)]),
    ),
  ].map((place) => (/\.json$|\/$/.test(place) ? place : `${place}/`));
  return places;
}
