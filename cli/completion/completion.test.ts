// Tests of the completion scripts: bash is run, zsh and fish are checked by their own shells where installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sohoa } from '../testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-completion-'));
mkdirSync(join(folder, 'scans'));
writeFileSync(join(folder, 'scan 1.pdf'), '');
const script = (shell: string): string => join(folder, `sohoa.${shell}`);

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout } = await sohoa(['completion', shell]);
    expect(code).toBe(0);
    writeFileSync(script(shell), stdout);
  }
});

/** What bash offers when Tab is pressed behind these words, the last one being typed. */
function offered(...words: string[]): string[] {
  const program = `source "$0"; COMP_WORDS=(sohoa "$@"); COMP_CWORD=$#; compopt() { :; }; _sohoa; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const answer = execFileSync('bash', ['-c', program, script('bash'), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return answer.split('\n').filter((line) => line !== '');
}

describe('bash', () => {
  test.each([
    [['di'], ['digitize']],
    [['s'], ['search', 'separators', 'show', 'sweep']],
    [['--data', 'x', 'lo'], ['lookup']],
    [
      ['keys', ''],
      ['init', 'show', 'new-kek', 'list', 'rotate', 'encrypt'],
    ],
    [['keys', 'init', '--off'], ['--officer']],
    [['digitize', '--oc'], ['--ocr']],
    [
      ['digitize', '--ocr', ''],
      ['auto', 'wasm', 'native'],
    ],
    [['papers', '--status', 'fi'], ['filed']],
    [['papers', '--da'], ['--data']],
    [['papers', '--owner', ''], []],
    [
      ['digitize', 'sc'],
      ['scan 1.pdf', 'scans'],
    ],
    [['digitize', '--out', 'sc'], ['scans']],
    [['completion', 'f'], ['fish']],
    [
      ['--lang', ''],
      ['vi', 'en', 'auto'],
    ],
  ])('%j gives %j', (words, answers) => {
    expect(offered(...words).sort()).toEqual([...answers].sort());
  });

  test('every command of the help is offered', async () => {
    const { stdout } = await sohoa(['--help', '--lang', 'en']);
    const commands = stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)\b/gm);
    const named = [...commands]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'help' && name !== 'sohoa');
    expect(named.length).toBeGreaterThan(10);
    expect(offered('')).toEqual(expect.arrayContaining(named));
  });
});

describe.each(['zsh', 'fish'])('%s', (shell) => {
  const have = spawnSync(shell, ['--version']).status === 0;

  test('names every command and the options of digitize', async () => {
    const { stdout } = await sohoa(['completion', shell]);
    for (const word of ['digitize', 'lookup', 'separators', 'ocr', 'wasm', 'Số hóa tệp quét'])
      expect(stdout).toContain(word);
  });

  // A shell that is not installed cannot check its script; where it is, it does.
  test(`is a script ${shell} can read${have ? '' : ` (${shell} is not installed: quotes are counted instead)`}`, async () => {
    if (have) {
      expect(spawnSync(shell, ['-n', script(shell)], { encoding: 'utf8' }).stderr).toBe('');
      return;
    }
    const { stdout } = await sohoa(['completion', shell]);
    const odd = stdout
      .split('\n')
      .filter((line) => (line.replaceAll(/\\'/g, '').match(/'/g)?.length ?? 0) % 2 === 1);
    expect(odd.filter((line) => !line.startsWith('#'))).toEqual([]);
  });
});
