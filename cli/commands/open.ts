// sohoa open: writes a paper's legal copy where the clerk wants it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { findPaper, registryToAsk } from '../find-paper.ts';
import { readWord } from '../read-word.ts';
import { checkedBytes, legalCopyFile } from '../stored-copy.ts';
import { writeNewFile } from '../write-new-file.ts';

export const open: CommandSpec = {
  name: 'open',
  arguments: [{ flags: '[CODE|ID]', about: 'cli.arg.paper' }],
  options: [
    { flags: '-o, --output <FILE>', about: 'cli.opt.output-copy' },
    { flags: '--force', about: 'cli.opt.force' },
  ],
  async run(cli, given) {
    const registry = await registryToAsk(cli);
    const paper = await findPaper(registry, await readWord(cli, given.words[0], 'cli.ask.paper'));
    const file = await legalCopyFile(cli, paper);
    if (!file) throw new AppError('not-found', 'cli.no-legal-copy');
    const output = textOf(given, 'output');
    if (output === '-') {
      for await (const part of checkedBytes(cli, file)) await cli.screen.write(part);
      return EXIT.done;
    }
    const name = fileNameOf(paper.code ?? paper.id);
    const path = output === undefined ? name : (await isFolder(output)) ? join(output, name) : output;
    await writeNewFile(path, checkedBytes(cli, file), isSet(given, 'force'));
    cli.screen.print(path);
    return EXIT.done;
  },
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

/** Bytes most file systems take, the ending aside. */
const LONGEST = 200;

/** A paper's code as a file name that every system takes: no separators, no signs Windows refuses, no hidden file. */
export function fileNameOf(code: string): string {
  const safe = code
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold them
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  let name = safe || 'giay-to';
  while (Buffer.byteLength(name) > LONGEST) name = [...name].slice(0, -1).join('');
  return `${name}.pdf`;
}
