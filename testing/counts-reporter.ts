// Vitest reporter that ends a run with one plain line, `N passed, N failed, N skipped`, and names each skipped test.
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Full names; a test that needs an external program says in its name how to enable it (STYLE.md, Tests). */
  readonly skipped: readonly string[];
}

/** What counting needs of a finished test; `pending` means the run broke off before it ended. */
export interface Outcome {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
  readonly note?: string | undefined;
}

/** Adds up outcomes. A test that never ended is a failure; `extraFailures` are files that could not even be loaded. */
export function countOutcomes(outcomes: readonly Outcome[], extraFailures = 0): Counts {
  const skipped: string[] = [];
  let passed = 0;
  let failed = extraFailures;
  for (const { name, state, note } of outcomes) {
    if (state === 'passed') passed += 1;
    else if (state === 'skipped') skipped.push(note ? `${name} (${note})` : name);
    else failed += 1;
  }
  return { passed, failed, skipped };
}

/** The closing lines: one a skipped test, then the counts alone on the last line. */
export function closingLines({ passed, failed, skipped }: Counts): string {
  const reasons = skipped.map((name) => `skipped: ${name}\n`).join('');
  return `${reasons}${passed} passed, ${failed} failed, ${skipped.length} skipped\n`;
}

/** Must stand last in `reporters`, so that nothing is printed after it. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const outcomes = modules.flatMap((module) => [...module.children.allTests()].map(outcomeOf));
    // A file that throws while loading has no test to blame; neither has an error after a test ended.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    process.stdout.write(closingLines(countOutcomes(outcomes, broken)));
  }
}

function outcomeOf(test: TestCase): Outcome {
  const result = test.result();
  const file = test.module.relativeModuleId;
  const note = result.state === 'skipped' ? result.note : undefined;
  return { name: `${file} > ${test.fullName}`, state: result.state, note };
}
