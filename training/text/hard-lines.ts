// Lines of what reading errs on most: capitals with marks, Roman numerals, units, short entries, codes of cards.
import type { Chance } from '../random.ts';
import { lineOf } from './lines.ts';
import type { Pools } from './pools.ts';
import { syllable } from './syllables.ts';

const upper = (text: string) => text.toLocaleUpperCase('vi');
const digits = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => chance.whole(0, 9)).join('');

function roman(value: number): string {
  const signs = ['XL', 'X', 'IX', 'V', 'IV', 'I'] as const;
  const worth = { XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };
  let left = value;
  let text = '';
  for (const sign of signs)
    while (left >= worth[sign]) {
      text += sign;
      left -= worth[sign];
    }
  return text;
}

const capitals = (chance: Chance, pools: Pools) =>
  chance.weighted<() => string>([
    [
      3,
      () =>
        upper(`${chance.of(pools.families)} ${chance.of(pools.givenNames)} ${chance.of(pools.givenNames)}`),
    ],
    [2, () => upper(chance.of(pools.places))],
    [2, () => upper(`${chance.of(pools.subjects)} ${chance.of(pools.deeds)}`)],
    [2, () => upper(chance.of(pools.titles))],
    [3, () => Array.from({ length: chance.whole(2, 6) }, () => upper(syllable(chance))).join(' ')],
    [
      2,
      () =>
        `${chance.of(['CHỦ TỊCH', 'CHỦ HỘ', 'CHỦ ĐẦU TƯ', 'TỈNH', 'XÃ', 'THỊ XÃ', 'THỦY', 'QUẢNG', 'HẢI'])} ${upper(syllable(chance))} ${upper(chance.of(pools.givenNames))}`,
    ],
  ])();

const numbered = (chance: Chance, pools: Pools) => {
  const number = roman(chance.whole(1, 40));
  return chance.of([
    `${number}. ${upper(chance.of(pools.singles))}`,
    `${number}. ${chance.of(pools.subjects)}`,
    `${chance.of(['Chương', 'Phần', 'Mục', 'Quý', 'Tập', 'Kỳ họp thứ', 'Khóa', 'Phụ lục'])} ${number} ${chance.of(pools.tails)}`,
    `${number}. ${chance.of(pools.labels)}:`,
    `${chance.of(pools.singles)} ${number}/${chance.whole(1990, 2030)}`,
  ]);
};

const measured = (chance: Chance, pools: Pools) => {
  const size = () =>
    `${chance.whole(9, 3000)}${chance.of(['', `,${chance.whole(1, 9)}`, `.${chance.whole(1, 9)}`])}`;
  const unit = () => chance.of([' m²', 'm²', ' m²', ' m³', ' ha', ' m', '%']);
  const end = () => chance.of(['', ';', '.', ',', ')']);
  return chance.of([
    `${chance.of(pools.labels)}: ${size()}${unit()}${end()}`,
    `${chance.of(pools.singles)} ${size()}${unit()}, ${chance.of(pools.singles)}: ${size()}${unit()}${end()}`,
    `${chance.of([...'abcdđeghk'])}) ${chance.of(pools.labels)}: ${size()}${unit()}${end()}`,
    `- ${chance.of(pools.labels)} tầng ${chance.whole(1, 9)}: ${size()}${unit()}; tổng ${size()}${unit()}`,
  ]);
};

const short = (chance: Chance, pools: Pools) =>
  chance.of([
    digits(chance, chance.whole(1, 3)),
    `${digits(chance, 2)}.`,
    `(${chance.whole(1, 30)})`,
    chance.of(pools.singles),
    chance.of(pools.givenNames),
    `${chance.of(pools.labels)}:`,
    `Số: ${digits(chance, 3)}`,
    chance.of([
      'Chồng',
      'Vợ',
      'Con',
      'Nam',
      'Nữ',
      'Tổng',
      'Cộng',
      'STT',
      'Y',
      'A',
      'B',
      'Có',
      'Không',
      'Mẫu số',
      'x',
      '- Nt -',
    ]),
  ]);

const coded = (chance: Chance) =>
  chance.of([
    `IDVNM${digits(chance, 22)}<<${chance.whole(0, 9)}`,
    `${digits(chance, 7)}${chance.of(['F', 'M'])}${digits(chance, 7)}VNM<<<<<<<<<<<${chance.whole(0, 9)}`,
    `Số/No.: ${digits(chance, 12)}`,
    `Date of expiry: ${digits(chance, 2)}/${digits(chance, 2)}/20${digits(chance, 2)}`,
    `${chance.of(['Họ và tên / Full name:', 'Giới tính / Sex: Nam', 'Quốc tịch / Nationality: Việt Nam', 'Ngày sinh / Date of birth:', 'Quê quán / Place of origin:', 'Hạng/Class: B2', 'Có giá trị đến / Date of expiry:'])}`,
    `${digits(chance, 2)}/${digits(chance, 2)}/${digits(chance, 4)} ${digits(chance, 2)}:${digits(chance, 2)}:${digits(chance, 2)}`,
  ]);

/** As `lineOf`, but every line has something of what is hard. */
export function hardLineOf(chance: Chance, pools: Pools, longest: number): string {
  const make = chance.weighted<() => string>([
    [5, () => capitals(chance, pools)],
    [3, () => numbered(chance, pools)],
    [3, () => measured(chance, pools)],
    [2, () => short(chance, pools)],
    [2, () => coded(chance)],
  ]);
  const text = make().replace(/\s+/g, ' ').trim();
  return text.length <= longest ? text : lineOf(chance, pools, longest);
}
