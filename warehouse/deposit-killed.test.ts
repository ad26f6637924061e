// Deposit under a real SIGKILL: whatever instant it hits, what stands is whole and nothing else is left.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import { openKeyring } from './keys/keyring.ts';
import { fileObjectStore } from './objects/files.ts';
import { sqliteRegistry } from './registry/sqlite.ts';
import { sweep } from './sweep.ts';
import { objectKeys } from './testing/filed.ts';
import { newKek, sealedObjects } from './testing/keys.ts';
import { readObject } from './testing/object-store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const child = fileURLToPath(new URL('./testing/deposit-child.ts', import.meta.url));

/** Lets a process file papers and kills it some milliseconds after its first one; the papers it said were filed. */
function fileAndKill(given: readonly string[], delay: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, ...given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    process_.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => process_.kill('SIGKILL'), delay);
      output += chunk.toString();
    });
    process_.once('error', reject);
    process_.once('exit', (_, signal) =>
      signal === 'SIGKILL'
        ? resolve(output.split('\n').slice(0, -1))
        : reject(new Error('the child ended by itself')),
    );
  });
}

const kek = newKek();
test.each([
  ['plain', []],
  ['encrypted', [Buffer.from(kek).toString('hex')]],
])(
  'killed at six instants, %s: papers told are filed, rows have objects, objects have rows',
  async (name, key) => {
    const [file, objectFolder] = [join(folder, `${name}.db`), join(folder, name)];
    const told: string[] = [];
    for (const delay of [0, 3, 7, 13, 29, 61])
      told.push(...(await fileAndKill([file, objectFolder, ...key], delay)));
    const registry = sqliteRegistry(file);
    const objects = await (name === 'plain'
      ? fileObjectStore(objectFolder)
      : sealedObjects(objectFolder, registry, openKeyring([kek])));
    await sweep({ registry, objects, clock: { now: () => new Date() } }, '9999');

    const papers = await registry.papers({});
    expect(papers.map(({ id }) => id)).toEqual(expect.arrayContaining(told));
    expect(papers.length).toBeLessThanOrEqual(told.length + 6);
    const named: string[] = [];
    for (const paper of papers) {
      expect(paper.code).not.toBeNull();
      expect(await registry.facts(paper.id)).toHaveLength(10);
      expect(await registry.events({ paperId: paper.id })).toHaveLength(4);
      const files = await registry.files(paper.id);
      expect(files).toHaveLength(4);
      for (const { key, sha256: hash } of files) {
        expect(sha256(await readObject(objects, key))).toBe(hash);
        named.push(key);
      }
    }
    expect(await objectKeys({ objects })).toEqual(named.sort());
    expect(await registry.intents('9999')).toEqual([]);
    await registry.close();
  },
  240_000,
);
