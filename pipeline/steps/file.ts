// Everything of the paper goes to the registry and the object store in one deposit, with its code.
import { canonicalJson } from '../../core/canonical-json.ts';
import { sha256 } from '../../core/ids.ts';
import type { EventKind, FileRole } from '../../core/model.ts';
import type { DepositFile, DepositRequest } from '../../core/ports-deposit.ts';
import { dossierPart } from '../filing/dossier-part.ts';
import { evidenceChain } from '../filing/evidence.ts';
import { factColumns } from '../filing/fact-columns.ts';
import { keptOriginal } from '../filing/own-pages.ts';
import { ownersFor } from '../filing/owners-for.ts';
import { codeOf } from '../filing/paper-code-of.ts';
import type { PaperStep, PaperWork, StepContext } from '../paper.ts';
import { factsOnly } from './check.ts';

export const file: PaperStep = {
  name: 'file',
  version: 1,
  async run(work, context) {
    const filed = await context.ports.deposit(await depositOf(work, context));
    return { ...work, filed };
  },
};

async function depositOf(work: PaperWork, context: StepContext): Promise<DepositRequest> {
  const { ports } = context;
  const facts = work.understanding?.facts ?? [];
  const owners = ownersFor(work, ports.lists);
  return {
    paper: rowOf(work, context),
    code: work.state === 'filed' ? codeOf(work, owners, ports.settings) : null,
    owners: owners.map(({ role, lead, ...ref }) => ({ ref, role, lead })),
    dossier: work.dossier ? { ...work.dossier, ...dossierPart(work, ports.lists) } : null,
    facts,
    files: await filesOf(work),
    events: eventsOf(work, context),
    // The words of a paper whose picture is not kept are not kept either.
    text: factsOnly(work) ? '' : textOf(work),
    ...(work.replaces ? { replaces: work.replaces } : {}),
  };
}

function rowOf(work: PaperWork, { ports }: StepContext): DepositRequest['paper'] {
  const { original, understanding, id } = work;
  return {
    id,
    ...factColumns(understanding ?? null, ports.lists),
    legalStatus: 'effective',
    approval: 'pending',
    approvedBy: null,
    approvedAt: null,
    source: original.signed ? 'signed-input' : 'counter',
    state: work.state ?? 'review',
    originalSha256: original.sha256,
    sourceName: original.source,
    pages: work.pages.map((p) => p.number),
    legalCopySha256: work.legalCopy ? sha256(work.legalCopy) : null,
    signatures: work.signatures ?? 0,
    signedInput: original.signed,
    problems: [...work.problems],
    received: work.dossier?.received ?? work.started.slice(0, 10),
  };
}

async function filesOf(work: PaperWork): Promise<DepositFile[]> {
  const json = (role: FileRole, value: unknown): DepositFile => ({
    role,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(canonicalJson(value)),
  });
  const evidence: DepositFile = {
    role: 'evidence',
    mediaType: 'application/jsonl',
    bytes: new TextEncoder().encode(evidenceChain(work.evidence)),
  };
  const facts = json('facts', work.understanding ?? null);
  if (factsOnly(work)) return [facts, evidence];
  const files: DepositFile[] = [await keptOriginal(work), json('text', work.pages), facts, evidence];
  if (work.legalCopy) files.push({ role: 'legal-copy', mediaType: 'application/pdf', bytes: work.legalCopy });
  return files;
}

/** What a search finds; titles, facts and codes are found without being in it. */
export const textOf = (work: Pick<PaperWork, 'pages'>): string =>
  work.pages.map((p) => p.text.lines.map((l) => l.words.map((w) => w.text).join(' ')).join('\n')).join('\n');

function eventsOf(work: PaperWork, { ports, officer }: StepContext): DepositRequest['events'] {
  const procedure = work.dossier?.procedure
    ? ports.lists.procedureInForce(work.dossier.procedure, work.dossier.received ?? work.started.slice(0, 10))
    : undefined;
  const at = ports.clock.now().toISOString();
  const event = (kind: EventKind, when: string) => ({
    kind,
    at: when,
    actor: officer,
    ...(procedure ? { area: procedure.field } : {}),
  });
  const events = [event('received', work.started), event('scanned', work.started), event('checked', at)];
  if (work.legalCopy && !work.original.signed && (work.signatures ?? 0) > 0) events.push(event('sealed', at));
  for (const { overridden } of work.gate?.verdicts ?? [])
    if (overridden) events.push(event('gate-overridden', at));
  if (work.state === 'filed') events.push(event('filed', at));
  return events;
}
