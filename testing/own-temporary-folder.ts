// Vitest setup: each test file has a temporary folder of its own, so that files that look for what was left behind can
// run beside others. Short, since sockets are made in it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'test-'));
// As the system's own: servers that run as another user go through it.
chmodSync(folder, 0o1777);
process.env.TMPDIR = folder;
// Hooks end in the order they were made, backwards: the file's own come before this one.
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
