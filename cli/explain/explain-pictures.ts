// The pictures of an explanation: each page's scan against what is filed of it, and the cut-outs of its facts.
import { AppError } from '../../core/errors.ts';
import type { Fact, PageReading } from '../../core/model.ts';
import type { FileRow } from '../../core/ports.ts';
import type { MediaType } from '../../pipeline/intake/identify.ts';
import type { Bytes, FileFacts, Source } from '../../pipeline/intake/source.ts';
import type { ComparedPage } from '../../pipeline/pictures/compare-worker.ts';
import type { PageComparer } from '../../pipeline/pictures/page-comparer.ts';
import type { SmallPicture } from '../../pipeline/pictures/page-pictures.ts';
import type { Cli } from '../command.ts';
import { checkedBytes } from '../stored-copy.ts';
import type { Explanation } from './explanation.ts';

export interface ExplainedPage {
  readonly reading: PageReading;
  readonly compared: ComparedPage;
  /** The scan came signed and is filed as it is. */
  readonly asItCame: boolean;
  /** Bytes of the page's JPEG in the legal copy; null where it stands there in layers, or as it came. */
  readonly legalBytes: number | null;
}

export interface ExplainPictures {
  readonly pages: readonly ExplainedPage[];
  readonly crops: ReadonlyMap<Fact, SmallPicture>;
}

export interface PictureTools {
  /** Opens bytes as page pictures, away from this process. */
  open(facts: FileFacts, bytes: Bytes, signal?: AbortSignal): Promise<Source>;
  readonly comparer: PageComparer;
}

/** What a screen shows; long papers get less of it, so that the report stays one that opens. */
const resolutionFor = (pages: number): number => (pages <= 12 ? 100 : pages <= 40 ? 72 : 50);
const sizes = { page: 560, quality: 40, cropWidth: 640, cropHeight: 150 } as const;

/** Null where no picture is kept: only facts, or the scan's bytes are not intact. */
export async function explainPictures(
  cli: Cli,
  explanation: Explanation,
  tools: PictureTools,
): Promise<ExplainPictures | null> {
  const { files, pages } = explanation;
  const original = files.find((file) => file.role === 'original' && file.intact);
  const legal = files.find((file) => file.role === 'legal-copy' && file.intact);
  if (!pages || !original || !legal) return null;
  const [scan, copy] = await Promise.all([opened(original), opened(legal)]);
  try {
    return await pictures(cli, explanation, { scan, copy, comparer: tools.comparer });
  } finally {
    await Promise.all([scan.close(), copy.close()]);
  }

  /** Out of the store as it is read: what is encrypted there lies plain nowhere. */
  function opened({ role, sha256, size, mediaType, ...row }: FileRow): Promise<Source> {
    const facts = { file: role, sha256, size, mediaType: mediaType as MediaType };
    return tools.open(facts, () => checkedBytes(cli, { role, sha256, size, mediaType, ...row }), cli.signal);
  }
}

interface Opened {
  readonly scan: Source;
  readonly copy: Source;
  readonly comparer: PageComparer;
}

async function pictures(cli: Cli, explanation: Explanation, opened: Opened): Promise<ExplainPictures> {
  const { paper, facts, pages: readings } = explanation;
  const { scan, copy, comparer } = opened;
  const pages: ExplainedPage[] = [];
  const crops = new Map<Fact, SmallPicture>();
  for (const [index, reading] of (readings ?? []).entries()) {
    if (cli.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
    // A run with an identity card in it keeps of the original this paper's pages alone.
    const number = scan.sha256 === paper.originalSha256 ? reading.number : index + 1;
    const stored = await scan.page(number);
    const filed = paper.signedInput ? null : await copy.page(index + 1);
    const placed = facts.flatMap((fact) =>
      fact.page === reading.number && fact.box ? [{ fact, box: fact.box }] : [],
    );
    const compared = await comparer.compare(
      {
        scan: {
          bytes: stored.bytes,
          dpi: stored.dpi,
          mirrored: stored.mirrored,
          shownTurned: stored.rotation,
        },
        whole: stored.nativeText !== undefined,
        turn: { rotation: reading.rotation, skew: reading.skew },
        legal: filed?.bytes ?? null,
        boxes: placed.map(({ box }) => box),
        sizes,
        at: resolutionFor(readings?.length ?? 1),
      },
      reading.number,
      cli.signal,
    );
    for (const [at, { fact }] of placed.entries()) {
      const crop = compared.pictures.crops[at];
      if (crop) crops.set(fact, crop);
    }
    const legalBytes = filed?.verbatim ? filed.bytes.length : null;
    pages.push({ reading, compared, asItCame: filed === null, legalBytes });
  }
  return { pages, crops };
}
