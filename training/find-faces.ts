// Fetches the packages of faces.ts into the work folder and says which files hold every Vietnamese letter.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { type Face, facePackages } from './faces.ts';

const vowels = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';
const needed = [...vowels, ...vowels.toUpperCase(), ...'0123456789.,:;/-()²'].map((c) => c.codePointAt(0)!);
// Weights between would be drawn for a regular face of another name.
const plainWeights = /_(400Regular|700Bold)(_Italic)?\.ttf$/;

/** Fetched once a work folder. Needs the npm and apt clients of the machine. */
export function fetchFaces(folder: string): readonly Face[] {
  if (!existsSync(join(folder, 'complete'))) fetchPackages(folder);
  return fontFiles(folder).flatMap((file) => faceOf(file) ?? []);
}

function fetchPackages(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  run('npm', 'pack', '--silent', ...facePackages.npm);
  run('apt-get', '-qq', '-o', 'APT::Sandbox::User=root', 'download', ...facePackages.debian);
  for (const name of readdirSync(folder)) {
    const into = join(folder, 'files', name);
    mkdirSync(into, { recursive: true });
    if (name.endsWith('.tgz')) run('tar', 'xzf', name, '-C', into);
    if (name.endsWith('.deb')) run('dpkg-deb', '-x', name, into);
  }
  mkdirSync(join(folder, 'complete'));
}

const fontFiles = (folder: string): string[] =>
  readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    .filter(
      (e) => e.isFile() && /\.ttf$/.test(e.name) && (plainWeights.test(e.name) || !/_\d00/.test(e.name)),
    )
    .map((e) => join(e.parentPath, e.name))
    .sort();

interface OpenFont {
  readonly familyName: string;
  readonly subfamilyName: string;
  hasGlyphForCodePoint(code: number): boolean;
}

function faceOf(file: string): Face | null {
  // The package's types lack these members, which it has.
  const font = fontkit.create(readFileSync(file)) as unknown as OpenFont;
  if (!needed.every((code) => font.hasGlyphForCodePoint(code))) return null;
  const style = font.subfamilyName;
  if (!/^(regular|bold|italic|bold italic|medium)$/i.test(style)) return null;
  return { file, family: font.familyName, bold: /bold/i.test(style), italic: /italic/i.test(style) };
}
