// sohoa review show: the doubts of one paper, each with what was read, why, and its place on the page as a picture.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Crops, openCrops } from '../../pipeline/review/crops.ts';
import { type Doubt, doubtsOf, notesOf } from '../../pipeline/review/doubts.ts';
import { type StoredPaper, storedPaper } from '../../pipeline/review/stored-paper.ts';
import { type Cli, type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { kindName, stateWord } from '../print/words.ts';
import { readWord } from '../read-word.ts';
import { doubtLines, fieldWord, percentWord, reasonWords, reviewJson, valueWord } from './doubt-words.ts';
import { openPaper } from './open-review.ts';
import { graphicsOf, pictureSequence } from './terminal-picture.ts';

/** Pixels of a picture in the terminal, and in a file. */
export const shownSize = { width: 720, height: 160 };
/** A whole page, where nothing says which place. */
const pageSize = { width: 900, height: 1100 };
const fileSize = { width: 1600, height: 1200 };

export const show: CommandSpec = {
  name: 'review show',
  arguments: [{ flags: '[CODE|ID]', about: 'cli.arg.paper' }],
  options: [
    { flags: '--crops <DIR>', about: 'cli.opt.crops' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const { ports, paper } = await openPaper(cli, await readWord(cli, given.words[0], 'cli.ask.paper'));
    const stored = await storedPaper(ports, paper);
    const folder = textOf(given, 'crops');
    const crops = openCrops(ports, stored);
    try {
      const doubts = doubtsOf(stored, ports.settings);
      const files = folder === undefined ? [] : await writeCrops(crops, doubts, folder);
      if (isSet(given, 'json')) {
        cli.screen.print(JSON.stringify(toJson(cli, stored, { ...reviewJson(cli, ports, stored), files })));
        return EXIT.done;
      }
      tellPaper(cli, stored);
      for (const [index, doubt] of doubts.entries()) {
        for (const line of doubtLines(cli, doubt, stored.kind)) cli.screen.print(line);
        if (files[index]) cli.screen.print(`  ${files[index]}`);
        else
          await showCrop(crops, doubt, (text) => cli.screen.write(Buffer.from(text)), process.stdout.isTTY);
      }
      return EXIT.done;
    } finally {
      await crops.close();
    }
  },
};

/** Shows the place of a doubt where the terminal can; true where it did. */
export async function showCrop(
  crops: Crops,
  { page = crops.first, box }: Doubt,
  write: (text: string) => unknown,
  terminal: boolean,
): Promise<boolean> {
  const graphics = terminal ? graphicsOf(process.env) : null;
  if (graphics === null) return false;
  const size = box ? shownSize : pageSize;
  const picture = await crops.crop(page, box, size);
  if (!picture) return false;
  await write(pictureSequence(graphics, picture));
  return true;
}

/** One PNG a doubt whose page is kept, by field; null for the others. */
async function writeCrops(
  crops: Crops,
  doubts: readonly Doubt[],
  folder: string,
): Promise<(string | null)[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: (string | null)[] = [];
  for (const { field, page = crops.first, box } of doubts) {
    const name = box ? (field?.replace('#', '-') ?? 'loai-giay-to') : `trang-${page}`;
    const file = resolve(join(folder, `${name}.png`));
    const known = files.includes(file);
    const picture = known ? null : await crops.crop(page, box, fileSize);
    if (picture) await writeFile(file, picture.png, { mode: 0o600 });
    files.push(known || picture ? file : null);
  }
  return files;
}

function tellPaper(cli: Cli, stored: StoredPaper): void {
  const { screen, say, lang, wiring } = cli;
  const { paper, kind, understanding } = stored;
  const sure = paper.kindConfidence === null ? '' : ` (${percentWord(paper.kindConfidence)})`;
  screen.print(
    `${screen.paint('bold', kindName(wiring.lists(), paper.kind))}${sure} · ${stateWord(cli, paper.state)}`,
  );
  screen.print(
    `${paper.code ?? paper.id} · ${paper.sourceName} ${say('cli.pages', { pages: paper.pages.join(', ') })}`,
  );
  for (const { key, value } of understanding.facts) {
    const type = kind?.fields.find((field) => field.key === key)?.type ?? 'text';
    screen.print(`  ${fieldWord(lang, key, kind)}: ${valueWord(cli, { type, value })}`);
  }
  for (const note of reasonWords(lang, notesOf(stored))) screen.print(screen.paint('yellow', note));
  screen.print('');
}

function toJson(
  { wiring }: Cli,
  { paper, understanding, dossier }: StoredPaper,
  { doubts, notes, files }: ReturnType<typeof reviewJson> & { files: readonly (string | null)[] },
): unknown {
  const { id, code, kind, kindConfidence, state, received, sourceName, pages, legalCopySha256, approval } =
    paper;
  return {
    ...{
      id,
      code,
      kind,
      kindName: kindName(wiring.lists(), kind),
      kindConfidence,
      state,
      approval,
      received,
    },
    ...{ dossier: dossier?.code ?? null, source: sourceName, pages, sealed: legalCopySha256 !== null },
    doubts: doubts.map((doubt, index) => ({ ...doubt, crop: files[index] ?? null })),
    notes,
    facts: understanding.facts,
  };
}
