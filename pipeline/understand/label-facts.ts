// Values behind labels, and which of several equal labels a field means.
import { fold } from '../../core/text.ts';
import type { KindField } from '../../lists/index.ts';
import { unitWords } from '../../lists/words.ts';
import { type Candidate, orderOf } from './candidate.ts';
import type { LabelHit, LabelledPage } from './find-labels.ts';

import { keysOfField } from './label-book.ts';
import { readTyped } from './read-typed.ts';
import { valueTokens } from './read-value.ts';

export interface LabelCandidate extends Candidate {
  readonly hit: LabelHit;
  readonly score: number;
  /** Middle of the label, fraction of the page width. */
  readonly x: number;
}

const isUnitField = (key: string): boolean => /^(co_quan|don_vi)/.test(key);
/** A unit in capitals needs no colon before it: "HIỆU TRƯỞNG / TRƯỜNG ĐẠI HỌC ...". */
const opensUnitName = (text: string): boolean =>
  text === text.toUpperCase() && unitWords.some((word) => fold(text).startsWith(`${word} `));

/** Every value a field's labels lead to, in reading order. */
export function labelCandidates(pages: readonly LabelledPage[], field: KindField): LabelCandidate[] {
  const keys = keysOfField(field);
  const found: LabelCandidate[] = [];
  for (const labelled of pages) {
    const { layout, labels } = labelled;
    for (const hit of labels.hits) {
      const rank = keys.indexOf(hit.entry.key);
      if (rank < 0) continue;
      const value = valueTokens(labelled, hit, field.type);
      const typed = value ? readTyped(value.tokens, field) : null;
      const first = layout.flow[hit.start];
      if (!value || !typed || !first) continue;
      // A number or a date behind a label in running text needs no colon to be its value.
      const certain =
        field.type === 'id' || field.type === 'date' || (field.type === 'number' && typed.quality === 1);
      // So it does where it stands alone in the place the label leaves for it.
      const alone = typed.tokens.length === value.tokens.filter((token) => token.key !== '').length;
      const direct = value.side === 'behind' ? typed.tokens[0]?.index === hit.last + 1 : alone;
      const least = !certain || !direct ? 0 : typed.quality === 1 && hit.entry.words.length > 1 ? 0.88 : 0.7;
      const unit = isUnitField(field.key) && opensUnitName(typed.value);
      const strength = Math.max(hit.strength, least, unit ? 0.95 : 0);
      const place =
        strength * (value.side === 'behind' || unit ? 1 : value.side === 'right' || least > 0.8 ? 0.97 : 0.9);
      found.push({
        ...typed,
        page: layout.page,
        place: place * (0.6 + 0.4 * hit.likeness),
        evidence: [`label:${hit.entry.label}`],
        at: orderOf(layout.page, hit.start),
        hit,
        score:
          place * hit.likeness * (0.3 + 0.7 * typed.quality) * (1 + 0.004 * hit.entry.key.length) -
          0.03 * rank,
        x: first.box[0] + first.box[2] / 2,
      });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

export interface Choice {
  /** Labels already taken by other fields. */
  readonly used: ReadonlySet<LabelHit>;
  /** The party's name stands here: its other facts follow, before the next person's. */
  readonly anchor?: { readonly at: number; readonly until: number; readonly x: number };
  readonly last?: boolean;
}

/** The best candidate: the strongest label, the first of equals; near its party's name where that is known. */
export function choose(
  candidates: readonly LabelCandidate[],
  { used, anchor, last }: Choice,
): LabelCandidate | null {
  const free = candidates.filter((candidate) => !used.has(candidate.hit) && candidate.score > 0.12);
  const near = anchor
    ? free.filter((candidate) => candidate.at > anchor.at && candidate.at < anchor.until)
    : [];
  const pool = near.length > 0 ? near : free;
  if (last) {
    const most = Math.max(...pool.map((candidate) => candidate.score));
    return pool.findLast((candidate) => candidate.score > 0.4 * most) ?? null;
  }
  let best: LabelCandidate | null = null;
  for (const candidate of pool) {
    const apart = anchor && Math.abs(candidate.x - anchor.x) > 0.3 ? 0.8 : 1;
    if (!best || candidate.score * apart > best.score * 1.06) best = candidate;
  }
  return best;
}
