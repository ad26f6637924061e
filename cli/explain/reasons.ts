// The reasons behind a paper's term and its code, in words.

import { printedDate } from '../../core/dates.ts';
import { type Language, message } from '../../core/messages/index.ts';
import type { Fact } from '../../core/model.ts';
import { parsePaperCode } from '../../core/paper-code.ts';
import type { Kind } from '../../lists/index.ts';
import { evidenceWords } from '../report/evidence-words.ts';
import { factName } from '../report/fact-view.ts';
import type { Chain, Explanation } from './explanation.ts';

/** Why it is this kind of paper. */
export function kindReason(lang: Language, { kindEvidence, kindChosen }: Explanation): string {
  if (kindChosen) return message(lang, 'explain.kind-chosen');
  const why = kindEvidence ? evidenceWords(lang, kindEvidence).join('; ') : '';
  return message(lang, 'report.kind-by', { why: why || message(lang, 'report.kind-nothing') });
}

/** Why the paper counts from and until when: the rule of its kind, then what of it this paper prints. */
export function validityReasons(lang: Language, { kind, facts, paper }: Explanation): string[] {
  if (!kind) return [message(lang, 'explain.validity.no-kind')];
  const said = [ruleOf(lang, kind, facts)];
  if (paper.validFrom)
    said.push(message(lang, 'explain.validity.from', { date: printedDate(paper.validFrom) }));
  if (paper.validTo) said.push(message(lang, 'explain.validity.to', { date: printedDate(paper.validTo) }));
  return said;
}

function ruleOf(lang: Language, kind: Kind, facts: readonly Fact[]): string {
  const { validity } = kind;
  if (validity === null) return message(lang, 'explain.validity.perpetual');
  const key = 'toField' in validity ? validity.toField : validity.fromField;
  const found = facts.find((fact) => fact.key === key);
  const field = factName(lang, key, kind);
  const value = found ? printedDate(found.value) : message(lang, 'explain.validity.not-found');
  if ('toField' in validity) {
    if (!found && validity.perpetualText) return message(lang, 'explain.validity.no-end', { field });
    return message(lang, 'explain.validity.to-field', { field, value });
  }
  if ('months' in validity)
    return message(lang, 'explain.validity.months', { count: validity.months, field, value });
  return message(lang, 'explain.validity.years', { count: validity.years, field, value });
}

export interface CodePart {
  readonly part: 'owner' | 'kind' | 'number' | 'sequence';
  readonly text: string;
  readonly why: string;
}

/** Null where the paper has no code; empty where its code does not follow the template in use. */
export function codeParts(
  lang: Language,
  { paper, kind, owners }: Explanation,
  template: string,
): CodePart[] | null {
  if (paper.code === null) return null;
  const parts = parsePaperCode(paper.code, template);
  if (!parts) return [];
  const owner = owners.find(({ identifiers }) => identifiers.some(({ number }) => number === parts.owner));
  const why = (key: string, params = {}) => message(lang, `explain.code.${key}`, params);
  const national =
    parts.kind === kind?.resultCode ? 'result' : parts.kind === kind?.componentCode ? 'component' : 'local';
  return [
    {
      part: 'owner',
      text: parts.owner,
      why:
        parts.owner === ''
          ? why('no-owner')
          : why('owner', { name: owner?.name ?? message(lang, 'cli.nameless') }),
    },
    {
      part: 'kind',
      text: parts.kind,
      why: why(`kind-${national}`, { kind: kind?.name ?? paper.kind ?? '' }),
    },
    { part: 'number', text: parts.number, why: why(parts.number === '' ? 'no-number' : 'number') },
    {
      part: 'sequence',
      text: String(parts.sequence).padStart(2, '0'),
      why: why('sequence', { count: parts.sequence }),
    },
  ];
}

/** What a step of the evidence chain did. */
export const stepWord = (lang: Language, step: string): string => {
  const key = `explain.step.${step}`;
  const word = message(lang, key);
  return word === key ? step : word;
};

export const roleWord = (lang: Language, role: string): string => {
  const key = `report.role.${role}`;
  const word = message(lang, key);
  return word === key ? role : word;
};

/** Whether the evidence chain holds, in words. */
export const chainWord = (lang: Language, { lines, broken }: Chain): string =>
  broken === null
    ? message(lang, 'explain.chain.holds', { count: lines.length })
    : message(lang, 'explain.chain.broken', { line: broken });
