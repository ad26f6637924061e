// What is filed without a clerk: a sure kind with every required fact sure; a paper without its signature waits for it.
import { expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import type { PaperWork, StepContext } from '../paper.ts';
import { fact, type MadeWork, madeWork } from '../testing/made-work.ts';
import { judge } from './judge.ts';

const lists = loadLists();
const context = { ports: { lists, settings: { sure: 0.9 } } } as unknown as StepContext;
const kind = 'GIAY_CHUNG_NHAN_KET_HON';
const required = lists
  .kind(kind)!
  .fields.filter((f) => f.required)
  .map((f) => f.key);
const all = required.map((key, i) => fact(key, `${i}`));

const signed: Partial<PaperWork> = { unsigned: new Uint8Array(1), signatures: 1 };
const unsigned: Partial<PaperWork> = { unsigned: new Uint8Array(1), signatures: 0 };
const scanned = (code: string): Partial<PaperWork> => ({
  ...signed,
  pages: madeWork({ kind }).pages.map((page) => ({ ...page, problems: [{ code, page: 1 }] })),
});
const cases: [string, MadeWork, Partial<PaperWork>, string, string[]][] = [
  ['all sure', { kind, facts: all }, signed, 'filed', []],
  ['no key', { kind, facts: all }, unsigned, 'awaiting-signature', []],
  ['no key, and unsure', { kind, confidence: 0.5 }, unsigned, 'awaiting-signature', ['review.kind-unsure']],
  ['facts only: nothing to sign', { kind, facts: all }, {}, 'filed', []],
  ['kind unsure', { kind, confidence: 0.89, facts: all }, signed, 'review', ['review.kind-unsure']],
  ['kind unknown', { kind: 'KHONG_CO', facts: all }, signed, 'review', ['review.kind-unsure']],
  ['a fact missing', { kind, facts: all.slice(1) }, signed, 'review', ['review.field-missing']],
  [
    'a fact unsure',
    { kind, facts: [...all.slice(1), fact(required[0]!, 'x', 0.899)] },
    signed,
    'review',
    ['review.field-unsure'],
  ],
  ['a fact just sure', { kind, facts: [...all.slice(1), fact(required[0]!, 'x', 0.9)] }, signed, 'filed', []],
  ['nothing on the pages', { kind, facts: all, blank: true }, signed, 'review', ['review.nothing-read']],
  [
    'a page to be scanned again',
    { kind, facts: all },
    scanned('rescan.cut-off'),
    'review',
    ['rescan.cut-off'],
  ],
  ['a page with advice alone', { kind, facts: all }, scanned('quality.streak'), 'filed', []],
  ['nothing understood', {}, signed, 'review', ['review.nothing-read']],
];
test.each(cases)('%s', async (_what, made, more, state, codes) => {
  const work = await judge.run({ ...madeWork(made), ...more }, context);
  expect(work.state).toBe(state);
  expect(work.problems.map((p) => p.code)).toEqual(codes);
});

test('a field that has a problem already gets no second one', async () => {
  const before = { code: 'understand.handwritten', field: required[0]! };
  const work = await judge.run(
    { ...madeWork({ kind, facts: all.slice(1) }), ...signed, problems: [before] },
    context,
  );
  expect(work.state).toBe('review');
  expect(work.problems).toEqual([before]);
});
