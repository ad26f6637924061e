// What need not be handed in again: cases by hand, and a procedure of the real lists.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperRow, Registry } from '../core/ports.ts';
import { loadLists, type ProcedureComponent } from '../lists/index.ts';
import { sqliteRegistry } from './registry/sqlite.ts';
import { answerReuse, type ReuseState } from './reuse.ts';
import { ownerRow, paperRow } from './testing/rows.ts';

const kinds = [
  { code: 'KET_QUA', name: 'Kết quả', kind: 'ket_qua', digitise: 'yes' },
  { code: 'DON', name: 'Đơn', kind: 'thanh_phan', digitise: 'yes' },
  { code: 'THE', name: 'Thẻ', kind: 'ket_qua', digitise: 'facts-only' },
] as const;
const component = (changes: Partial<ProcedureComponent> = {}): ProcedureComponent => ({
  key: 'thanh_phan',
  anyOf: ['KET_QUA'],
  required: true,
  condition: null,
  form: 'original',
  copies: 1,
  source: 'store',
  sensitive: false,
  ...changes,
});
const perpetual = { kind: 'KET_QUA', perpetual: true, validTo: null } as const;
const until = (validTo: string) => ({ kind: 'KET_QUA', perpetual: false, validTo }) as const;

/** A registry with this owner's papers, and one of somebody else that satisfies everything. */
async function kho(
  papers: Partial<PaperRow>[],
): Promise<{ registry: Registry; ownerId: string; rows: PaperRow[] }> {
  const registry = sqliteRegistry(':memory:');
  await registry.migrate();
  const [owner, stranger] = [ownerRow(), ownerRow()];
  const rows = papers.map((paper) => paperRow(paper));
  const other = paperRow(perpetual);
  const held = (row: PaperRow, ownerId: string) =>
    [
      { op: 'paper.insert', row },
      { op: 'paper.owner', row: { paperId: row.id, ownerId, role: 'chu_giay_to', lead: true } },
    ] as const;
  await registry.commit([
    { op: 'owner.put', row: owner },
    { op: 'owner.put', row: stranger },
    ...rows.flatMap((row) => held(row, owner.id)),
    ...held(other, stranger.id),
  ]);
  return { registry, ownerId: owner.id, rows };
}

const cases: [
  what: string,
  papers: Partial<PaperRow>[],
  asked: ProcedureComponent,
  state: ReuseState,
  paper: number | null,
][] = [
  ['nothing there', [], component(), 'missing', null],
  ['a perpetual paper', [perpetual], component(), 'in-kho', 0],
  ['valid on the last day', [until('2026-11-22')], component(), 'in-kho', 0],
  ['run out', [until('2026-11-21')], component(), 'expired', 0],
  ['run out and a valid one', [until('2026-11-21'), until('2027')], component(), 'in-kho', 1],
  [
    'two valid ones: the later issued',
    [
      { ...perpetual, issued: '2020-01-01' },
      { ...perpetual, issued: '2019' },
    ],
    component(),
    'in-kho',
    0,
  ],
  ['no last day known', [{ ...perpetual, perpetual: false }], component(), 'unclear', 0],
  ['revoked', [{ ...perpetual, legalStatus: 'revoked' }], component(), 'missing', null],
  ['still in review', [{ ...perpetual, state: 'review' }], component(), 'missing', null],
  ['another kind', [{ ...perpetual, kind: 'DON' }], component(), 'missing', null],
  [
    'any of several kinds',
    [{ ...perpetual, kind: 'DON' }],
    component({ anyOf: ['KET_QUA', 'DON'] }),
    'in-kho',
    0,
  ],
  [
    'an application form is made anew',
    [{ ...perpetual, kind: 'DON' }],
    component({ anyOf: ['DON'], source: 'citizen' }),
    'missing',
    null,
  ],
  ['a result the citizen would bring', [perpetual], component({ source: 'citizen' }), 'in-kho', 0],
  [
    'to be shown by the citizen',
    [perpetual],
    component({ source: 'citizen', form: 'shown', copies: 0 }),
    'only-shown',
    null,
  ],
  ['to be shown, and here', [perpetual], component({ form: 'shown', copies: 0 }), 'in-kho', 0],
  [
    'a card of which only facts are kept',
    [{ ...perpetual, kind: 'THE' }],
    component({ anyOf: ['THE'], source: 'nationalDb' }),
    'only-shown',
    null,
  ],
  ['in a national base', [], component({ source: 'nationalDb' }), 'national-db', null],
  ['in a national base, but here too', [perpetual], component({ source: 'nationalDb' }), 'in-kho', 0],
  ['in a national base, run out here', [until('2020')], component({ source: 'nationalDb' }), 'expired', 0],
];

test.each(cases)('%s', async (_, papers, asked, state, paper) => {
  const { registry, ownerId, rows } = await kho(papers);
  const procedure = { code: '1.000000', version: 3, components: [asked] };
  const answer = await answerReuse({ registry, procedure, kinds, ownerId, on: '2026-11-22' });
  const found = paper === null ? null : rows[paper]!;
  expect(answer).toMatchObject({ procedure: '1.000000', procedureVersion: 3, ownerId, on: '2026-11-22' });
  expect(answer.components).toEqual([
    {
      component: 'thanh_phan',
      state,
      required: true,
      condition: null,
      form: asked.form,
      kinds: asked.anyOf.map((code) => ({ code, name: kinds.find((kind) => kind.code === code)?.name })),
      paper: found,
      validTo: found?.validTo ?? null,
      perpetual: found?.perpetual ?? false,
    },
  ]);
  await registry.close();
});

describe('with the lists', () => {
  let registry: Registry;
  let ownerId: string;
  beforeAll(async () => {
    const marriage = { ...perpetual, kind: 'GIAY_CHUNG_NHAN_KET_HON' };
    const card = { ...perpetual, kind: 'CAN_CUOC_CONG_DAN' };
    const form = { ...perpetual, kind: 'TO_KHAI_DANG_KY_KHAI_SINH' };
    ({ registry, ownerId } = await kho([marriage, card, form]));
  });
  afterAll(() => registry.close());

  test('birth registration: the marriage certificate is here, the form is made anew, the card is shown', async () => {
    const lists = await loadLists();
    const procedure = lists.procedures.find(({ code }) => code === '1.001193')!;
    const { components } = await answerReuse({
      registry,
      procedure,
      kinds: lists.kinds,
      ownerId,
      on: '2026-11-22',
    });
    const states = Object.fromEntries(components.map(({ component: key, state }) => [key, state]));
    expect(states).toMatchObject({
      to_khai: 'missing',
      chung_minh_viec_sinh: 'national-db',
      giay_chung_nhan_ket_hon: 'in-kho',
      giay_to_tuy_than: 'only-shown',
    });
    expect(components.find(({ component: key }) => key === 'giay_chung_nhan_ket_hon')?.condition).toEqual(
      procedure.components.find(({ key }) => key === 'giay_chung_nhan_ket_hon')?.condition,
    );
  });
});
