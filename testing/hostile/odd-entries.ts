// What lies in folders beside scans: links, pipes, devices, and names made to mislead. Only what the system lets us make.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of sound scans; all the same bytes, so that they are read once. */
export const ODD_NAMES: readonly string[] = [
  'x\\..\\..\\windows\\x.jpg',
  'x%2f..%2f..%2fetc%2fpasswd.jpg',
  'x....jpg',
  '-rf.jpg',
  '--data=x.jpg',
  '$(touch x);`id`.jpg',
  '%s%n%d.jpg',
  '{source}.jpg',
  "'; DROP TABLE papers; --.jpg",
  'CON.jpg',
  'two\nlines.jpg',
  'a\tb\rc.jpg',
  '\u001b[31mred\u001b[2J\u001b]0;title\u0007.jpg',
  'turned-\u202egpj.exe.jpg',
  'isolated-\u2066x\u2069.jpg',
  'nothing\u200b\u200d\ufeff.jpg',
  'giấy khai sinh (bản chính) – 1.JPG',
  'giấy khai sinh.jpg'.normalize('NFD'),
  '😀.jpg',
  `${'d'.repeat(250)}.jpg`,
];

/** Bytes that are no UTF-8, as names from old Vietnamese systems and zip files come. */
const NOT_UTF8 = Buffer.from('gi\xe5y \xff\xfe.jpg', 'latin1');

export interface OddEntries {
  /** Relative to the corpus: these MUST be left out and named. */
  readonly leftOut: readonly string[];
  /** Folder and name as bytes of the file whose name is no UTF-8; null where the system does not allow it. */
  readonly notUtf8: Buffer | null;
}

/** Lays `scan` under every odd name, and links, pipes and devices beside them. */
export function layOddEntries(folder: string, scan: Uint8Array): OddEntries {
  const names = join(folder, 'name');
  mkdirSync(names, { recursive: true });
  for (const name of ODD_NAMES) writeFileSync(join(names, name), scan);
  const odd = join(folder, 'odd');
  mkdirSync(join(odd, 'folder.jpg'), { recursive: true });
  writeFileSync(join(odd, '.hidden.jpg'), scan);
  writeFileSync(join(odd, 'notes.txt'), 'no scan');
  const links: Readonly<Record<string, string>> = {
    'link-to-a-scan.jpg': join(names, '-rf.jpg'),
    'link-to-a-device.jpg': '/dev/zero',
    'link-to-a-secret.pdf': '/etc/shadow',
    'link-to-nothing.jpg': join(odd, 'nothing.jpg'),
    'link-to-itself.jpg': join(odd, 'link-to-itself.jpg'),
    'link-to-the-folder-above': folder,
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(odd, name));
  // 2 GB that take no room on the disk.
  writeFileSync(join(folder, 'odd', 'huge.tif'), Buffer.from('49492a0008000000', 'hex'));
  truncateSync(join(folder, 'odd', 'huge.tif'), 2 ** 31);
  const left = [...Object.keys(links), '.hidden.jpg', 'notes.txt'];
  if (made(() => execFileSync('mkfifo', [join(odd, 'pipe.jpg')]))) left.push('pipe.jpg');
  if (made(() => execFileSync('mknod', [join(odd, 'device.jpg'), 'c', '1', '5'], { stdio: 'ignore' })))
    left.push('device.jpg');
  const bytes = Buffer.concat([Buffer.from(`${names}/`), NOT_UTF8]);
  const notUtf8 = made(() => writeFileSync(bytes, scan)) ? bytes : null;
  return { leftOut: left.map((name) => `odd/${name}`), notUtf8 };
}

function made(make: () => void): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
