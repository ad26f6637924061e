// The gate at intake as a pure function: what the list's rules say of one paper, before anything of it is sealed or kept.
import type { DossierInput, GivenForm, PageReading, Problem } from '../../core/model.ts';
import { type GateAction, type GateRule, type Kind, type Lists, strength } from '../../lists/index.ts';
import { isWithoutColour, pageWithPhrase, pageWithTitle } from './find-copy.ts';
import { findMarkings, type Marking, markingsFor } from './find-marking.ts';
import type { GateOverride } from './override.ts';

export interface GateInput {
  /** The paper's own, in order. */
  readonly pages: readonly PageReading[];
  readonly kind: Kind | undefined;
  readonly lists: Lists;
  /** The clerk's word for the form it was handed in. */
  readonly form: GivenForm | null;
  /** Came with a digital signature. */
  readonly signed: boolean;
  readonly dossier: DossierInput | null;
  readonly override: GateOverride | null;
}

/** A rule that holds for a paper; goes into the evidence chain as it stands, so it never quotes the page. */
export interface Verdict {
  readonly rule: string;
  /** What the rule says is to be done. */
  readonly action: GateAction;
  /** Why the rule holds, e.g. `marking:TỐI MẬT:stamp`, `kind:CAN_CUOC_CONG_DAN`, `form:copy`. */
  readonly found: readonly string[];
  readonly page?: number;
  readonly legalBasis: string;
  /** Who let the paper pass all the same, and why. */
  readonly overridden?: Omit<GateOverride, 'rule'>;
}

export interface GateResult {
  /** The strictest of what holds and was not overridden; `pass` where nothing does. */
  readonly action: GateAction;
  readonly verdicts: readonly Verdict[];
  /** What the clerk is told. */
  readonly problems: readonly Problem[];
}

/** Nothing of a paper with such an action is kept, and its pages are not printed either. */
export const isRefused = ({ action }: GateResult): boolean => action === 'skip' || action === 'stop';

/** Whether the picture of a paper may be kept. */
export const mayBeKept = ({ action }: GateResult): boolean => strength(action) < strength('facts-only');

export function gateOf(input: GateInput): GateResult {
  const held = input.lists.gate.rules.flatMap((rule) => {
    const found = rule.action === 'pass' ? null : signs(rule, input);
    return found === null ? [] : [{ rule, ...found }];
  });
  const codes = new Set(held.map(({ rule }) => rule.code));
  const told = held.filter(({ rule }) => !rule.impliedBy?.some((other) => codes.has(other)));
  const verdicts = told.map(({ rule, found, page }) => verdictOf({ rule, found, page }, input.override));
  const standing = told.filter((_, i) => verdicts[i]?.overridden === undefined);
  const action = standing.reduce<GateAction>(
    (most, { rule }) => (strength(rule.action) > strength(most) ? rule.action : most),
    'pass',
  );
  return { action, verdicts, problems: standing.flatMap((each) => problemOf(each, input)) };
}

interface Found {
  readonly found: readonly string[];
  readonly page?: number | undefined;
}

/** Why a rule holds; null where it does not. */
function signs(rule: GateRule, input: GateInput): Found | null {
  const { when } = rule;
  const { pages, kind, form } = input;
  if (when.unless && (input.signed || pageWithPhrase(pages, when.unless) !== null)) return null;
  const found: string[] = [];
  let page: number | undefined;
  const add = (what: string, at: number | null | undefined = undefined): void => {
    found.push(what);
    page ??= at ?? undefined;
  };
  const excepted = kind !== undefined && (when.exceptKinds?.includes(kind.code) ?? false);
  if (when.digitise && kind?.digitise === when.digitise && !excepted) add(`kind:${kind.code}`);
  if (entryOf(rule, input)) add(`kind:${kind?.code}`);
  if (form !== null && when.forms?.includes(form)) add(`form:${form}`);
  const marking = markingOf(rule, pages);
  if (marking) add(`marking:${marking.word}:${marking.how}`, marking.page);
  // The clerk who holds the paper in his hands knows better than its looks.
  const byLooks = !excepted && form !== 'original';
  const phrase = when.phrases && byLooks ? pageWithPhrase(pages, when.phrases) : null;
  if (phrase !== null) add('certification', phrase);
  // A copy with a digital signature is an electronic one, and no scan of a paper.
  const title = when.titles && byLooks && !input.signed ? pageWithTitle(pages, when.titles) : null;
  if (title !== null) add('title', title);
  if (when.withoutColour && byLooks && !input.signed && isWithoutColour(pages, kind)) add('no-colour');
  return found.length === 0 ? null : { found, page };
}

/**
 * The first marking that counts. A paper whose secrecy was lifted still carries its old stamps, on every page: where one
 * page says so, what is sure becomes a doubt, and a person decides.
 */
function markingOf({ when }: GateRule, pages: readonly PageReading[]): Marking | undefined {
  const lifted =
    when.markings?.sure &&
    pages.some((page) => findMarkings(page, when.liftedBy ?? []).some(({ sure }) => sure));
  return lifted ? undefined : pages.flatMap((page) => markingsFor(when, page))[0];
}

/** The rule's entry for this kind, where it holds for this procedure. A result is made here, never looked up. */
function entryOf({ when }: GateRule, { kind, dossier, lists }: GateInput) {
  const entry = when.kinds?.find(({ code }) => code === kind?.code);
  if (!entry?.base) return entry;
  const { procedure: code, received } = dossier ?? {};
  const procedure = code && received ? lists.procedureInForce(code, received) : undefined;
  if (procedure?.results.includes(entry.code)) return undefined;
  if (!entry.procedures) return entry;
  const asked = procedure?.components.find(({ anyOf }) => anyOf.includes(entry.code));
  return entry.procedures.includes(procedure?.code ?? '') && asked?.source === 'nationalDb'
    ? entry
    : undefined;
}

function verdictOf(
  { rule, found, page }: Found & { rule: GateRule },
  override: GateOverride | null,
): Verdict {
  const { rule: asked, ...by } = override ?? { rule: null };
  const passes = asked === rule.code && rule.overridableBy.includes(override?.role ?? '');
  return {
    rule: rule.code,
    action: rule.action,
    found,
    ...(page === undefined ? {} : { page }),
    legalBasis: rule.legalBasis.vi,
    ...(passes ? { overridden: by as Omit<GateOverride, 'rule'> } : {}),
  };
}

/** A card that is only shown gives its facts as it should: nothing to tell, unless the clerk's word made it so. */
function problemOf({ rule, found, page }: Found & { rule: GateRule }, input: GateInput): Problem[] {
  if (rule.action === 'facts-only' && !found.some((why) => why.startsWith('form:'))) return [];
  const base = entryOf(rule, input)?.base;
  return [
    {
      code: rule.message,
      ...(page === undefined ? {} : { page }),
      params: {
        rule: rule.code,
        basis: rule.legalBasis.vi,
        basisEn: rule.legalBasis.en,
        ...(rule.channel ? { channel: rule.channel.vi, channelEn: rule.channel.en } : {}),
        ...(base ? { base: base.vi, baseEn: base.en } : {}),
      },
    },
  ];
}
