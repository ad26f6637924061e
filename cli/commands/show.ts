// sohoa show: everything that is known of one paper.
import type { PaperRow } from '../../core/ports.ts';
import { type Cli, type CommandSpec, isSet } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { findPaper, registryToAsk } from '../find-paper.ts';
import { type PaperDetails, showLines } from '../print/paper-details.ts';
import { readWord } from '../read-word.ts';
import { legalCopyBytes } from '../stored-copy.ts';

export const show: CommandSpec = {
  name: 'show',
  arguments: [{ flags: '[CODE|ID]', about: 'cli.arg.paper' }],
  options: [{ flags: '--json', about: 'cli.opt.json' }],
  async run(cli, given) {
    const registry = await registryToAsk(cli);
    const paper = await findPaper(registry, await readWord(cli, given.words[0], 'cli.ask.paper'));
    const details = await detailsOf(cli, paper);
    if (isSet(given, 'json')) cli.screen.print(JSON.stringify(details, null, 2));
    else for (const line of showLines(cli, details)) cli.screen.print(line);
    return EXIT.done;
  },
};

async function detailsOf(cli: Cli, paper: PaperRow): Promise<PaperDetails> {
  const registry = await cli.wiring.registry();
  const objects = await cli.wiring.objects();
  const [facts, owners, files, events, dossier] = await Promise.all([
    registry.facts(paper.id),
    registry.paperOwners(paper.id),
    registry.files(paper.id),
    registry.events({ paperId: paper.id }),
    paper.dossierId ? registry.dossier(paper.dossierId) : null,
  ]);
  const places = await Promise.all(
    files.map(async ({ paperId: _, ...file }) => ({ ...file, path: await objects.localPath(file.key) })),
  );
  return {
    paper,
    dossier: dossier?.code ?? null,
    owners: owners.map(({ owner, role, lead }) => ({ role, lead, ...owner })),
    facts,
    files: places,
    signatures: await signaturesOf(cli, paper),
    events,
  };
}

/** Judged against the authority of this data folder's own keys; others are verified with `sohoa verify --trust`. */
async function signaturesOf(cli: Cli, paper: PaperRow): Promise<PaperDetails['signatures']> {
  const pdf = await legalCopyBytes(cli, paper);
  if (pdf === null || paper.signatures === 0) return [];
  const [{ verifyPdf }, trust] = await Promise.all([
    import('../../signing/verify.ts'),
    cli.wiring.ownAuthority(),
  ]);
  const report = await verifyPdf(pdf, { trust, now: cli.clock.now() });
  return report.signatures;
}
