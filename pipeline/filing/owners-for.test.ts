// Whose paper it is: by the roles of its kind, numbers from the dossier only where name and birth agree.
import { expect, test } from 'vitest';
import type { OwnerRef } from '../../core/model.ts';
import { loadLists } from '../../lists/index.ts';
import { fact, madeWork } from '../testing/made-work.ts';
import { ownersFor } from './owners-for.ts';

const lists = loadLists();
const lan: OwnerRef = {
  kind: 'citizen',
  scheme: 'SDD',
  number: '036194008214',
  name: 'Vũ Thị Ngọc Lan',
  birth: '1994-03-17',
};
const dossierOf = (...owners: OwnerRef[]) => ({ code: 'H42.38-260603-0147', owners });
const couple = [
  fact('ho_ten_vo', 'Vũ Thị Ngọc Lan'),
  fact('so_dinh_danh_vo', '036194008214'),
  fact('ho_ten_chong', 'Phạm Đức Thành'),
  fact('so_dinh_danh_chong', '036091012667'),
];
const diploma = [fact('ho_ten', 'VŨ THỊ NGỌC LAN'), fact('ngay_sinh', '1994-03-17')];

test.each([
  ['both of a marriage', 'GIAY_CHUNG_NHAN_KET_HON', couple, undefined, ['036194008214', '036091012667']],
  [
    'a number that was not read: the dossier’s, by name',
    'GIAY_CHUNG_NHAN_KET_HON',
    couple.toSpliced(1, 1),
    dossierOf(lan),
    ['036194008214', '036091012667'],
  ],
  [
    'without the dossier he stays out until a clerk matches him',
    'GIAY_CHUNG_NHAN_KET_HON',
    couple.toSpliced(1, 1),
    undefined,
    ['036091012667'],
  ],
  ['a diploma without number', 'VAN_BANG_CHUYEN_MON', diploma, dossierOf(lan), ['036194008214']],
  [
    'another day of birth is another person',
    'VAN_BANG_CHUYEN_MON',
    diploma,
    dossierOf({ ...lan, birth: '1990-01-01' }),
    [],
  ],
  [
    'two of one name: nobody is guessed',
    'VAN_BANG_CHUYEN_MON',
    diploma,
    dossierOf(lan, { ...lan, number: '036194000001' }),
    [],
  ],
  [
    'an organisation of the name is no person',
    'VAN_BANG_CHUYEN_MON',
    diploma,
    dossierOf({ ...lan, kind: 'organisation' }),
    [],
  ],
  ['another name', 'VAN_BANG_CHUYEN_MON', diploma, dossierOf({ ...lan, name: 'Vũ Thị Lan' }), []],
  ['a kind that nobody knows', 'KHONG_CO', couple, undefined, []],
])('%s', (_what, kind, facts, dossier, numbers) => {
  const owners = ownersFor(madeWork({ kind, facts, ...(dossier ? { dossier } : {}) }), lists);
  expect(owners.map((o) => o.number)).toEqual(numbers);
});
