// Holds the tree to DESIGN 2: import direction, one home a heavy library, environment and console only in cli, file shape.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { breaches, importedModules, type SourceFile } from './testing/import-rules.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'data', 'reports', 'migrations']);

function sourceFiles(folder = ''): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      return SKIPPED_FOLDERS.has(entry.name) || entry.name.startsWith('.') ? [] : sourceFiles(path);
    }
    return /\.ts$/.test(entry.name) ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : [];
  });
}

describe('the tree', () => {
  const files = sourceFiles();

  test('is seen at all', () => {
    expect(files.map((file) => file.path)).toContain('core/ports.ts');
  });

  test('keeps its rules', () => {
    expect(files.flatMap(breaches)).toEqual([]);
  });
});

describe('a breach is found', () => {
  const good = '// Says what it is for.\n';
  const cases: [path: string, text: string, breach: RegExp][] = [
    ['core/a.ts', "import { x } from '../lists/b.ts';\n", /core\/a\.ts: imports lists/],
    ['core/a.ts', "import { readFile } from 'node:fs/promises';\n", /core does no I\/O/],
    ['pipeline/clean/a.ts', "import type { X } from '../../signing/b.ts';\n", /imports signing/],
    ['signing/a.ts', "export * from '../warehouse/b.ts';\n", /imports warehouse/],
    ['warehouse/a.test.ts', "import {\n  a,\n  b,\n} from '../pipeline/b.ts';\n", /imports pipeline/],
    ['warehouse/a.ts', "const b = await import('../cli/wire.ts');\n", /imports cli/],
    ['server/a.ts', "import '../exchange/b.ts';\n", /imports exchange/],
    ['samples/make.ts', "import { x } from '../core/a.ts';\n", /imports core/],
    ['signing/a.ts', "import sharp from 'sharp';\n", /imports sharp/],
    ['pipeline/clean/a.ts', "import sharp from 'sharp';\n", /imports sharp/],
    [
      'pipeline/clean/a.ts',
      "import { createWorker } from 'tesseract.js';\n",
      /imports tesseract\.js, whose home/,
    ],
    ['pipeline/intake/a.ts', "import { PDFDocument } from 'pdf-lib';\n", /imports pdf-lib/],
    ['warehouse/objects/a.ts', "import { eq } from 'drizzle-orm/pg-core';\n", /imports drizzle-orm/],
    ['pipeline/a.ts', "const forge = require('node-forge');\n", /imports node-forge/],
    ['lists/a.ts', 'const home = process.env.HOME;\n', /uses process\.env/],
    ['pipeline/a.ts', 'if (bad) process.exit(1);\n', /uses process\.exit/],
    ['warehouse/a.ts', 'console.log(1);\n', /uses console\./],
    ['warehouse/a.ts', `const said = \`\${console.log(1)}\`;\n`, /uses console\./],
  ];
  test.each(cases)('%s %j', (path, text, breach) => {
    expect(breaches({ path, text: good + text })).toEqual([expect.stringMatching(breach)]);
  });

  test('a file of 301 lines', () => {
    const text = good + 'const x = 1;\n'.repeat(300);
    expect(breaches({ path: 'lists/a.ts', text })).toEqual([expect.stringMatching(/has 301 lines/)]);
  });

  test('a file that does not say what it is for', () => {
    expect(breaches({ path: 'lists/a.ts', text: 'const x = 1;\n' })).toHaveLength(1);
  });
});

describe('what is allowed stays allowed', () => {
  const cases: [path: string, text: string][] = [
    [
      'pipeline/safe-sharp.ts',
      "import sharp from 'sharp';\nimport { x } from '../core/a.ts';\nimport { y } from './intake/b.ts';\n",
    ],
    [
      'cli/wire.ts',
      "import { x } from '../pipeline/a.ts';\nconst key = process.env.KEY;\nconsole.log(key);\n",
    ],
    ['pipeline/a.test.ts', "import { PDFDocument } from 'pdf-lib';\nconst key = process.env.KEY;\n"],
    ['signing/a.test.ts', "import { tool } from '../testing/judges/tool.ts';\n"],
    [
      'lists/a.ts',
      "// process.env is read in cli\n/* console.log('x') */\nconst url = 'https://x//process.env';\n",
    ],
    ['lists/a.ts', 'const text = "import x from \'sharp\'";\n'],
    ['bench/run.ts', "import { x } from '../pipeline/a.ts';\nconsole.log(process.env.CI);\n"],
  ];
  test.each(cases)('%s', (path, text) => {
    expect(breaches({ path, text: `// Says what it is for.\n${text}` })).toEqual([]);
  });

  test('every way to import is seen, comments are not', () => {
    const text =
      "import a from 'a';\nexport { b } from 'b';\nimport 'c';\nawait import('d');\nrequire('e');\n// import 'f'\n";
    expect(importedModules(text)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
