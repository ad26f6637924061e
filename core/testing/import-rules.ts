// The rules of the tree as a pure function: who may import whom, where each heavy library lives, how a file looks.

export interface SourceFile {
  /** Relative to the repository, `/`-separated: `pipeline/clean/deskew.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What each area may import besides itself. An area that is not listed may import everything (bench, root files). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lists: ['core'],
  pipeline: ['core', 'lists'],
  signing: ['core', 'lists'],
  warehouse: ['core', 'lists'],
  server: ['core', 'lists', 'pipeline', 'signing', 'warehouse'],
  exchange: ['core', 'lists', 'pipeline', 'signing', 'warehouse'],
  cli: ['core', 'lists', 'pipeline', 'signing', 'warehouse', 'server', 'exchange'],
  samples: [],
};

/** Folders in which a library may be imported by the product; tests may use any library to look at a result. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  sharp: ['pipeline/safe-sharp.ts'],
  'tesseract.js': ['pipeline/recognise/'],
  'tesseract.js-core': ['pipeline/recognise/'],
  'onnxruntime-node': ['pipeline/recognise/'],
  'zxing-wasm': ['pipeline/marks/', 'pipeline/compose/'],
  'pdf-lib': ['pipeline/compose/', 'pipeline/pdf/'],
  '@hyzyla/pdfium': ['pipeline/intake/'],
  'node-forge': ['signing/'],
  '@libpdf/core': ['signing/'],
  minio: ['warehouse/objects/'],
  bullmq: ['warehouse/queue/'],
  ioredis: ['warehouse/queue/'],
  'drizzle-orm': ['warehouse/registry/'],
  'better-sqlite3': ['warehouse/registry/'],
  pg: ['warehouse/registry/'],
  fastify: ['server/'],
  commander: ['cli/'],
};

/** core holds words, not deeds: nothing that touches a disk, a socket or another process. */
const IO_MODULES =
  /^node:(fs|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|cluster|os)(\/|$)/;
const MAX_LINES = 300;

/** Everything wrong with one file, one line each, `path: what`; empty when the file keeps the rules. */
export function breaches(file: SourceFile): string[] {
  const found = [...importBreaches(file), ...processBreaches(file), ...shapeBreaches(file)];
  return found.map((what) => `${file.path}: ${what}`);
}

/** Module names in import, export-from, dynamic import, require and resolve, in order of appearance. */
export function importedModules(text: string): string[] {
  const pattern =
    /(?:^|[;}\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"\n]+)\1|(?:^|[;}\n])\s*import\s*(['"])([^'"\n]+)\3|\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*(['"`])([^'"`\n]+)\5/g;
  return [...withoutQuotedCode(withoutComments(text)).matchAll(pattern)].map(
    (hit) => (hit[2] ?? hit[4] ?? hit[6])!,
  );
}

function importBreaches(file: SourceFile): string[] {
  const area = areaOf(file.path);
  const found: string[] = [];
  for (const name of importedModules(file.text)) {
    if (name.startsWith('.')) {
      const target = resolveFrom(file.path, name);
      const targetArea = areaOf(target);
      const allowed = MAY_IMPORT[area];
      if (allowed && targetArea !== area && !allowed.includes(targetArea) && !isTesting(target)) {
        found.push(
          `imports ${targetArea} (${name}); ${area} may import ${allowed.join(', ') || 'nothing else'}`,
        );
      }
      continue;
    }
    if (isTesting(file.path) || isScript(file.path)) continue;
    const homes = HOMES[packageOf(name)];
    if (homes && !homes.some((home) => file.path.startsWith(home))) {
      found.push(`imports ${packageOf(name)}, whose home is ${homes.join(' or ')}`);
    }
    if (area === 'core' && IO_MODULES.test(name)) found.push(`imports ${name}; core does no I/O`);
  }
  return found;
}

function processBreaches(file: SourceFile): string[] {
  if (areaOf(file.path) === 'cli' || isTesting(file.path) || isScript(file.path)) return [];
  const code = withoutStrings(withoutComments(file.text));
  return ['process.env', 'process.exit', 'console.']
    .filter((word) => new RegExp(`(^|[^\\w.])${word.replace('.', '\\.')}`, 'm').test(code))
    .map((word) => `uses ${word}, which only cli may`);
}

function shapeBreaches({ text }: SourceFile): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
  const found: string[] = [];
  if (lines.length > MAX_LINES) found.push(`has ${lines.length} lines, more than ${MAX_LINES}`);
  if (!first?.startsWith('//') && !first?.startsWith('/*'))
    found.push('does not say in its first line what it is for');
  return found;
}

function areaOf(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function isTesting(path: string): boolean {
  return path.endsWith('.test.ts') || /(^|\/)testing\//.test(path);
}

/** Development scripts and root configuration: not part of the product. */
function isScript(path: string): boolean {
  return ['', 'bench', 'samples'].includes(areaOf(path));
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolveFrom(path: string, relative: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** A comment marker inside a string of the same line (`'https://…'`) is not a comment. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (hit) => (hit.startsWith('/') ? hit.replace(/[^\n]/g, ' ') : hit));
}

/** A string that itself holds quotes is text about code (as in tests of code), never a module name. */
function withoutQuotedCode(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(token, (hit) => (/['"`]/.test(hit.slice(1, -1)) ? "''" : hit));
}

/** Template literals stay: code inside `${}` counts. */
function withoutStrings(text: string): string {
  return text.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
}
