// sohoa separators: sheets to lay between papers before a run through the feeder (contract 3).
import { type CommandSpec, isSet, listOf, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { wholeNumber } from '../whole-number.ts';
import { writeNewFile } from '../write-new-file.ts';

const SHEETS = 10;
const MOST = 1000;

export const separators: CommandSpec = {
  name: 'separators',
  arguments: [],
  options: [
    { flags: '-n, --number <N>', about: 'cli.opt.sheets' },
    { flags: '--dossier <CODE>', about: 'cli.opt.dossier-sheet', repeatable: true },
    { flags: '-o, --output <FILE>', about: 'cli.opt.output-pdf', required: true },
    { flags: '--force', about: 'cli.opt.force' },
  ],
  async run(cli, given) {
    const dossierCodes = listOf(given, 'dossier');
    const from = dossierCodes.length > 0 ? 0 : 1;
    const number = wholeNumber(textOf(given, 'number'), { option: '-n', from, to: MOST });
    const count = number ?? (dossierCodes.length > 0 ? 0 : SHEETS);
    const { separatorSheets } = await import('../../pipeline/compose/separator-sheets.ts');
    const output = textOf(given, 'output') ?? '';
    await writeNewFile(output, await separatorSheets({ count, dossierCodes }), isSet(given, 'force'));
    cli.screen.print(output);
    cli.screen.tell(cli.say('cli.separators.written', { count, dossiers: dossierCodes.length }));
    return EXIT.done;
  },
};
