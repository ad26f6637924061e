// Agreement and contradiction: QR codes, machine-readable lines, owners of the dossier, handwriting.
import { describe, expect, test } from 'vitest';
import { hasMessage } from '../../core/messages/index.ts';
import type { Mark, OwnerRef } from '../../core/model.ts';
import { mrzCheck, readMrz } from './mrz-facts.ts';
import { parseCardQr, parseReceiptQr } from './qr-facts.ts';
import { factsOf } from './testing/facts-of.ts';
import { centred, head, type MadeLine, page, signed, state } from './testing/layout-maker.ts';

const qr = (text: string): Mark => ({ format: 'QRCode', text, box: [0.8, 0.05, 0.1, 0.07] });
const cardQr =
  '001090012345|012345678|Lê Quang Huy|05061990|Nam|Số 5, đường Láng, phường Láng, thành phố Hà Nội|01082021';
const card = (lines: readonly MadeLine[], marks: readonly Mark[]) =>
  page([{ text: 'CĂN CƯỚC CÔNG DÂN', x: 95, size: 12 }, ...lines], { marks });
const printed = (number: string, name: string): MadeLine[] => [
  { text: `Số / No.: ${number}`, x: 80, size: 9 },
  { text: `Họ và tên / Full name: ${name}`, x: 80, size: 9 },
  { text: 'Ngày sinh / Date of birth: 05/06/1990', x: 80, size: 9 },
  { text: 'Giới tính / Sex: Nam', x: 80, size: 9 },
];

describe('a card with its QR', () => {
  test('print and code agree: sure, with the spelling of the code', () => {
    const { facts, sure, codes } = factsOf([card(printed('001090012345', 'LÊ QUANG HỤY'), [qr(cardQr)])]);
    expect(facts).toMatchObject({
      so_dinh_danh: '001090012345',
      ho_ten: 'LÊ QUANG HUY',
      ngay_sinh: '1990-06-05',
    });
    expect(Math.min(sure.so_dinh_danh ?? 0, sure.ho_ten ?? 0, sure.ngay_sinh ?? 0)).toBeGreaterThan(0.95);
    expect(codes).toEqual([]);
  });

  test('what only the code says is given, but not surely', () => {
    const { facts, sure } = factsOf([card(printed('001090012345', 'LÊ QUANG HUY'), [qr(cardQr)])]);
    expect(facts.ngay_cap).toBe('2021-08-01');
    expect(sure.ngay_cap).toBeLessThan(0.9);
  });

  test("another person's code: nothing it contradicts is sure", () => {
    const other = cardQr.replace('001090012345', '036188111222').replace('Lê Quang Huy', 'Trần Thị Bông');
    const { facts, sure, codes } = factsOf([card(printed('001090012345', 'LÊ QUANG HUY'), [qr(other)])]);
    expect(facts).toMatchObject({ so_dinh_danh: '001090012345', ho_ten: 'LÊ QUANG HUY' });
    expect(Math.max(sure.so_dinh_danh ?? 1, sure.ho_ten ?? 1)).toBeLessThan(0.9);
    expect(codes).toContain('understand.sources-differ');
  });

  test('a number two digits off is not mended silently', () => {
    const { facts, sure, codes } = factsOf([card(printed('001090012375', 'LÊ QUANG HUY'), [qr(cardQr)])]);
    expect(facts.so_dinh_danh).toBe('001090012345');
    expect(sure.so_dinh_danh).toBeLessThan(0.9);
    expect(codes).toContain('understand.sources-differ');
  });
});

test.each(['', 'SOHOA/1/SEP', '123|x|y|z', 'https://example.vn/a|b|c|d|e|f|g'])(
  'no card and no receipt: %j',
  (text) => {
    expect(parseCardQr(text)).toBeNull();
    expect(parseReceiptQr(text)).toBeNull();
  },
);

test('a receipt code', () => {
  expect(
    parseReceiptQr('H14.67-20261006-0062296|1.001193|004197436382|Giấy tiếp nhận|HTTT|2026-10-06|2026-10-21'),
  ).toEqual({
    ma_ho_so: 'H14.67-20261006-0062296',
    ma_tthc: '1.001193',
    so_dinh_danh: '004197436382',
    ngay_ban_hanh: '2026-10-06',
    ngay_hen_tra: '2026-10-21',
  });
});

describe('machine-readable lines', () => {
  test('the example of ICAO 9303', () => {
    expect(mrzCheck('740812')).toBe(2);
    expect(mrzCheck('D23145890')).toBe(7);
  });

  test('what its check digits hold is read, the rest is not', () => {
    const number = `IDVNM090012345${mrzCheck('090012345')}001090012345<<0`;
    const birth = `900605${mrzCheck('900605')}M300605${mrzCheck('300605')}VNM<<<<<<<<<<<4`;
    expect(readMrz([number, birth, 'LE<<QUANG<HUY<<<<<<<<<<<<<<<<<'])).toEqual({
      number: '001090012345',
      birth: '1990-06-05',
      expiry: '2030-06-05',
      name: 'LE QUANG HUY',
    });
    const wrong = (mrzCheck('900605') + 1) % 10;
    expect(readMrz([`900605${wrong}M300605${mrzCheck('300605')}VNM`])).toEqual({ expiry: '2030-06-05' });
  });
});

const certificate = (number: string, more: Partial<MadeLine> = {}) =>
  page([
    ...state.map((text) => centred(text, 12)),
    centred('GIẤY KHAI SINH', 18),
    'Số: 15/2020',
    { text: 'Họ, chữ đệm, tên: NGUYỄN MINH ANH' },
    { text: 'Ngày, tháng, năm sinh: 02/09/2020' },
    { text: `Số định danh cá nhân: ${number}`, ...more },
    ...signed(['NGƯỜI KÝ GIẤY KHAI SINH', 'CHỦ TỊCH'], 'Vũ Thị Hương'),
  ]);

describe('numbers', () => {
  test('birth year and gender in the number confirm each other or warn', () => {
    expect(factsOf([certificate('001320012345')]).codes).not.toContain('identity.birth-differs');
    const { codes, facts } = factsOf([certificate('001315012345')]);
    expect(codes).toContain('identity.birth-differs');
    expect(facts.so_dinh_danh).toBe('001315012345');
  });

  test('a wrong number of digits is never sure', () => {
    const { sure } = factsOf([certificate('00132001234')]);
    expect(sure.so_dinh_danh ?? 0).toBeLessThan(0.5);
  });

  const owner: OwnerRef = { kind: 'citizen', scheme: 'SDD', number: '001320012345', name: 'Nguyễn Minh Anh' };
  test("the dossier's owner confirms, a number nearly the owner's is doubtful and stays as printed", () => {
    const doubtful = { confidence: 0.8 };
    const alone = factsOf([certificate('001320012345', doubtful)]);
    const known = factsOf([certificate('001320012345', doubtful)], { owners: [owner] });
    expect(known.sure.so_dinh_danh).toBeGreaterThan(alone.sure.so_dinh_danh ?? 1);
    const near = factsOf([certificate('001320012845')], { owners: [owner] });
    expect(near.facts.so_dinh_danh).toBe('001320012845');
    expect(near.sure.so_dinh_danh).toBeLessThan(0.9);
    expect(near.codes).toContain('understand.near-owner');
  });
});

test('a day after the reception cannot be sure', () => {
  const known = factsOf([certificate('001320012345')], { received: '2020-12-01' });
  expect(known.sure.ngay_sinh).toBeGreaterThan(0.9);
  const early = factsOf([certificate('001320012345')], { received: '2020-08-31' });
  expect(early.facts.ngay_sinh).toBe('2020-09-02');
  expect(early.sure.ngay_sinh).toBeLessThan(0.9);
  expect(early.codes).toContain('understand.date-impossible');
});

describe('handwriting', () => {
  const written = (confidence: number) => (text: string, value: string) => ({
    text: `${text} ${value}`,
    doubts: Object.fromEntries(value.split(' ').map((word) => [word, confidence])),
  });
  const form = (confidence: number) => {
    const line = written(confidence);
    return page([
      ...state.map((text) => centred(text, 12)),
      centred('TỜ KHAI ĐĂNG KÝ KHAI SINH', 16),
      line('Họ, chữ đệm, tên người yêu cầu:', 'Nguyễn Văn Minh'),
      line('Số định danh cá nhân/Giấy tờ tùy thân:', '036090004321'),
      line('Nơi cư trú:', 'Số 5 đường Láng phường Láng'),
      'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:',
      line('Họ, chữ đệm, tên:', 'Nguyễn Minh Anh'),
      line('Ngày, tháng, năm sinh:', '02/09/2020'),
    ]);
  };

  test('that cannot be read surely is left out with a problem', () => {
    const { kind, facts, problems } = factsOf([form(0.4)]);
    expect(kind).toBe('TO_KHAI_DANG_KY_KHAI_SINH');
    expect(facts).not.toHaveProperty('nguoi_yeu_cau');
    expect(facts).not.toHaveProperty('so_dinh_danh');
    expect(problems).toContainEqual({ code: 'understand.handwriting', field: 'ho_ten', page: 1 });
  });

  test('a name that is read well is given, but never surely by itself; digits are left out', () => {
    const { facts, sure, problems } = factsOf([form(0.83)]);
    expect(facts.ho_ten).toBe('Nguyễn Minh Anh');
    expect(sure.ho_ten).toBeLessThan(0.9);
    expect(facts).not.toHaveProperty('ngay_sinh');
    expect(problems).toContainEqual({ code: 'understand.handwriting', field: 'ngay_sinh', page: 1 });
  });

  test('a form filled in by machine is sure', () => {
    const { sure } = factsOf([form(0.96)]);
    expect(sure).toMatchObject({
      nguoi_yeu_cau: expect.closeTo(0.98, 1),
      so_dinh_danh: expect.closeTo(0.98, 1),
    });
  });

  test('a number set by pen into a printed notation is left out, and its date with it', () => {
    const { facts, problems } = factsOf([
      page([
        ...head(
          ['UBND TỈNH NGHỆ AN', 'SỞ NỘI VỤ', 'Số: 183 /TB-SNV'],
          [...state, 'Nghệ An, ngày 02 tháng 12 năm 2024'],
        ),
        centred('THÔNG BÁO', 14),
        centred('Về việc nghỉ lễ'),
        ...signed(['GIÁM ĐỐC'], 'Hoàng Quốc Việt'),
      ]),
    ]);
    expect(facts.so_ky_hieu).toBeUndefined();
    expect(problems).toContainEqual({ code: 'understand.handwriting', field: 'so_ky_hieu', page: 1 });
    expect(facts.ngay_ban_hanh).toBeUndefined();
  });
});

test('every problem has its message and hint', () => {
  for (const code of [
    'understand.kind-unsure',
    'understand.field-missing',
    'understand.handwriting',
    'understand.sources-differ',
    'understand.near-owner',
    'understand.date-impossible',
    'identity.birth-differs',
    'identity.gender-differs',
  ]) {
    expect(hasMessage(code), code).toBe(true);
    expect(hasMessage(`${code}.hint`), code).toBe(true);
  }
});
