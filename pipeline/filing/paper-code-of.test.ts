// The parts of a paper's code: whose number opens it, which kind, which number; the counter counts what is else the same.
import { expect, test } from 'vitest';
import type { OwnerRef } from '../../core/model.ts';
import { defaultPaperCodeTemplate, parsePaperCode } from '../../core/paper-code.ts';
import { loadLists } from '../../lists/index.ts';
import { fact, madeWork } from '../testing/made-work.ts';
import { ownersFor } from './owners-for.ts';
import { codeOf } from './paper-code-of.ts';

const lists = loadLists();
const settings = {
  sure: 0.9,
  agency: 'H42.38',
  paperCodeTemplate: defaultPaperCodeTemplate,
  jpegQuality: 40,
};
const [wife, husband] = ['036194008214', '036091012667'];
const applicant = (number: string): OwnerRef => ({ kind: 'citizen', scheme: 'SDD', number });

const facts = [
  fact('ho_ten_vo', 'Vũ Thị Ngọc Lan'),
  fact('so_dinh_danh_vo', wife),
  fact('ho_ten_chong', 'Phạm Đức Thành'),
  fact('so_dinh_danh_chong', husband),
];
const marriage = lists.kind('GIAY_CHUNG_NHAN_KET_HON')!;

test.each([
  ['the applicant’s number opens it', [applicant(husband)], '57/2020', husband],
  ['also the wife’s', [applicant(wife)], '57/2020', wife],
  ['else the lead owner’s by the list', [applicant('001088000002')], '57/2020', null],
  ['no number: an empty part', [applicant(wife)], null, wife],
])('%s', (_what, owners, number, opens) => {
  const work = {
    ...madeWork({
      kind: marriage.code,
      facts: number ? [...facts, fact('so_ky_hieu', number)] : facts,
      dossier: { code: 'H42.38-260603-0147', owners },
    }),
    kind: marriage,
  };
  const known = ownersFor(work, lists);
  const code = codeOf(work, known, settings)!;
  const parsed = parsePaperCode(code.make(7))!;
  expect(parsed.owner).toBe(opens ?? known.find((o) => o.lead)!.number);
  expect(parsed.number).toBe(number ?? '');
  expect(parsed.sequence).toBe(7);
  // Papers alike in all but the last part share one counter.
  expect(code.sequence).toBe(code.make(0));
  expect(parsePaperCode(code.make(123))).toEqual({ ...parsed, sequence: 123 });
});

test('a paper of unknown kind gets none, a paper of nobody an empty part', () => {
  expect(codeOf(madeWork({ kind: 'KHONG_CO' }), [], settings)).toBeNull();
  const work = { ...madeWork({ kind: marriage.code }), kind: marriage };
  expect(codeOf(work, [], settings)!.make(1)).toMatch(/^\./);
});
