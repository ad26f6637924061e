// Printed facts against QR codes and machine-readable lines: agreement makes sure, difference makes doubtful.
import { isIsoDate } from '../../core/dates.ts';
import type { Fact, Problem } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import { confirmed } from './confidence.ts';
import { likeness } from './fuzzy.ts';

/** A value known from elsewhere; `folded` ones carry no marks and can confirm but not replace. */
export interface OutsideFact {
  readonly key: string;
  readonly value: string;
  readonly source: string;
  readonly folded: boolean;
  readonly page?: number;
}

type Agreement = 'same' | 'near' | 'misread' | 'differs';

const plain = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
const isNumber = (text: string): boolean => /^[\d-]+$/.test(text);

/** `near`: long text with a letter or so misread; `misread`: a number of the same length, two digits off. */
function agreement(printed: string, other: string): Agreement {
  const [a, b] = [plain(printed), plain(other)];
  if (a === b) return 'same';
  if (!isNumber(printed)) return b.length > 8 && likeness(a, b, 0.12) >= 0.9 ? 'near' : 'differs';
  const off = [...a].filter((digit, i) => digit !== b[i]).length;
  return a.length === b.length && off <= 2 ? 'misread' : 'differs';
}

/** The other spelling, in capitals where the print is in capitals. */
const asPrinted = (printed: string, other: string): string =>
  printed === printed.toUpperCase() && other !== other.toUpperCase() ? other.toUpperCase() : other;

function weigh(fact: Fact, other: OutsideFact): Fact {
  const agrees = agreement(fact.value, other.value);
  const evidence = [
    ...fact.evidence,
    agrees === 'same' || agrees === 'near' ? other.source : `${other.source}:differs`,
  ];
  const value = other.folded ? fact.value : asPrinted(fact.value, other.value);
  // The print agrees but for marks or a letter the reader lost: the code's spelling is the issuer's own.
  if (agrees === 'same')
    return { ...fact, value, confidence: confirmed(fact.confidence, other.folded ? 0.4 : 0.05), evidence };
  // A letter apart from a source without marks says nothing: either may be misread.
  if (agrees === 'near')
    return other.folded ? { ...fact, evidence } : { ...fact, value, confidence: 0.92, evidence };
  // A number is never mended silently: the code's own is proposed, a clerk decides.
  if (agrees === 'misread')
    return { ...fact, value: other.value, confidence: Math.min(fact.confidence, 0.6), evidence };
  return { ...fact, confidence: Math.min(fact.confidence, 0.5), evidence };
}

/** A check digit of ICAO 9303 lets no single misread digit pass. */
const held = 0.92;

/** Days that a check digit holds and whose print could not be read; none where two cards of a paper say differently. */
function unprinted(facts: readonly Fact[], outside: readonly OutsideFact[]): Fact[] {
  const days = outside.filter(({ source, value }) => source === 'mrz' && isIsoDate(value));
  const missing = [...Map.groupBy(days, ({ key }) => key)].filter(
    ([key, told]) =>
      !facts.some((fact) => fact.key === key) && told.every(({ value }) => value === told[0]?.value),
  );
  return missing.flatMap(([, told]) =>
    told.slice(0, 1).map(
      ({ key, value, page }): Fact => ({
        ...{ key, value, confidence: held, origin: 'machine', evidence: ['mrz'] },
        ...(page ? { page } : {}),
      }),
    ),
  );
}

/** Facts weighed against every outside source of their key; a problem for each that differs. */
export function compareSources(
  printed: readonly Fact[],
  outside: readonly OutsideFact[],
): { facts: Fact[]; problems: Problem[] } {
  const facts = [...printed, ...unprinted(printed, outside)];
  const result = facts.map((fact) => {
    let weighed = fact;
    for (const other of outside)
      if (other.key === fact.key && printed.includes(fact)) weighed = weigh(weighed, other);
    return weighed;
  });
  const problems = result
    .filter((fact) => fact.evidence.some((evidence) => evidence.endsWith(':differs')))
    .map((fact) => ({
      code: 'understand.sources-differ',
      field: fact.key,
      ...(fact.page ? { page: fact.page } : {}),
    }));
  return { facts: result, problems };
}
