// What a citizen need not hand in again: each component of a procedure against the papers of the owner's Kho.
import type { IsoDate, Ulid } from '../core/model.ts';
import type { PaperRow, Registry } from '../core/ports.ts';
import type { Kind, Procedure, ProcedureComponent } from '../lists/index.ts';
import { standingOn } from './validity.ts';

/**
 * `in-kho`: the paper is here and valid, do not ask for it; `unclear`: it is here, but its last day is not known, so a
 * clerk looks; `expired`: the one here has run out; `only-shown`: to be shown and given back; `national-db`: first to
 * be looked up in a national base; `missing`: to be handed in.
 */
export type ReuseState = 'in-kho' | 'unclear' | 'expired' | 'only-shown' | 'national-db' | 'missing';

export interface ReuseComponent {
  /** Key of the component in the procedure. */
  readonly component: string;
  readonly state: ReuseState;
  readonly required: boolean;
  /** When it is needed or falls away: text for the clerk, as the list has it. */
  readonly condition: string | null;
  readonly form: ProcedureComponent['form'];
  /** Kinds that satisfy it, by code and name. */
  readonly kinds: readonly { readonly code: string; readonly name: string }[];
  /** The paper found, with `in-kho`, `unclear` and `expired`. */
  readonly paper: PaperRow | null;
  /** Last day of that paper, also where it is past; null where perpetual or not known. */
  readonly validTo: IsoDate | null;
  readonly perpetual: boolean;
}

export interface ReuseAnswer {
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly ownerId: Ulid;
  readonly on: IsoDate;
  /** In the order of the procedure. */
  readonly components: readonly ReuseComponent[];
}

type KindFacts = Pick<Kind, 'code' | 'name' | 'kind' | 'digitise'>;
type ProcedureFacts = Pick<Procedure, 'code' | 'version' | 'components'>;

export interface ReuseQuestion {
  readonly registry: Pick<Registry, 'papers'>;
  /** The version in force on the day of reception. */
  readonly procedure: ProcedureFacts;
  readonly kinds: readonly KindFacts[];
  readonly ownerId: Ulid;
  /** Day on which the papers must be valid, `YYYY-MM-DD`. */
  readonly on: IsoDate;
}

/** Looks at every filed paper of the owner. */
export async function answerReuse({
  registry,
  procedure,
  kinds,
  ownerId,
  on,
}: ReuseQuestion): Promise<ReuseAnswer> {
  const papers: PaperRow[] = [];
  for (;;) {
    const after = papers.at(-1)?.id;
    const page = await registry.papers({ ownerId, state: 'filed', ...(after ? { after } : {}) });
    if (page.length === 0) break;
    papers.push(...page);
  }
  const known = new Map(kinds.map((kind) => [kind.code, kind]));
  const components = procedure.components.map((component) =>
    answerComponent(component, { known, papers, on }),
  );
  return { procedure: procedure.code, procedureVersion: procedure.version, ownerId, on, components };
}

interface Kho {
  readonly known: ReadonlyMap<string, KindFacts>;
  readonly papers: readonly PaperRow[];
  readonly on: IsoDate;
}

function answerComponent(component: ProcedureComponent, { known, papers, on }: Kho): ReuseComponent {
  const usable = component.anyOf.filter((code) => isReusable(component, known.get(code)));
  const candidates = papers.filter(({ kind }) => kind !== null && usable.includes(kind)).sort(newestFirst);
  const standing = (wanted: string): PaperRow | undefined =>
    candidates.find((paper) => standingOn(paper, on) === wanted);
  const [valid, unclear, expired] = [standing('valid'), standing('unclear'), standing('expired')];
  const paper = valid ?? unclear ?? expired ?? null;
  return {
    component: component.key,
    state: valid ? 'in-kho' : unclear ? 'unclear' : expired ? 'expired' : stateWithoutPaper(component, known),
    required: component.required,
    condition: component.condition,
    form: component.form,
    kinds: component.anyOf.map((code) => ({ code, name: known.get(code)?.name ?? code })),
    paper,
    validTo: paper?.validTo ?? null,
    perpetual: paper?.perpetual ?? false,
  };
}

/**
 * A kind of which no picture is kept cannot be reused. What the citizen himself must bring is made for this dossier
 * (an application form) or is to be shown: of the rest, results of other procedures may come from the Kho.
 */
function isReusable({ source, form }: ProcedureComponent, kind: KindFacts | undefined): boolean {
  if (kind?.digitise !== 'yes') return false;
  return source !== 'citizen' || (form !== 'shown' && kind.kind === 'ket_qua');
}

function stateWithoutPaper({ form, source, anyOf }: ProcedureComponent, known: Kho['known']): ReuseState {
  const neverKept = anyOf.every((code) => (known.get(code)?.digitise ?? 'yes') !== 'yes');
  if (form === 'shown' || neverKept) return 'only-shown';
  return source === 'nationalDb' ? 'national-db' : 'missing';
}

/** By the day of issue, then by the day it came to us: the last certificate counts, not the last scan. */
const newestFirst = (one: PaperRow, other: PaperRow): number => {
  const key = ({ issued, id }: PaperRow): string => `${(issued ?? '').padEnd(10)} ${id}`;
  return key(one) < key(other) ? 1 : -1;
};
