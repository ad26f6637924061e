// What kind of file system a folder lies on, what is left on it, and whether its volume is encrypted, as Linux tells it.
import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type Kind = 'disk' | 'memory' | 'network' | 'layer';

export interface FileSystem {
  readonly kind: Kind;
  /** Bytes and files that may still be written; files null where the file system has no limit of them. */
  readonly freeBytes: number;
  readonly freeFiles: number | null;
  /** `unknown` where this machine does not tell (network, container, not Linux). */
  readonly encrypted: 'yes' | 'no' | 'unknown';
}

/** As Linux numbers them (statfs(2)). */
const kinds: ReadonlyMap<number, Kind> = new Map([
  [0x01021994, 'memory'],
  [0x858458f6, 'memory'],
  [0x6969, 'network'], // NFS
  [0x517b, 'network'], // SMB
  [0xff534d42, 'network'], // CIFS
  [0xfe534d42, 'network'], // SMB 2
  [0x01021997, 'network'], // 9P
  [0x00c36400, 'network'], // Ceph
  [0x5346414f, 'network'], // AFS
  [0x794c7630, 'layer'], // overlay: what a container writes is gone with it
]);

/** `folder` must exist. */
export function fileSystemOf(folder: string): FileSystem {
  const { type, bavail, bsize, files, ffree } = statfsSync(folder);
  const kind = kinds.get(type) ?? 'disk';
  return {
    kind,
    freeBytes: bavail * bsize,
    freeFiles: files === 0 ? null : ffree,
    encrypted: kind === 'disk' ? encryptionOf(statSync(folder).dev) : 'unknown',
  };
}

/** The nearest folder above that is there, or the folder itself. */
export function nearest(folder: string): string {
  let at = folder;
  while (statSync(at, { throwIfNoEntry: false }) === undefined && dirname(at) !== at) at = dirname(at);
  return at;
}

/** A block device is encrypted where it, or one that it lies on (LVM over LUKS), is a dm-crypt mapping. */
function encryptionOf(device: number): FileSystem['encrypted'] {
  // As Linux packs device numbers into 64 bits (makedev(3)).
  const major = Math.floor(device / 256) & 0xfff;
  const minor = (device & 0xff) | (Math.floor(device / 4096) & 0xffffff00);
  return layersOf(`/sys/dev/block/${major}:${minor}`);
}

function layersOf(place: string): FileSystem['encrypted'] {
  if (statSync(place, { throwIfNoEntry: false }) === undefined) return 'unknown';
  if (textOf(`${place}/dm/uuid`).startsWith('CRYPT-')) return 'yes';
  const below = namesIn(`${place}/slaves`).map((name) => layersOf(`${place}/slaves/${name}`));
  if (below.length === 0) return 'no';
  return below.every((state) => state === 'yes') ? 'yes' : below.includes('no') ? 'no' : 'unknown';
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
