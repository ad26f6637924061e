// Where a fault is made: a temporary folder, file systems that are full or read-only, another user.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { message } from '../../../core/messages/index.ts';
import type { CliRun } from '../../testing/run-cli.ts';
import { whitePage } from './white-page.ts';

export interface Place {
  readonly folder: string;
  path(...names: string[]): string;
  /** A folder with so many different blank pages, `1.png` and on; its path. */
  scans(name: string, count: number): string;
  /** A file system of its own, in memory, that holds no more than this; its path. */
  smallDisk(name: string, kilobytes: number): string;
  resizeDisk(path: string, kilobytes: number): void;
  /** Shows `path` read-only, at the path returned. */
  readOnly(path: string): string;
  remove(): void;
}

const quietly = (program: string, ...words: string[]): void =>
  void execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });

export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-fault-'));
  chmodSync(folder, 0o755);
  const mounts: string[] = [];
  const mounted = (path: string): string => {
    mounts.push(path);
    return path;
  };
  const made = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    folder,
    path: (...names) => join(folder, ...names),
    scans(name, count) {
      const path = made(name);
      for (let page = 1; page <= count; page += 1) writeFileSync(join(path, `${page}.png`), whitePage(page));
      return path;
    },
    smallDisk(name, kilobytes) {
      const path = made(name);
      quietly('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=777`, 'tmpfs', path);
      return mounted(path);
    },
    resizeDisk: (path, kilobytes) => quietly('mount', '-o', `remount,size=${kilobytes}k`, path),
    readOnly(path) {
      const shown = made('read-only');
      quietly('mount', '--bind', path, shown);
      quietly('mount', '-o', 'remount,ro,bind', shown);
      return mounted(shown);
    },
    remove() {
      for (const path of mounts.splice(0).reverse()) quietly('umount', '--lazy', path);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mayMount(): boolean {
  const place = newPlace();
  try {
    place.smallDisk('try', 100);
    return true;
  } catch {
    return false;
  } finally {
    place.remove();
  }
}

const isRoot = process.getuid?.() === 0;
export const canMount = isRoot && mayMount();
/** Stands in the title of a skipped suite. */
export const mountTitle = (title: string): string =>
  canMount ? title : `${title} (skipped: run as root with the right to mount enables it)`;

/** Runs a program as a user without rights. */
export const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'env', 'HOME=/tmp'];
export const canBeNobody = isRoot && existsSync('/usr/bin/setpriv');
export const nobodyTitle = (title: string): string =>
  canBeNobody ? title : `${title} (skipped: run as root with setpriv enables it)`;

/** What a fault must look like to its user: its message with a hint, the exit code, no stack and no log line. */
export function expectFault(run: CliRun, code: string, exitCode: number): void {
  const begin = (key: string): string => message('vi', key).split('{')[0] ?? '';
  expect(run.stderr).toContain(begin(code));
  expect(run.stderr).toContain(begin(`${code}.hint`));
  expectNoStack(run);
  expect(run.code).toBe(exitCode);
}

export function expectNoStack(run: CliRun): void {
  expect(run.stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  expect(run.stderr).not.toContain('"level":50');
  expect(run.stderr).not.toContain(message('vi', 'error.unexpected'));
}
