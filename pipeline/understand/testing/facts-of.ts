// Understands made pages and gives what tests compare.
import type { PageReading, Problem } from '../../../core/model.ts';
import { type Lists, loadLists } from '../../../lists/index.ts';
import { type UnderstandContext, understand } from '../understand.ts';

const shipped = loadLists();

export interface Understood {
  readonly kind: string;
  readonly sureOfKind: boolean;
  /** Values by field. */
  readonly facts: Readonly<Record<string, string>>;
  /** Confidence by field. */
  readonly sure: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
}

export function factsOf(
  pages: readonly PageReading[],
  context: UnderstandContext = {},
  lists: Lists = shipped,
): Understood {
  const result = understand(pages, lists, context);
  return {
    kind: result.kind.code,
    sureOfKind: result.kind.confidence >= 0.9,
    facts: Object.fromEntries(result.facts.map((fact) => [fact.key, fact.value])),
    sure: Object.fromEntries(result.facts.map((fact) => [fact.key, fact.confidence])),
    problems: result.problems,
    codes: result.problems.map((problem) => problem.code),
  };
}
