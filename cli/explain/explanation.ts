// Everything that explains one stored paper, without its pictures: facts with their history and reading, kind, term,
// owners, code, chain, signatures.
import type { Fact, PageReading, Understanding } from '../../core/model.ts';
import type { EventRow, FactVersion, FileRow, OwnerRow, PaperRow } from '../../core/ports.ts';
import type { Kind } from '../../lists/index.ts';
import { brokenLine, type EvidenceLine } from '../../pipeline/filing/evidence.ts';
import type { SignatureReport } from '../../signing/verify.ts';
import { collect } from '../collect.ts';
import type { Cli } from '../command.ts';
import { checkedBytes } from '../stored-copy.ts';

export interface Explanation {
  readonly paper: PaperRow;
  readonly kind: Kind | null;
  /** Why the machine says it is this kind; null where a clerk chose another, or nothing of the machine is stored. */
  readonly kindEvidence: readonly string[] | null;
  readonly kindChosen: boolean;
  readonly dossier: string | null;
  readonly facts: readonly Fact[];
  /** Every version of each fact, by key, oldest first. */
  readonly versions: readonly FactVersion[];
  readonly owners: readonly (OwnerRow & { readonly role: string; readonly lead: boolean })[];
  /** As the pages were read; null where only facts are kept. */
  readonly pages: readonly PageReading[] | null;
  readonly chain: Chain | null;
  readonly signatures: readonly SignatureReport[];
  readonly files: readonly CheckedFile[];
  readonly events: readonly EventRow[];
}

export interface Chain {
  readonly lines: readonly (EvidenceLine & { readonly previous: string })[];
  /** First line that does not follow from the one before, counted from 1; null: the chain holds. */
  readonly broken: number | null;
}

/** `intact`: the stored bytes have the hash that the registry names. */
export type CheckedFile = FileRow & { readonly intact: boolean };

export async function explanationOf(cli: Cli, paper: PaperRow): Promise<Explanation> {
  const registry = await cli.wiring.registry();
  const lists = cli.wiring.lists();
  const [facts, versions, owners, rows, events, dossier] = await Promise.all([
    registry.facts(paper.id),
    registry.factVersions(paper.id),
    registry.paperOwners(paper.id),
    registry.files(paper.id),
    registry.events({ paperId: paper.id }),
    paper.dossierId ? registry.dossier(paper.dossierId) : null,
  ]);
  const files: CheckedFile[] = [];
  const bytes = new Map<FileRow['role'], Uint8Array>();
  for (const row of rows) {
    const content = await contentOf(cli, row);
    files.push({ ...row, intact: content !== null });
    // The original may be large: it is read again where its pictures are wanted.
    if (content && row.role !== 'original') bytes.set(row.role, content);
  }
  const machine = jsonOf<Understanding>(bytes.get('facts'))?.kind;
  return {
    paper,
    kind: (paper.kind === null ? undefined : lists.kind(paper.kind)) ?? null,
    kindEvidence: machine && machine.code === paper.kind ? machine.evidence : null,
    kindChosen: machine !== undefined && paper.kind !== null && machine.code !== paper.kind,
    dossier: dossier?.code ?? null,
    facts: inOrder(facts, (paper.kind === null ? undefined : lists.kind(paper.kind)) ?? null),
    versions,
    owners: owners.map(({ owner, role, lead }) => ({ role, lead, ...owner })),
    pages: jsonOf<PageReading[]>(bytes.get('text')),
    chain: chainOf(bytes.get('evidence')),
    signatures: await signaturesOf(cli, paper, bytes.get('legal-copy')),
    files,
    events,
  };
}

/** Null where the bytes are not there or not what was filed: the explanation goes on and says so. */
async function contentOf(cli: Cli, row: FileRow): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(Buffer.concat(await collect(checkedBytes(cli, row))));
  } catch (error) {
    cli.log.warn('file not intact', { role: row.role, error: (error as Error).name });
    return null;
  }
}

function jsonOf<Content>(bytes: Uint8Array | undefined): Content | null {
  return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as Content | null) : null;
}

function chainOf(bytes: Uint8Array | undefined): Chain | null {
  if (!bytes) return null;
  const text = Buffer.from(bytes).toString('utf8');
  const broken = brokenLine(text);
  const whole = text.split('\n').slice(0, broken === null ? -1 : broken - 1);
  return { lines: whole.map((line) => JSON.parse(line) as Chain['lines'][number]), broken };
}

/** As the list of the kind has them; further owners and what the list does not know come behind. */
function inOrder(facts: readonly Fact[], kind: Kind | null): Fact[] {
  const place = (key: string): number => {
    const at = kind?.fields.findIndex((field) => field.key === key) ?? -1;
    return at < 0 ? 1000 : at;
  };
  return facts.toSorted((one, other) => place(one.key) - place(other.key) || (one.key < other.key ? -1 : 1));
}

async function signaturesOf(
  cli: Cli,
  paper: PaperRow,
  pdf: Uint8Array | undefined,
): Promise<readonly SignatureReport[]> {
  if (!pdf || paper.signatures === 0) return [];
  const [{ verifyPdf }, trust] = await Promise.all([
    import('../../signing/verify.ts'),
    cli.wiring.ownAuthority(),
  ]);
  return (await verifyPdf(pdf, { trust, now: cli.clock.now() })).signatures;
}
