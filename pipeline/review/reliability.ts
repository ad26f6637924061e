// How often a fact of some confidence is right, by counts; and the threshold that a share of errors asks for. Pure.

/** Facts whose confidence is at least `from` and below the next bin's. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}

/** One curve for each type of field. */
export type Curves = Readonly<Record<string, readonly Bin[]>>;

/** Finer where thresholds are chosen. */
export const edges = [
  0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995,
];

/** One fact that somebody knows to be right or wrong. */
export interface Observation {
  readonly type: string;
  readonly confidence: number;
  readonly right: boolean;
}

export function curvesOf(observations: readonly Observation[]): Curves {
  const byType = Map.groupBy(observations, ({ type }) => type);
  const curve = (seen: readonly Observation[]): Bin[] =>
    edges.flatMap((from, index) => {
      const here = seen.filter(
        ({ confidence }) => confidence >= from && confidence < (edges[index + 1] ?? 2),
      );
      return here.length === 0
        ? []
        : [{ from, count: here.length, right: here.filter(({ right }) => right).length }];
    });
  return Object.fromEntries([...byType].sort().map(([type, seen]) => [type, curve(seen)]));
}

/** Every fact counts once, whoever looked at it. */
export function addedBins(...curves: readonly (readonly Bin[])[]): Bin[] {
  const sums = new Map<number, { count: number; right: number }>();
  for (const { from, count, right } of curves.flat()) {
    const sum = sums.get(from) ?? { count: 0, right: 0 };
    sums.set(from, { count: sum.count + count, right: sum.right + right });
  }
  return [...sums].sort(([one], [other]) => one - other).map(([from, sum]) => ({ from, ...sum }));
}

export const addedCurves = (...all: readonly Curves[]): Curves => {
  const types = [...new Set(all.flatMap((curves) => Object.keys(curves)))].sort();
  return Object.fromEntries(
    types.map((type) => [type, addedBins(...all.map((curves) => curves[type] ?? []))]),
  );
};

/** 1.96 standard deviations: 95 % of the time the true share lies within (Wilson 1927). */
const Z = 1.96;

/** Where the true share lies, given `hits` of `count`; 0 to 1 where nothing was counted. */
export function wilson(hits: number, count: number): { low: number; high: number } {
  if (count === 0) return { low: 0, high: 1 };
  const share = hits / count;
  const square = Z ** 2 / count;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z * Math.sqrt((share * (1 - share)) / count + square / (4 * count))) / (1 + square);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** What a threshold means. */
export interface Outlook {
  readonly threshold: number;
  /** Share of all facts that a clerk looks at. */
  readonly looked: number;
  /** Facts nobody looks at, and how many of them are wrong. */
  readonly passed: number;
  readonly wrong: number;
  readonly error: number;
  /** Upper 95 % bound of `error`. */
  readonly bound: number;
}

/** Bins are taken whole: a threshold inside one counts from its lower edge, which errs on the careful side. */
export function outlook(bins: readonly Bin[], threshold: number): Outlook {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const edge = edges.findLast((from) => from <= threshold) ?? 0;
  const above = bins.filter(({ from }) => from >= edge);
  const passed = above.reduce((sum, { count }) => sum + count, 0);
  const wrong = above.reduce((sum, { count, right }) => sum + count - right, 0);
  return {
    threshold,
    looked: total === 0 ? 1 : (total - passed) / total,
    passed,
    wrong,
    error: passed === 0 ? 0 : wrong / passed,
    bound: wilson(wrong, passed).high,
  };
}

/** The lowest threshold whose errors, of what nobody looks at, are at most `target`; null where none is. */
export function chosenThreshold(bins: readonly Bin[], target: number): Outlook | null {
  const candidates = edges.filter((from) => from > 0).map((from) => outlook(bins, from));
  return candidates.find(({ passed, error }) => passed > 0 && error <= target) ?? null;
}

/** Facts of one type from which on it gets a threshold of its own. */
const ENOUGH = 150;

export interface Policy {
  /** For all types that have none of their own; `threshold` of it goes into the settings. */
  readonly rest: Outlook;
  readonly byType: Readonly<Record<string, Outlook>>;
  /** Of everything together, under these thresholds. */
  readonly whole: Outlook;
}

/** Thresholds by which at most `target` of what nobody looks at is wrong; null where none are. */
export function chosenPolicy(curves: Curves, target: number): Policy | null {
  const types = Object.entries(curves).filter(([type]) => type !== 'kind');
  const own = types.flatMap(([type, bins]) => {
    const chosen = chosenThreshold(bins, target);
    return chosen && chosen.passed >= ENOUGH ? [[type, chosen] as const] : [];
  });
  const byType = Object.fromEntries(own);
  const others = types.filter(([type]) => !(type in byType)).map(([, bins]) => bins);
  const all = addedBins(...types.map(([, bins]) => bins));
  const rest =
    others.length === 0 ? chosenThreshold(all, target) : chosenThreshold(addedBins(...others), target);
  if (!rest) return null;
  const parts = others.length === 0 ? own.map(([, view]) => view) : [rest, ...own.map(([, view]) => view)];
  const sum = (of: (view: Outlook) => number) => parts.reduce((total, view) => total + of(view), 0);
  const [passed, wrong] = [sum((view) => view.passed), sum((view) => view.wrong)];
  const total = all.reduce((count, bin) => count + bin.count, 0);
  const figures = {
    looked: (total - passed) / total,
    error: wrong / passed,
    bound: wilson(wrong, passed).high,
  };
  return { rest, byType, whole: { threshold: rest.threshold, passed, wrong, ...figures } };
}
