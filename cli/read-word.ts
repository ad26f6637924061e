// Numbers and codes that may come from standard input, so that they do not stand in the shell's history.
import { createInterface } from 'node:readline/promises';
import { AppError } from '../core/errors.ts';
import type { Cli } from './command.ts';

/**
 * `word` itself; `-` or nothing reads the first line of standard input, asking for it on a terminal.
 * @throws AppError usage `cli.nothing-typed`.
 */
export async function readWord(
  cli: Pick<Cli, 'say'>,
  word: string | undefined,
  question: string,
): Promise<string> {
  const text = word === undefined || word === '-' ? await firstLine(cli, question) : word;
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '') throw new AppError('usage', 'cli.nothing-typed');
  return trimmed;
}

async function firstLine({ say }: Pick<Cli, 'say'>, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  if (process.stdin.isTTY) process.stderr.write(`${say(question)} `);
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}
