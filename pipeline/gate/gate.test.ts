// What the gate says of made papers: rules, their exceptions, the clerk's word, who may let one pass.
import { describe, expect, test } from 'vitest';
import { hasMessage } from '../../core/messages/index.ts';
import type { DossierInput, GivenForm, PageReading } from '../../core/model.ts';
import { loadLists } from '../../lists/index.ts';
import { centred, head, page, signed, state } from '../understand/testing/layout-maker.ts';
import { type GateResult, gateOf, isRefused, mayBeKept } from './gate.ts';
import { givenForm, holdsUnkept, stopsAtPage } from './gate-of-pages.ts';
import { overrideOf } from './override.ts';

const lists = loadLists();

interface Made {
  readonly kind?: string;
  readonly pages?: readonly PageReading[];
  readonly form?: GivenForm;
  readonly signed?: boolean;
  readonly dossier?: DossierInput;
  readonly override?: { rule: string; role: string };
  readonly gate?: unknown;
}

const plain = page([...head(['SỞ XÂY DỰNG', 'Số: 1/GPXD'], state), centred('GIẤY PHÉP'), 'Cấp cho ông A.']);
const said = (made: Made): GateResult =>
  gateOf({
    pages: made.pages ?? [plain],
    kind: lists.kind(made.kind ?? 'GIAY_PHEP_XAY_DUNG'),
    lists: made.gate ? loadLists({ gate: made.gate }) : lists,
    form: made.form ?? null,
    signed: made.signed ?? false,
    dossier: made.dossier ?? null,
    override: made.override ? { ...made.override, actor: 'Cán Bộ Thử', reason: 'thử' } : null,
  });
const brief = (result: GateResult) => [result.action, ...result.verdicts.map(({ rule }) => rule)];

const certification = [
  'CHỨNG THỰC BẢN SAO ĐÚNG VỚI',
  'BẢN CHÍNH',
  'Số chứng thực: 1204 Quyển số: 02/2026-SCT/BS',
  'Ngày 12 tháng 5 năm 2026',
];
const withText = (...lines: string[]) => [page([...head(['UBND XÃ A', 'Số: 4'], state), ...lines])];
const withStamp = (text: string): PageReading[] => [{ ...plain, stamps: page([text]).text.lines }];
const colour = (seen: boolean, cells: number): PageReading[] => [{ ...plain, colour: { seen, cells } }];

test.each<[string, Made, string[]]>([
  ['an ordinary paper', {}, ['pass']],
  ['an identity card', { kind: 'CAN_CUOC_CONG_DAN' }, ['facts-only', 'shown-only']],
  ['a passport', { kind: 'HO_CHIEU' }, ['facts-only', 'shown-only']],
  ['shown, by the clerk', { form: 'shown' }, ['facts-only', 'shown-only']],
  ['a plain copy, by the clerk', { form: 'copy' }, ['warn', 'plain-copy']],
  ['a certified copy, by the clerk', { form: 'certified-copy' }, ['warn', 'certified-copy']],
  ['its certification', { pages: withText(...certification) }, ['warn', 'certified-copy']],
  ['misread', { pages: withText('CHỨNG THỰC BẢN 8AO ĐÚNG VỞI BÀN CHÍNH') }, ['warn', 'certified-copy']],
  ['on a stamp', { pages: withStamp('CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH') }, ['warn', 'certified-copy']],
  ['the kind', { kind: 'BAN_SAO_CHUNG_THUC' }, ['warn', 'certified-copy']],
  [
    'an electronic certified copy',
    { pages: withText('Bản sao điện tử được chứng thực từ bản chính', ...certification) },
    ['pass'],
  ],
  ['one that came signed', { signed: true, pages: withText(...certification) }, ['pass']],
  ['the clerk says original', { form: 'original', pages: withText(...certification) }, ['pass']],
  ['a procedure named so', { pages: withText('Thủ tục: Chứng thực bản sao từ bản chính') }, ['pass']],
  ['SAO Y', { pages: withText('SAO Y') }, ['warn', 'plain-copy']],
  ['SAO Y BẢN CHÍNH, stamped', { pages: withStamp('SAO Y BẢN CHÍNH') }, ['warn', 'plain-copy']],
  ['SAO Y with a certification', { pages: withText('SAO Y', ...certification) }, ['warn', 'certified-copy']],
  ['a copy that is grey, too', { form: 'copy', pages: colour(true, 0) }, ['warn', 'plain-copy']],
  ['(BẢN SAO)', { pages: withText('(BẢN SAO)') }, ['warn', 'plain-copy']],
  ['a sentence with bản sao', { pages: withText('Kèm theo 02 bản sao giấy tờ.') }, ['pass']],
  ['an extract is an original', { kind: 'TRICH_LUC_KHAI_SINH', pages: withText('(BẢN SAO)') }, ['pass']],
  ['and so is one from the register', { kind: 'GIAY_KHAI_SINH', pages: withText('BẢN SAO') }, ['pass']],
  ['unless the clerk says otherwise', { kind: 'GIAY_KHAI_SINH', form: 'copy' }, ['warn', 'plain-copy']],
  ['SAO Y that came signed', { signed: true, pages: withText('SAO Y') }, ['pass']],
  ['no colour on a colour scan', { pages: colour(true, 3) }, ['warn', 'grey-copy']],
  ['a seal', { pages: colour(true, 400) }, ['pass']],
  ['a grey scan', { pages: colour(false, 0) }, ['pass']],
  ['nobody seals a form', { kind: 'TO_KHAI_DANG_KY_KHAI_SINH', pages: colour(true, 0) }, ['pass']],
  ['the clerk holds the original', { form: 'original', pages: colour(true, 0) }, ['pass']],
  ['data already', { kind: 'THE_BAO_HIEM_Y_TE' }, ['warn', 'national-data']],
])('%s', (_what, made, wanted) => {
  expect(brief(said(made))).toEqual(wanted);
});

describe('data in a national base', () => {
  const marital = (procedure: string, received: string): Made => ({
    kind: 'GIAY_XAC_NHAN_TINH_TRANG_HON_NHAN',
    dossier: { code: 'X', procedure, received, owners: [] },
  });
  test.each<[string, Made, string[]]>([
    ['looked up since 2025', marital('1.000894', '2026-05-19'), ['warn', 'national-data']],
    ['handed in before', marital('1.000894', '2024-05-19'), ['pass']],
    ['the result of its own procedure', marital('1.004873', '2026-05-19'), ['pass']],
    ['without any dossier', { kind: 'GIAY_XAC_NHAN_TINH_TRANG_HON_NHAN' }, ['pass']],
  ])('%s', (_what, made, wanted) => {
    expect(brief(said(made))).toEqual(wanted);
  });
});

describe('secrecy', () => {
  const secret = withStamp('TỐI MẬT');
  test('a sure marking stops the paper, on whichever page', () => {
    const result = said({ pages: [plain, { ...secret[0]!, number: 2 }] });
    expect(brief(result)).toEqual(['stop', 'secret']);
    expect(result.problems).toMatchObject([{ code: 'gate.secret', page: 2 }]);
    expect(isRefused(result)).toBe(true);
    expect(mayBeKept(result)).toBe(false);
  });
  test('what looks like one does, too', () => {
    expect(brief(said({ pages: withStamp('TUYÊT MẠT') }))).toEqual(['stop', 'secret-doubt']);
  });
  test('secrecy that was lifted is for a person to judge', () => {
    const pages = [{ ...plain, stamps: page(['TỐI MẬT', 'GIẢI MẬT']).text.lines }];
    expect(brief(said({ pages }))).toEqual(['stop', 'secret-doubt']);
    const override = { rule: 'secret-doubt', role: 'secrecy-officer', actor: 'A', reason: 'b' };
    expect(stopsAtPage(lists, null)(pages[0]!)).toBe(true);
    expect(stopsAtPage(lists, override)(pages[0]!)).toBe(false);
  });
  test('no page of it, no word and no name is in what is told', () => {
    const told = JSON.stringify(said({ pages: [{ ...secret[0]!, text: withText('Hà Thị Thử')[0]!.text }] }));
    expect(told).not.toContain('Thử');
  });
  test('stops already at the page, and not where it was let pass', () => {
    expect(stopsAtPage(lists, null)(secret[0]!)).toBe(true);
    expect(stopsAtPage(lists, null)(plain)).toBe(false);
    const override = { rule: 'secret-doubt', role: 'secrecy-officer', actor: 'A', reason: 'b' };
    expect(stopsAtPage(lists, override)(withStamp('TUYÊT MẠT')[0]!)).toBe(false);
    expect(stopsAtPage(lists, override)(secret[0]!)).toBe(true);
  });
});

describe('let pass', () => {
  test.each<[string, Made, string]>([
    [
      'the picture of a card',
      { kind: 'HO_CHIEU', override: { rule: 'shown-only', role: 'supervisor' } },
      'pass',
    ],
    ['a copy', { form: 'copy', override: { rule: 'plain-copy', role: 'supervisor' } }, 'pass'],
    ['another rule', { form: 'copy', override: { rule: 'grey-copy', role: 'supervisor' } }, 'warn'],
    ['in no such role', { form: 'copy', override: { rule: 'plain-copy', role: 'clerk' } }, 'warn'],
    [
      'a doubt about secrecy',
      { pages: withStamp('TUYÊT MẠT'), override: { rule: 'secret-doubt', role: 'secrecy-officer' } },
      'pass',
    ],
    [
      'never a sure marking',
      { pages: withStamp('TỐI MẬT'), override: { rule: 'secret', role: 'secrecy-officer' } },
      'stop',
    ],
    [
      'nor by the rule of doubts',
      { pages: withStamp('TỐI MẬT'), override: { rule: 'secret-doubt', role: 'secrecy-officer' } },
      'stop',
    ],
  ])('%s', (_what, made, action) => {
    const result = said(made);
    expect(result.action).toBe(action);
    const overridden = result.verdicts.filter((verdict) => verdict.overridden);
    expect(overridden).toHaveLength(action === 'pass' ? 1 : 0);
    if (action !== 'pass') return;
    expect(overridden[0]?.overridden).toEqual({
      actor: 'Cán Bộ Thử',
      role: made.override?.role,
      reason: 'thử',
    });
    expect(result.problems).toEqual([]);
  });

  const given = (rule?: string, role?: string, reason?: string) => () =>
    overrideOf({ rule, role, reason }, lists.gate);
  test('says who, as what and why, or nothing', () => {
    expect(given()()).toBeNull();
    expect(given('plain-copy', 'supervisor', ' vì ')()).toEqual({
      rule: 'plain-copy',
      role: 'supervisor',
      reason: 'vì',
    });
  });
  test.each([
    ['gate.override-incomplete', given('plain-copy')],
    ['gate.override-incomplete', given(undefined, 'supervisor', 'x')],
    ['gate.override-incomplete', given('plain-copy', 'supervisor', '  ')],
    ['gate.override-unknown', given('x', 'supervisor', 'x')],
    ['gate.override-nobody', given('secret', 'secrecy-officer', 'x')],
    ['gate.override-role', given('plain-copy', 'clerk', 'x')],
  ])('%s', (code, run) => {
    expect(run).toThrow(expect.objectContaining({ kind: 'usage', code }));
    expect(hasMessage(code) && hasMessage(`${code}.hint`)).toBe(true);
  });
});

describe("a site's choices", () => {
  test('are stricter or weaker', () => {
    const copy: Made = { pages: withText(...certification) };
    const skipped = said({ ...copy, gate: { 'certified-copy': { action: 'skip' } } });
    expect([skipped.action, isRefused(skipped), mayBeKept(skipped)]).toEqual(['skip', true, false]);
    expect(said({ ...copy, gate: { 'certified-copy': { action: 'pass' } } })).toMatchObject({
      action: 'pass',
      verdicts: [],
    });
  });
  test('the strictest of several holds', () => {
    expect(brief(said({ kind: 'HO_CHIEU', form: 'copy' }))).toEqual([
      'facts-only',
      'shown-only',
      'plain-copy',
    ]);
  });
});

test('the file of one forbidden paper may not be kept as a whole', () => {
  const of = (pages: PageReading[]) => ({
    pages,
    source: 'scans/01.pdf',
    signed: false,
    dossier: null,
    override: null,
  });
  const quiet = page([
    ...head(['UBND XÃ A', 'Số: 4/BC'], state),
    centred('BÁO CÁO'),
    ...signed(['CHỦ TỊCH'], 'A B'),
  ]);
  expect(holdsUnkept([of([quiet])], lists)).toBe(false);
  expect(holdsUnkept([of([quiet]), of(withStamp('MẬT'))], lists)).toBe(true);
});

test.each([
  ['scans/01.pdf', 'copy'],
  ['ho-so-1/scans/01.pdf', 'copy'],
  ['scans/101.pdf', null],
])("the clerk's word for %s", (source, form) => {
  const papers = [{ source: 'scans/01.pdf', form: 'copy' as const }];
  expect(givenForm({ source, dossier: { code: 'X', owners: [], papers } })).toBe(form);
});

test('every rule has its message, and kinds it names are in the list', () => {
  for (const { message, when } of lists.gate.rules) {
    expect(hasMessage(message), message).toBe(true);
    for (const code of [...(when.exceptKinds ?? []), ...(when.kinds ?? []).map((kind) => kind.code)])
      expect(lists.kind(code), code).toBeDefined();
  }
});
