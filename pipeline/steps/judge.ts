// What becomes of the paper: filed, waiting for a clerk, or waiting for its signature.
import type { Fact, PaperState, Problem } from '../../core/model.ts';
import { mustRescan } from '../../core/scan-quality.ts';
import type { Kind } from '../../lists/index.ts';
import type { DigitizeSettings, PaperStep, PaperWork, ReadingPorts, StepContext } from '../paper.ts';

export const judge: PaperStep<ReadingPorts> = {
  name: 'judge',
  version: 2,
  async run(work, context) {
    if (work.state === 'refused') return work;
    const looks = context.ports.settings.captureCheck !== 'off';
    const rescans = looks ? work.pages.flatMap((page) => page.problems).filter(mustRescan) : [];
    const held = work.held ? [{ code: 'capture.held' }] : [];
    const doubts = [...rescans, ...held, ...doubtsOf(work, context)];
    const unsigned = work.unsigned !== undefined && (work.signatures ?? 0) === 0;
    const state: PaperState = unsigned ? 'awaiting-signature' : doubts.length > 0 ? 'review' : 'filed';
    return { ...work, state, problems: merged([...work.problems, ...doubts]) };
  },
};

/** Why a clerk must look: the kind, or a required fact, is missing or unsure. */
function doubtsOf(work: PaperWork, { ports }: StepContext<ReadingPorts>): Problem[] {
  const { understanding } = work;
  if (!understanding) return [{ code: 'review.nothing-read' }];
  if (work.pages.every((page) => page.blank)) return [{ code: 'review.nothing-read' }];
  const { sure } = ports.settings;
  const kind = ports.lists.kind(understanding.kind.code);
  if (!kind || understanding.kind.confidence < sure) return [{ code: 'review.kind-unsure' }];
  return [...sharedNumbers(kind, understanding.facts), ...fieldDoubts(work, kind, ports.settings)];
}

/** Two roles with one number: one of them was read off the other's line. */
function sharedNumbers(kind: Kind, facts: readonly Fact[]): Problem[] {
  const numbers = kind.ownerRoles.flatMap((role) => facts.find((f) => f.key === role.idField)?.value ?? []);
  return new Set(numbers).size === numbers.length ? [] : [{ code: 'review.same-number' }];
}

function fieldDoubts(work: PaperWork, kind: Kind, settings: DigitizeSettings): Problem[] {
  const facts = work.understanding?.facts ?? [];
  return kind.fields
    .filter((field) => field.required)
    .flatMap((field): Problem[] => {
      const params = { field: field.key, label: field.labels[0] ?? field.key };
      const fact = facts.find((f) => f.key === field.key);
      if (!fact) return [{ code: 'review.field-missing', field: field.key, params }];
      if (fact.confidence < (settings.sureByType?.[field.type] ?? settings.sure))
        return [{ code: 'review.field-unsure', field: field.key, params }];
      return [];
    });
}

/** A field that has a problem of its own already needs no second one. */
function merged(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((p) => {
    const key = p.field ? `field:${p.field}` : `${p.code}:${p.page ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
