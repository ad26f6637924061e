// The gate asked of pages alone: what `check` does for a paper, and the runner for a file before anything is filed.
import type { DossierInput, GivenForm, PageReading } from '../../core/model.ts';
import type { Kind, Lists } from '../../lists/index.ts';
import { understand } from '../understand/index.ts';
import { markingsFor } from './find-marking.ts';
import { type GateResult, gateOf, mayBeKept } from './gate.ts';
import type { GateOverride } from './override.ts';

export interface GatedPages {
  readonly pages: readonly PageReading[];
  /** Relative to the folder given. */
  readonly source: string;
  readonly signed: boolean;
  readonly dossier: DossierInput | null;
  readonly override: GateOverride | null;
}

export interface GatedPaper {
  readonly kind: Kind | undefined;
  /** Of the kind. */
  readonly confidence: number;
  readonly gate: GateResult;
}

/** Kind as the gate sees it, and what the rules say. */
export function gateOfPages(of: GatedPages, lists: Lists): GatedPaper {
  const { pages, dossier } = of;
  const context = {
    ...(dossier ? { owners: dossier.owners } : {}),
    ...(dossier?.received ? { received: dossier.received } : {}),
  };
  const guess = understand(pages, lists, context).kind;
  const kind = lists.kind(guess.code);
  return { kind, confidence: guess.confidence, gate: gateOf({ ...of, kind, lists, form: givenForm(of) }) };
}

/** The clerk's word for this file; `scans/01.pdf` and `01.pdf` name it as well as the longer way to it. */
export function givenForm({ source, dossier }: Pick<GatedPages, 'source' | 'dossier'>): GivenForm | null {
  const said = dossier?.papers?.find(
    (paper) => source === paper.source || source.endsWith(`/${paper.source}`),
  );
  return said?.form ?? null;
}

/** Whether a page alone already says that nothing of its paper may be kept: asked as each page is read. */
export function stopsAtPage(lists: Lists, override: GateOverride | null): (page: PageReading) => boolean {
  const rules = lists.gate.rules.filter(
    (rule) =>
      rule.when.markings && !(override?.rule === rule.code && rule.overridableBy.includes(override.role)),
  );
  return (page) => rules.some(({ when }) => markingsFor(when, page).length > 0);
}

/** Whether one of these papers may not be kept as it is: then the file as a whole may not be either. */
export const holdsUnkept = (papers: readonly GatedPages[], lists: Lists): boolean =>
  papers.some((paper) => !mayBeKept(gateOfPages(paper, lists).gate));
