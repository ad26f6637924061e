// Tests of the help: complete in both languages, Vietnamese by default.
import { expect, test } from 'vitest';
import { hasMessage, type Language, message, messageEntry, messageKeys } from '../core/messages/index.ts';
import type { CommandSpec } from './command.ts';
import { commands } from './commands/index.ts';
import { buildProgram, globalOptions } from './program.ts';
import { languageOf } from './surroundings.ts';
import { sohoa } from './testing/run-cli.ts';

const all = commands.flatMap(function below(spec): CommandSpec[] {
  return [spec, ...(spec.commands ?? []).flatMap(below)];
});

async function helpOf(lang: Language, words: readonly string[]): Promise<string> {
  let text = '';
  const program = buildProgram({
    commands,
    lang,
    version: '0',
    out: (part) => {
      text += part;
    },
    err: () => undefined,
    run: async () => undefined,
  });
  await expect(program.parseAsync([...words, '--help'], { from: 'user' })).rejects.toThrow();
  return text;
}

test.each(all.map((spec) => spec.name))('%s is described with examples in both languages', async (name) => {
  const key = `cli.${name.replaceAll(' ', '.')}`;
  for (const lang of ['vi', 'en'] as const) {
    const text = await helpOf(lang, name.split(' '));
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain(message(lang, key));
    expect(text).toContain(message(lang, `${key}.examples`).split('\n')[0]);
    expect(text).toContain(`sohoa ${name}`);
    expect(text).not.toMatch(/\bcli\.[a-z]/);
  }
  const vietnamese = await helpOf('vi', name.split(' '));
  expect(vietnamese).not.toMatch(/Usage|Options|Arguments|Commands|default:|\boptions\b/);
});

test('every text of a command is in the catalogue', () => {
  const keys = [
    ...globalOptions.map(({ about }) => about),
    ...all.flatMap((spec) => [...spec.options, ...spec.arguments].map(({ about }) => about)),
  ];
  expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
});

test('both languages of a text have the same placeholders', () => {
  const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  const differing = messageKeys()
    .filter((key) => key.startsWith('cli.'))
    .filter((key) => {
      const [vi, en] = messageEntry(key) ?? ['', '{'];
      return placeholders(vi).join() !== placeholders(en).join() || vi === '' || en === '';
    });
  expect(differing).toEqual([]);
});

test('the program speaks Vietnamese, and English when told to', async () => {
  const [vietnamese, english, byEnvironment] = await Promise.all([
    sohoa(['--help'], { environment: { LANG: 'en_US.UTF-8' } }),
    sohoa(['--help', '--lang', 'en']),
    sohoa(['reuse', '--help'], { environment: { SOHOA_LANG: 'en' } }),
  ]);
  expect(vietnamese.stdout).toMatch(/^Cách dùng: sohoa/);
  expect(vietnamese.stdout).toContain('Các lệnh:');
  expect(english.stdout).toMatch(/^Usage: sohoa/);
  expect(english.stdout).toContain('Commands:');
  expect(byEnvironment.stdout).toContain('need not be handed in again');
  expect([vietnamese.code, english.code, byEnvironment.code]).toEqual([0, 0, 0]);
});

test.each([
  [[], {}, 'vi'],
  [[], { LANG: 'en_US.UTF-8' }, 'vi'],
  [['--lang', 'en'], {}, 'en'],
  [['papers', '--lang=en'], { SOHOA_LANG: 'vi' }, 'en'],
  [['--lang', 'vi'], { SOHOA_LANG: 'en' }, 'vi'],
  [['--', '--lang', 'en'], {}, 'vi'],
  [[], { SOHOA_LANG: 'auto', LANG: 'en_US.UTF-8' }, 'en'],
  [[], { SOHOA_LANG: 'auto', LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN.UTF-8' }, 'vi'],
  [['--lang', 'auto'], {}, 'vi'],
] as const)('language of %j in %j is %s', (argv, environment, lang) => {
  expect(languageOf(argv, environment)).toBe(lang);
});
