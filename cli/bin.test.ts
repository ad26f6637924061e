// Tests of the start on an older Node: the node package beside is used, without it a clear word.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A package with our bin as the build makes it, and a main that says what it was given. */
function madePackage(withNode: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-bin-'));
  const source = readFileSync(join(import.meta.dirname, 'bin.ts'), 'utf8');
  mkdirSync(join(folder, 'cli'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'cli', 'bin.js'),
    stripTypeScriptTypes(source).replace('./main.ts', './main.js'),
  );
  writeFileSync(
    join(folder, 'cli', 'main.js'),
    'export const main = async (argv) => { console.log(process.versions.node, argv.join("|")); return 7; };',
  );
  if (withNode) {
    mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  }
  return folder;
}

const OLD = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.1.0"}})';

function start(folder: string, nodeOptions: readonly string[]) {
  const bin = join(folder, 'cli', 'bin.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, bin, 'a b', '--c'], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a Node that is new enough runs it', () => {
  expect(start(madePackage(false), [])).toMatchObject({
    status: 7,
    stdout: `${process.versions.node} a b|--c\n`,
  });
});

test('an older Node hands over to the one beside the package, exit code and all', () => {
  expect(start(madePackage(true), ['--import', OLD])).toEqual({
    status: 7,
    stdout: `${process.versions.node} a b|--c\n`,
    stderr: '',
  });
});

test('an older Node alone says what it needs in both languages', () => {
  const { status, stdout, stderr } = start(madePackage(false), ['--import', OLD]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('sohoa cần Node.js 24 trở lên; máy này có 20.1.0.');
  expect(stderr).toContain('sohoa needs Node.js 24 or later');
});
