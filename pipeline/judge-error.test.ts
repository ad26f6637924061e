// Whose trouble an error is: what stops one file, and what stops the run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError, type ErrorKind } from '../core/errors.ts';
import { judgeError } from './judge-error.ts';

let workRoot: string;
beforeAll(() => {
  workRoot = mkdtempSync(join(tmpdir(), 'sohoa-judge-'));
});
afterAll(() => rmSync(workRoot, { recursive: true, force: true }));

const file = { path: '/scans/1.pdf', source: 'H1/1.pdf' };
const judge = (thrown: unknown, root = workRoot) => {
  const judged = judgeError(thrown, { file, workRoot: root });
  return 'own' in judged ? ['own', judged.own.code, judged.own.kind] : ['around', judged.around.code];
};
const system = (code: string, more: object = {}): Error =>
  Object.assign(new Error('secret text'), { code, ...more });

describe('errors of the system', () => {
  test.each([
    [system('ENOSPC'), ['around', 'fault.disk-full']],
    [system('EDQUOT', { path: '/scans/1.pdf' }), ['around', 'fault.disk-full']],
    [system('EROFS'), ['around', 'fault.read-only']],
    [system('EMFILE', { path: '/scans/1.pdf' }), ['around', 'fault.too-many-open']],
    [system('ENOENT', { path: '/scans/1.pdf' }), ['own', 'intake.not-found', 'not-found']],
    [system('EACCES', { path: '/scans/1.pdf' }), ['own', 'fault.input-denied', 'dependency']],
    [system('EIO', { path: '/scans/1.pdf' }), ['own', 'fault.input-unreadable', 'dependency']],
    [system('EIO'), ['own', 'fault.input-unreadable', 'dependency']],
    [system('ENOENT', { path: '/elsewhere' }), ['own', 'error.unexpected', 'dependency']],
    [new TypeError('x'), ['own', 'error.unexpected', 'dependency']],
    ['thrown text', ['own', 'error.unexpected', 'dependency']],
  ])('%s', (thrown, judged) => expect(judge(thrown)).toEqual(judged));

  test('in the work folder, and without it', () => {
    const path = join(workRoot, 'x', 'original');
    expect(judge(system('EACCES', { path }))).toEqual(['around', 'fault.work-denied']);
    expect(judge(system('EACCES', { path: '/scans/1.pdf', dest: path }))).toEqual([
      'own',
      'fault.input-denied',
      'dependency',
    ]);
    expect(judge(system('ENOENT', { path: '/scans/1.pdf' }), '/nowhere/at/all')).toEqual([
      'around',
      'fault.work-lost',
    ]);
  });

  test('say nothing of what was read', () => {
    const judged = judgeError(system('EIO'), { file, workRoot });
    expect(JSON.stringify('own' in judged && judged.own.params)).not.toContain('secret');
  });
});

describe('errors of ours', () => {
  test.each<[ErrorKind, string, string]>([
    ['input', 'intake.broken', 'own'],
    ['input', 'fault.file-changed', 'own'],
    ['not-found', 'intake.not-found', 'own'],
    ['not-found', 'warehouse.object-unknown', 'around'],
    ['dependency', 'page.crashed', 'own'],
    ['dependency', 'warehouse.disk-full', 'around'],
    ['dependency', 'fault.out', 'around'],
    ['conflict', 'warehouse.deposit-given-up', 'own'],
    ['conflict', 'at-rest.changed', 'around'],
    ['transient', 'warehouse.database-unreachable', 'around'],
    ['usage', 'signing.certificate-expired', 'around'],
    ['integrity', 'warehouse.object-differs', 'own'],
    ['integrity', 'warehouse.database-damaged', 'around'],
  ])('%s %s: %s', (kind, code, whose) => {
    expect(judge(new AppError(kind, code))[0]).toBe(whose);
  });
});
