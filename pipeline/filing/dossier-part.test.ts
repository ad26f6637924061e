// What a paper is in its dossier, by the version of the procedure in force on the day of reception.
import { describe, expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { madeWork } from '../testing/made-work.ts';
import { dossierPart } from './dossier-part.ts';

const lists = loadLists();
const birth = { code: 'H42.38-260603-0147', received: '2026-06-03', procedure: '1.001193', owners: [] };
const licence = { code: 'H40.09-260408-0031', received: '2026-04-08', procedure: '1.012289', owners: [] };

test.each([
  ['asked for as it is', birth, 'GIAY_CHUNG_SINH', 'chung_minh_viec_sinh', 'submitted', 'original'],
  ['only shown', birth, 'CAN_CUOC_CONG_DAN', 'giay_to_tuy_than', 'submitted', 'shown'],
  ['asked for as a certified copy', licence, 'VAN_BANG_CHUYEN_MON', 'van_bang', 'submitted', 'copy'],
  ['the result', birth, 'GIAY_KHAI_SINH', null, 'result', 'original'],
  ['not asked for', birth, 'GIAY_PHEP_XAY_DUNG', null, 'submitted', 'original'],
  [
    'a procedure that nobody knows',
    { ...birth, procedure: '9.999999' },
    'GIAY_CHUNG_SINH',
    null,
    'submitted',
    'original',
  ],
])('%s', (_what, dossier, kind, component, role, form) => {
  expect(dossierPart(madeWork({ kind, dossier }), lists).paper).toEqual({
    component,
    role,
    form,
    issuingAgency: null,
  });
});

describe('receiving agency', () => {
  test.each([
    ['H42.38-260603-0147', 'H42.38'],
    ['H42-260603-0147', 'H42'],
    ['abc', undefined],
  ])('of %s', (code, agency) => {
    expect(
      dossierPart(madeWork({ kind: 'BIEN_BAN', dossier: { code, owners: [] } }), lists).receivingAgency,
    ).toBe(agency);
  });
});

test('before the procedure was in force it has no version', () => {
  expect(dossierPart(madeWork({ kind: 'GIAY_CHUNG_SINH', dossier: birth }), lists).procedureVersion).toBe(1);
  const early = { ...birth, received: '1990-01-01' };
  expect(
    dossierPart(madeWork({ kind: 'GIAY_CHUNG_SINH', dossier: early }), lists).procedureVersion,
  ).toBeUndefined();
});
