// sohoa verify: are the signatures of this PDF good (contract 4).
import { readFile } from 'node:fs/promises';
import { AppError } from '../../core/errors.ts';
import type { VerifyReport } from '../../signing/verify.ts';
import { type Cli, type CommandSpec, isSet, listOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { verifyLines } from '../print/signatures.ts';

export const verify: CommandSpec = {
  name: 'verify',
  arguments: [{ flags: '<FILE>', about: 'cli.arg.pdf' }],
  options: [
    { flags: '--json', about: 'cli.opt.json' },
    { flags: '--trust <FILE>', about: 'cli.opt.trust', repeatable: true },
  ],
  async run(cli, given) {
    const [file = ''] = given.words;
    const report = await judge(cli, file, listOf(given, 'trust'));
    if (isSet(given, 'json')) cli.screen.print(JSON.stringify(report));
    else for (const line of verifyLines(cli, file, report)) cli.screen.print(line);
    return report.valid ? EXIT.done : EXIT.failed;
  },
};

/** A file that cannot be read gets a report too; only trust anchors that are none are the user's error. */
async function judge({ clock }: Cli, file: string, anchors: readonly string[]): Promise<VerifyReport> {
  const { readAnchors, verifyPdf } = await import('../../signing/verify.ts');
  const trust = await Promise.all(anchors.map(readAnchor));
  trust.forEach(readAnchors);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return { valid: false, signatures: [], problems: ['unreadable'] };
  return verifyPdf(new Uint8Array(bytes), { trust, now: clock.now() });
}

const readAnchor = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', 'cli.no-such-file', { params: { file }, cause });
  });
