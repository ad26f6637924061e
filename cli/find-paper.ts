// Finds what the user means: a paper by code or identifier, an owner by number.
import { AppError } from '../core/errors.ts';
import { schemeOf } from '../core/identifiers.ts';
import { isUlid } from '../core/ids.ts';
import type { OwnerRow, PaperRow, Registry } from '../core/ports.ts';
import type { Cli } from './command.ts';

/** The registry to be asked; where nothing is stored yet the user is told, and the answers are empty. */
export function registryToAsk({ wiring, screen, say }: Cli): Promise<Registry> {
  if (wiring.empty) screen.tell(say('cli.no-data', { folder: wiring.layout.folder }));
  return wiring.registry();
}

/** @throws AppError not-found `warehouse.paper-unknown`. */
export async function findPaper(registry: Registry, codeOrId: string): Promise<PaperRow> {
  const id = codeOrId.toUpperCase();
  const paper = (isUlid(id) ? await registry.paper(id) : null) ?? (await registry.paperByCode(codeOrId));
  if (!paper) throw new AppError('not-found', 'warehouse.paper-unknown');
  return paper;
}

/** Null where nobody has this number. @throws AppError usage `cli.owner-number` for what is no number at all. */
export async function findOwner(registry: Registry, text: string): Promise<OwnerRow | null> {
  const number = text.replace(/[\s.]/g, '').toUpperCase();
  if (schemeOf(number) === null) throw new AppError('usage', 'cli.owner-number');
  return registry.ownerByIdentifier(null, number);
}

/** @throws AppError not-found `cli.owner-unknown`. */
export async function requireOwner(registry: Registry, text: string): Promise<OwnerRow> {
  const owner = await findOwner(registry, text);
  if (!owner) throw new AppError('not-found', 'cli.owner-unknown');
  return owner;
}

/** A paper's owners' numbers, the lead first; an owner's first number is his best (SDD before CMND). */
export async function ownerNumbers(registry: Registry, paperId: string): Promise<string[]> {
  const owners = await registry.paperOwners(paperId);
  const ordered = owners.toSorted((one, other) => Number(other.lead) - Number(one.lead));
  return ordered.flatMap(({ owner }) => numberOf(owner) ?? []);
}

const RANK = ['SDD', 'MST', 'CMND', 'passport'];

export const numberOf = (owner: OwnerRow): string | undefined =>
  owner.identifiers.toSorted((one, other) => RANK.indexOf(one.scheme) - RANK.indexOf(other.scheme))[0]
    ?.number;

/** All rows of a filter, page by page. */
export async function* allPapers(
  registry: Registry,
  filter: Parameters<Registry['papers']>[0],
): AsyncGenerator<PaperRow> {
  let after: string | undefined;
  for (;;) {
    const rows = await registry.papers({ ...filter, ...(after ? { after } : {}) });
    yield* rows;
    after = rows.at(-1)?.id;
    if (after === undefined) return;
  }
}
