// Markings of secrecy as readers give them are found; names, headings and words of a sentence are not.
import { describe, expect, test } from 'vitest';
import type { Line } from '../../core/model.ts';
import { loadLists } from '../../lists/index.ts';
import { centred, head, type MadeLine, page, state } from '../understand/testing/layout-maker.ts';
import { findMarkings } from './find-marking.ts';

const rule = (code: string) => loadLists().gate.rules.find((each) => each.code === code)!;
const words = rule('secret-doubt').when.markings!.words;

const body = [
  'Thực hiện kế hoạch công tác năm 2026, Sở Nội vụ báo cáo như sau:',
  'Trong sáu tháng đầu năm, các đơn vị đã hoàn thành chỉ tiêu được giao.',
];
const letter = (under: readonly MadeLine[]) =>
  page([
    ...head(['ỦY BAN NHÂN DÂN', 'TỈNH NAM ĐỊNH', 'Số: 12/BC-UBND'], state),
    ...under,
    { text: 'BÁO CÁO', y: 80, align: 'centre', size: 14 },
    ...body,
  ]);
const at = (text: string, x = 40, y = 50): MadeLine => ({ text, x, y });
const stampsOf = (texts: readonly (string | MadeLine)[]): Line[] => [
  ...page(texts.map((text) => (typeof text === 'string' ? at(text) : text))).text.lines,
];
const found = (of: ReturnType<typeof page>) =>
  findMarkings(of, words).map(({ word, sure, how }) => `${word} ${sure ? 'sure' : 'doubt'} ${how}`);

describe('printed in the head', () => {
  test.each([
    ['MẬT', 'MẬT sure head'],
    ['MẬT.', 'MẬT sure head'],
    ['| MẬT |', 'MẬT sure head'],
    ['TỐI MẬT', 'TỐI MẬT sure head'],
    ['TỐl MẬT', 'TỐI MẬT sure head'],
    ['T Ố I M Ậ T', 'TỐI MẬT sure head'],
    ['[TỐI MẬT]', 'TỐI MẬT sure head'],
    ['TUYỆT MẬT', 'TUYỆT MẬT sure head'],
    ['TÓI MẬT', 'TỐI MẬT doubt head'],
    ['TOI MAT', 'TỐI MẬT doubt head'],
    ['TUYÊT MÂT', 'TUYỆT MẬT doubt head'],
    ['MÂT', 'MẬT doubt head'],
    ['GIẢI MẬT', 'GIẢI MẬT sure head'],
    ['TÀI LIỆU THU HỒI', 'TÀI LIỆU THU HỒI sure head'],
    ['Độ mật: Tối mật', 'TỐI MẬT sure label'],
    ['Mức độ mật: MẬT', 'MẬT sure label'],
  ])('%s', (text, wanted) => {
    expect(found(letter([at(text)]))).toContain(wanted);
  });

  test('without any official head one word is a doubt', () => {
    expect(found(page([at('MẬT'), ...body]))).toEqual(['MẬT doubt head']);
  });

  test('further down it is a doubt, as in an annex that shows the stamps', () => {
    expect(found(letter([at('TUYỆT MẬT', 40, 180)]))).toEqual(['TUYỆT MẬT doubt head']);
  });
});

describe('stamped in red', () => {
  test.each([
    [['MẬT'], 'MẬT sure stamp'],
    [['TỐI MẬT'], 'TỐI MẬT sure stamp'],
    [['ITỐI MẬT|'], 'TỐI MẬT sure stamp'],
    [['TUYỆT MẠT'], 'TUYỆT MẬT doubt stamp'],
    [['TUYET MẶI'], 'TUYỆT MẬT doubt stamp'],
    [['MAT'], 'MẬT doubt stamp'],
    [['CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BI'], 'CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ doubt stamp'],
  ])('%s', (texts, wanted) => {
    expect(found({ ...letter([]), stamps: stampsOf(texts) })).toContain(wanted);
  });

  test('found word by word, or low on the page', () => {
    const apart: MadeLine = { ...at('TỐI', 40, 50), beside: [at('MẬT', 58, 50)] };
    expect(found({ ...letter([]), stamps: stampsOf([apart]) })).toContain('TỐI MẬT sure stamp');
    expect(found({ ...letter([]), stamps: stampsOf([at('TỐI MẬT', 120, 260)]) })).toEqual([
      'TỐI MẬT sure stamp',
    ]);
  });
});

describe('no marking', () => {
  test.each<[string, readonly (string | MadeLine)[]]>([
    [
      'a sentence',
      ['Giữ bí mật tài liệu, không để lộ mật khẩu của hệ thống.', 'Tài liệu TỐI MẬT phải đăng ký vào sổ.'],
    ],
    [
      'words of secrecy at the start of a line',
      ['MẬT KHẨU', 'BÍ MẬT NHÀ NƯỚC', 'BẢO MẬT', 'MẬT ONG RỪNG', 'CƠ MẬT'],
    ],
    ['a name', ['Họ và tên: NGUYỄN THỊ MẬT', 'TRẦN VĂN MẬT', 'Ông: Lê Mật', 'Mật']],
    ['a name broken off its line', [at('Họ và tên: NGUYỄN THỊ', 40, 50), at('MẬT', 62, 57)]],
    ['a name on two lines of an old card', [at('NGUYỄN THỊ', 62, 50), at('MẬT', 62, 57)]],
    ['a given name under its label', [at('Tên / Given names', 62, 50), at('MẬT', 62, 57)]],
    ['the value of a label', [{ ...at('Họ và tên:', 30, 50), beside: [at('MẬT', 75, 50)] }]],
    ['a place', ['Nơi sinh: xã Mật Sơn, huyện Kỳ Sơn', 'ẤP MẬT CẬT', 'XÃ NHƠN MẬT']],
    [
      'headings of a health check',
      [at('MẮT', 40, 50), at('MẶT', 40, 60), at('RĂNG HÀM MẶT', 40, 70), at('ĐÔI MẮT', 40, 78)],
    ],
    ['a paper that went missing', [at('TÔI MẤT', 40, 200), centred('ĐƠN TRÌNH BÁO MẤT GIẤY TỜ')]],
    [
      'an empty degree of secrecy',
      [at('Độ mật: Không'), at('Độ mật: Thường', 40, 60), at('Độ mật:', 40, 66)],
    ],
    ['urgency', [at('KHẨN'), at('HỎA TỐC', 40, 60)]],
    ['the signer', [at('MẬT', 140, 250)]],
  ])('%s', (_what, lines) => {
    expect(found(letter([]))).toEqual([]);
    expect(found(page([...head(['ỦY BAN NHÂN DÂN', 'Số: 1/GXN'], state), '', '', ...lines]))).toEqual([]);
  });

  test.each([
    ['ĐẾN'],
    ['CĂN CƯỚC CÔNG DÂN'],
    ['KHẨN'],
    ['ĐÃ THU TIỀN'],
    ['BẢN THỬ'],
    ['SAO Y'],
    ['x'],
    ['M'],
  ])('red print: %s', (text) => {
    expect(found({ ...letter([]), stamps: stampsOf([text]) })).toEqual([]);
  });
});
