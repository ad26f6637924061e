// A paper as it lies in the registry, with everything a review asks of it.
import { basename } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { sha256 } from '../../core/ids.ts';
import type { DossierInput, FileRole, OwnerRef, PageReading, Understanding } from '../../core/model.ts';
import type { FactVersion, FileRow, OwnerRow, PaperRow } from '../../core/ports.ts';
import type { Kind } from '../../lists/index.ts';
import type { MediaType } from '../intake/identify.ts';
import type { StoredScan } from '../intake/source.ts';
import type { DigitizePorts, DigitizeSettings } from '../paper.ts';

/** What a review needs of the world: no page is read and nothing is signed. */
export interface ReviewPorts
  extends Pick<DigitizePorts, 'registry' | 'objects' | 'lists' | 'clock' | 'deposit'> {
  readonly settings: Pick<DigitizeSettings, 'sure' | 'sureByType' | 'agency' | 'paperCodeTemplate'>;
}

export interface StoredPaper {
  readonly paper: PaperRow;
  /** Every version of every fact. */
  readonly history: readonly FactVersion[];
  readonly understanding: Understanding;
  readonly kind: Kind | undefined;
  readonly files: readonly FileRow[];
  readonly dossier: DossierInput | null;
  /** Whom the dossier and the paper are known to be about: names without a number are matched with them. */
  readonly people: readonly OwnerRef[];
}

/** Two reads of a registry that others change may differ: what is written is refused then (`expect` of a deposit). */
export async function storedPaper(
  ports: Pick<ReviewPorts, 'registry' | 'lists'>,
  paper: PaperRow,
): Promise<StoredPaper> {
  const { registry, lists } = ports;
  const [history, facts, files, held] = await Promise.all([
    registry.factVersions(paper.id),
    registry.facts(paper.id),
    registry.files(paper.id),
    registry.paperOwners(paper.id),
  ]);
  const row = paper.dossierId ? await registry.dossier(paper.dossierId) : null;
  const applicant = row?.applicantId ? await registry.owner(row.applicantId) : null;
  const applicants = applicant ? refsOf(applicant) : [];
  // A number that was read on the paper is the paper's to say, and may have been read wrong.
  const read = new Set(history.map(({ value }) => value));
  const notRead = ({ number }: OwnerRef) => !read.has(number);
  const kind = { code: paper.kind ?? '', confidence: paper.kindConfidence ?? 0, evidence: [] };
  return {
    paper,
    history,
    understanding: { kind, facts, problems: [] },
    kind: paper.kind === null ? undefined : lists.kind(paper.kind),
    files,
    dossier: row && {
      code: row.code,
      ...(row.received ? { received: row.received } : {}),
      ...(row.procedure ? { procedure: row.procedure } : {}),
      owners: applicants,
    },
    people: [...applicants, ...held.flatMap(({ owner }) => refsOf(owner)).filter(notRead)],
  };
}

const RANK = ['SDD', 'MST', 'CMND', 'passport'];

/** By the number that says most. */
function refsOf({ kind, name, birth, identifiers }: OwnerRow): OwnerRef[] {
  const [best] = identifiers.toSorted((one, other) => RANK.indexOf(one.scheme) - RANK.indexOf(other.scheme));
  if (!best) return [];
  return [{ kind, ...best, ...(name === null ? {} : { name }), ...(birth === null ? {} : { birth }) }];
}

/** Bytes of one of its files, null where none is kept. @throws AppError integrity `review.file-damaged`. */
export async function storedFile(
  ports: Pick<ReviewPorts, 'objects'>,
  stored: Pick<StoredPaper, 'files'>,
  role: FileRole,
): Promise<Buffer | null> {
  const row = stored.files.find((file) => file.role === role);
  if (!row) return null;
  const parts: Uint8Array[] = [];
  for await (const part of await ports.objects.get(row.key)) parts.push(part);
  const bytes = Buffer.concat(parts);
  if (sha256(bytes) !== row.sha256)
    throw new AppError('integrity', 'review.file-damaged', { params: { role } });
  return bytes;
}

/** Its pages as they were read; null for a paper whose words are not kept. */
export async function storedPages(
  ports: Pick<ReviewPorts, 'objects'>,
  stored: Pick<StoredPaper, 'files'>,
): Promise<PageReading[] | null> {
  const bytes = await storedFile(ports, stored, 'text');
  return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as PageReading[]);
}

/** The kept scan out of memory, as a source may be opened of it: what is encrypted in the store lies plain nowhere. */
export function scanIn({ paper, files }: StoredPaper, bytes: Buffer): StoredScan {
  const row = files.find(({ role }) => role === 'original');
  const mediaType = (row?.mediaType ?? 'application/pdf') as MediaType;
  const facts = { file: basename(paper.sourceName), size: bytes.length, sha256: sha256(bytes), mediaType };
  return {
    facts,
    bytes: async function* () {
      yield bytes;
    },
  };
}
