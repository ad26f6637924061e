// Makes the text of one line, as official papers write it: sentences, labels, codes, dates, money, names, capitals.
import type { Chance } from '../random.ts';
import type { Pools } from './pools.ts';
import { syllable } from './syllables.ts';

const two = (n: number) => String(n).padStart(2, '0');
const digits = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => chance.whole(0, 9)).join('');
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const upper = (text: string) => text.toLocaleUpperCase('vi');

function person(chance: Chance, pools: Pools): string {
  const given = Array.from({ length: chance.whole(1, 3) }, () => chance.of(pools.givenNames));
  const middle = chance.yes(0.35) ? [chance.of(['Thị', 'Văn', 'Thị', 'Hữu', 'Đức', 'Ngọc'])] : [];
  return [chance.of(pools.families), ...middle, ...given].join(' ');
}

const day = (chance: Chance) => ({
  d: two(chance.whole(1, 31)),
  m: two(chance.whole(1, 12)),
  y: String(chance.whole(1935, 2035)),
});

function date(chance: Chance): string {
  const { d, m, y } = day(chance);
  return chance.weighted([
    [4, `${d}/${m}/${y}`],
    [3, `ngày ${d} tháng ${m} năm ${y}`],
    [1, `${d}-${m}-${y}`],
    [1, `${d}.${m}.${y}`],
    [1, `${Number(d)}/${Number(m)}/${y}`],
  ]);
}

const money = (chance: Chance) => {
  const thousands = Array.from({ length: chance.whole(1, 3) }, () => digits(chance, 3)).join('.');
  return `${chance.whole(1, 999)}.${thousands}${chance.of([' đồng', 'đ', ' VNĐ', ' đồng/m²', ''])}`;
};

const area = (chance: Chance) =>
  `${chance.whole(20, 2500)}${chance.of(['', `,${chance.whole(1, 9)}`, `.${chance.whole(0, 9)}`])}${chance.of([' m²', 'm²', ' m2', 'm2', ' ha'])}`;

const notation = (chance: Chance, pools: Pools): string =>
  chance.weighted([
    [6, `${chance.whole(1, 4999)}/${chance.of(pools.forms)}-${chance.of(pools.bodies)}`],
    [
      2,
      `${chance.whole(1, 250)}/${chance.whole(1995, 2026)}/${chance.of(pools.forms)}-${chance.of(pools.bodies)}`,
    ],
    [2, `${chance.whole(1, 999)}/${chance.whole(1985, 2026)}`],
    [1, `${chance.whole(1, 999)}/${chance.of(pools.bodies)}-${chance.of(pools.bodies)}`],
    [1, `${two(chance.whole(1, 99))}/${chance.of(pools.forms)}.${chance.of(pools.bodies)}`],
  ]);

const number = (chance: Chance): string =>
  chance.weighted<() => string>([
    [4, () => digits(chance, 12)],
    [2, () => digits(chance, 9)],
    [1, () => `0${digits(chance, 9)}`],
    [1, () => `0${digits(chance, 3)}.${digits(chance, 3)}.${digits(chance, 3)}`],
    [1, () => `${digits(chance, 10)}-${digits(chance, 3)}`],
    [
      1,
      () =>
        `H${digits(chance, 2)}.${digits(chance, 2)}.${digits(chance, 2)}-${digits(chance, 6)}-${digits(chance, 4)}`,
    ],
    [1, () => `${chance.of(['BK', 'CS', 'DĐ', 'AA', 'CH', 'VP', 'ĐK'])} ${digits(chance, 6)}`],
    [
      1,
      () =>
        `${digits(chance, 6)}/${chance.of(['CCHN', 'GPHĐ', 'HCM', 'ĐNA'])}-${chance.of(['BYT', 'SYT', 'CCHN'])}`,
    ],
    [
      1,
      () => `${chance.whole(1, 99)}${chance.of(['%', ',5%', '°', ' km/h', ' kg', ' gam', ' cm', 'A', 'B1'])}`,
    ],
  ])();

const address = (chance: Chance, pools: Pools) =>
  chance.of([
    `Số ${chance.whole(1, 480)}${chance.of(['', 'A', '/12', 'B', '/7/3'])} ${chance.of(pools.streets)}, ${chance.of(pools.places)}`,
    `Tổ ${chance.whole(1, 40)}, khu phố ${chance.whole(1, 12)}, ${chance.of(pools.places)}`,
    `Thôn ${capital(syllable(chance))} ${capital(syllable(chance))}, ${chance.of(pools.places)}`,
    `${chance.of(['xã', 'phường', 'thị trấn', 'huyện', 'quận', 'thành phố', 'ấp', 'xóm'])} ${capital(syllable(chance))} ${capital(syllable(chance))}, ${chance.of(pools.places)}`,
  ]);

const sentence = (chance: Chance, pools: Pools) =>
  chance.weighted<() => string>([
    [5, () => `${chance.of(pools.subjects)} ${chance.of(pools.deeds)} ${chance.of(pools.tails)}`],
    [
      2,
      () =>
        `${chance.of(pools.subjects)} ${chance.of(pools.places)} ${chance.of(pools.deeds)}, ${chance.of(pools.singles)} ${chance.of(pools.tails)}`,
    ],
    [
      2,
      () =>
        `Theo đề nghị của ${chance.of(pools.subjects)} tại ${chance.of(['Tờ trình', 'Báo cáo', 'Công văn'])} số ${notation(chance, pools)} ngày ${date(chance)}`,
    ],
    [
      2,
      () =>
        `Căn cứ ${chance.of(['Luật', 'Nghị định', 'Thông tư', 'Quyết định'])} số ${notation(chance, pools)} ${chance.of(pools.tails)};`,
    ],
    [
      2,
      () =>
        `${chance.of(['Điều', 'Khoản', 'Mục', 'Chương', 'Phần'])} ${chance.whole(1, 90)}. ${capital(chance.of(pools.deeds))} ${chance.of(pools.tails)}`,
    ],
    [2, () => Array.from({ length: chance.whole(2, 5) }, () => chance.of(pools.singles)).join(', ')],
    [
      1,
      () =>
        Array.from({ length: chance.whole(2, 4) }, () => chance.of(pools.prosePhrases)).join(
          chance.of([', ', ' ', ' và ', '; ']),
        ),
    ],
  ])();

/** What a label is followed by on a form. */
const value = (chance: Chance, pools: Pools) =>
  chance.weighted<() => string>([
    [4, () => person(chance, pools)],
    [2, () => upper(person(chance, pools))],
    [3, () => date(chance)],
    [3, () => number(chance)],
    [2, () => address(chance, pools)],
    [2, () => chance.of(pools.places)],
    [1, () => capital(chance.of(pools.singles))],
    [1, () => money(chance)],
    [1, () => area(chance)],
    [
      1,
      () =>
        chance.of([
          'Nam',
          'Nữ',
          'Kinh',
          'Việt Nam',
          'Tày',
          'Thái',
          'Khmer',
          'Hoa',
          'Mường',
          'Không',
          'Ê Đê',
          'Hmông',
        ]),
    ],
  ])();

const dots = (chance: Chance) => '.'.repeat(chance.whole(4, 30));

const form = (chance: Chance, pools: Pools) => {
  const label = chance.of(pools.labels);
  return chance.weighted<() => string>([
    [6, () => `${label}: ${value(chance, pools)}`],
    [2, () => `${chance.whole(1, 20)}. ${label}: ${value(chance, pools)}`],
    [
      1,
      () =>
        `${label} (${chance.of(['nếu có', 'chữ in hoa', 'bằng số', 'ghi rõ', '2'])}): ${value(chance, pools)}`,
    ],
    [1, () => `${label}: ${chance.of(pools.labels)}: ${value(chance, pools)}`],
    [1, () => `${label}: ${dots(chance)}`],
    [1, () => `${label}: ${value(chance, pools)}${dots(chance)}`],
  ])();
};

const listed = (chance: Chance, pools: Pools) =>
  `${chance.of(['-', '+', '•', `${chance.whole(1, 30)}.`, `${chance.of([...'abcdđegh'])})`, `${chance.of(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'])}.`, `(${chance.whole(1, 9)})`, `${chance.whole(1, 9)}.${chance.whole(1, 9)}.`])} ${chance.of([() => capital(sentence(chance, pools)), () => chance.of(pools.subjects), () => capital(chance.of(pools.singles)), () => address(chance, pools)])()}`;

const heading = (chance: Chance, pools: Pools) =>
  chance.weighted<() => string>([
    [4, () => chance.of(pools.heads)],
    [2, () => upper(chance.of(pools.titles))],
    [
      2,
      () =>
        `${chance.of(['ỦY BAN NHÂN DÂN', 'UBND', 'HỘI ĐỒNG NHÂN DÂN', 'CÔNG AN', 'SỞ TƯ PHÁP', 'SỞ Y TẾ'])} ${upper(chance.of(pools.places))}`,
    ],
    [2, () => `Số: ${notation(chance, pools)}`],
    [
      2,
      () =>
        `${chance.of(pools.places)}, ngày ${two(chance.whole(1, 31))} tháng ${two(chance.whole(1, 12))} năm ${chance.whole(1988, 2030)}`,
    ],
    [2, () => upper(person(chance, pools))],
    [1, () => upper(sentence(chance, pools)).slice(0, 70).trim()],
    [1, () => `V/v ${sentence(chance, pools)}`],
    [
      1,
      () =>
        chance.of([
          'Nơi nhận:',
          '- Như trên;',
          '- Như Điều 3;',
          '- Lưu: VT.',
          `- Lưu: VT, ${chance.of(pools.bodies)}.`,
          `- Lưu: VT, ${chance.of(pools.forms)} (${chance.whole(2, 20)}b).`,
        ]),
    ],
  ])();

const odd = (chance: Chance, pools: Pools) =>
  chance.weighted<() => string>([
    [3, () => Array.from({ length: chance.whole(3, 10) }, () => syllable(chance)).join(' ')],
    [2, () => Array.from({ length: chance.whole(2, 6) }, () => upper(syllable(chance))).join(' ')],
    [2, () => Array.from({ length: chance.whole(2, 5) }, () => capital(syllable(chance))).join(' ')],
    [2, () => Array.from({ length: chance.whole(2, 6) }, () => number(chance)).join(' ')],
    [1, () => `${chance.of(pools.singles)} ${syllable(chance)}./.`],
    [
      1,
      () =>
        `${syllable(chance)}${digits(chance, 2)}@${chance.of(['gmail.com', 'yahoo.com', 'tinhdoan.gov.vn', 'congan.gov.vn'])}`,
    ],
    [1, () => `www.${bareWord(syllable(chance))}${bareWord(syllable(chance))}.gov.vn`],
    [1, () => `${chance.whole(1, 24)} giờ ${two(chance.whole(0, 59))} phút, ${date(chance)}`],
    [
      1,
      () =>
        `(${chance.of(['Bằng chữ', 'Viết bằng chữ'])}: ${capital(Array.from({ length: chance.whole(3, 8) }, () => chance.of('một hai ba bốn năm sáu bảy tám chín mười mươi lăm mốt tư trăm nghìn triệu tỷ linh'.split(' '))).join(' '))} đồng)`,
    ],
  ])();

const bareWord = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/** Text of one line, `longest` characters at most, single spaces. */
export function lineOf(chance: Chance, pools: Pools, longest: number): string {
  const text = chance.weighted<() => string>([
    [5, () => capital(sentence(chance, pools))],
    [2, () => `${sentence(chance, pools)} ${sentence(chance, pools)}`],
    [6, () => form(chance, pools)],
    [3, () => listed(chance, pools)],
    [5, () => heading(chance, pools)],
    [3, () => odd(chance, pools)],
  ])();
  const end = chance.yes(0.25) && /\p{L}$/u.test(text) ? chance.of(['.', ';', ',', ':', './.', '.']) : '';
  return cut(`${text}${end}`.replace(/\s+/g, ' ').trim(), longest);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const at = text.lastIndexOf(' ', longest);
  return text.slice(0, at > 8 ? at : longest).trim();
}
