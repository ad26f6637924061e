// What every review command begins with: the ports, the paper meant, and who is at work.
import { AppError } from '../../core/errors.ts';
import type { PaperRow, Registry } from '../../core/ports.ts';
import type { ReviewPorts } from '../../pipeline/review/stored-paper.ts';
import { type Cli, type Given, type OptionSpec, textOf } from '../command.ts';
import { allPapers, findOwner, findPaper, registryToAsk } from '../find-paper.ts';

export const actorOption: OptionSpec = { flags: '--actor <NAME>', about: 'cli.opt.actor' };
export const waitingOptions: readonly OptionSpec[] = [
  { flags: '--owner <NUMBER>', about: 'cli.opt.owner-filter' },
  { flags: '--dossier <CODE>', about: 'cli.opt.dossier-filter' },
];

/** Evidence and events name who decided. @throws AppError usage `review.no-actor`. */
export function actorOf({ config }: Cli, given: Given): string {
  const name = (textOf(given, 'actor') ?? config.officer ?? '').normalize('NFC').trim();
  if (name === '') throw new AppError('usage', 'review.no-actor');
  return name;
}

/** Ports and paper; the paper is looked for first, so that a wrong folder makes nothing. */
export async function openPaper(
  cli: Cli,
  codeOrId: string,
): Promise<{ ports: ReviewPorts; paper: PaperRow }> {
  const paper = await findPaper(await registryToAsk(cli), codeOrId);
  return { ports: await cli.wiring.reviewPorts(), paper };
}

/** Papers a clerk must look at, oldest first. @throws AppError not-found `review.no-such-dossier`. */
export async function* waitingPapers(_cli: Cli, registry: Registry, given: Given): AsyncGenerator<PaperRow> {
  const [number, code] = [textOf(given, 'owner'), textOf(given, 'dossier')];
  const owner = number === undefined ? undefined : await findOwner(registry, number);
  const dossier = code === undefined ? undefined : await registry.dossierByCode(code);
  if (dossier === null) throw new AppError('not-found', 'review.no-such-dossier');
  if (owner === null) return;
  yield* allPapers(registry, {
    state: 'review',
    ...(owner ? { ownerId: owner.id } : {}),
    ...(dossier ? { dossierId: dossier.id } : {}),
  });
}
