// Papers of a nurse: the bilingual diploma and a health certificate that has run out since.
import { rgb } from 'pdf-lib';
import { drawLetterhead, drawSignatureBlock, MOTTO, NATION, PALE } from '../draw/letterhead.ts';
import { drawOrnateFrame, drawSecurityPaper } from '../draw/marks.ts';
import { MM, type Sheet } from '../draw/sheet.ts';
import { HOME_BEFORE_2025, MOTHER, slashed, written } from '../people.ts';
import type { DrawPaper } from './paper.ts';

const SCHOOL = 'TRƯỜNG ĐẠI HỌC Y DƯỢC THIÊN TRƯỜNG';
const RECTOR = 'Đoàn Thế Vinh';
const CLINIC = 'BỆNH VIỆN ĐA KHOA THIÊN TRƯỜNG';

export const drawDiploma: DrawPaper = (desk) => {
  const sheet = desk.sheet(297, 210);
  drawSecurityPaper(sheet, { tint: rgb(0.99, 0.985, 0.95), wave: rgb(0.93, 0.92, 0.82), rings: 8 });
  drawOrnateFrame(sheet, PALE.red, 8 * MM);
  drawEnglishHalf(sheet);
  drawVietnameseHalf(sheet);
  return {
    type: 'VAN_BANG_CHUYEN_MON',
    sheets: [sheet],
    fields: {
      so_ky_hieu: '0217446',
      ngay_ban_hanh: '2016-07-15',
      co_quan_ban_hanh: SCHOOL,
      ho_ten: MOTHER.name,
      ngay_sinh: MOTHER.birth,
      so_dinh_danh: null,
      nguoi_ky: RECTOR,
    },
    // Diplomas print no number: the owner is found by name and date of birth.
    owners: [],
  };
};

function drawEnglishHalf(sheet: Sheet): void {
  const x = sheet.width * 0.27;
  sheet.y = 22 * MM;
  const centred = (text: string, size: number, face: 'regular' | 'bold' | 'italic' = 'regular') =>
    sheet.line(text, { x, align: 'centre', size, face });
  centred('SOCIALIST REPUBLIC OF VIET NAM', 12, 'bold');
  centred('Independence - Freedom - Happiness', 12, 'bold');
  sheet.y += 16;
  centred('THE RECTOR OF', 12);
  centred('THIEN TRUONG UNIVERSITY OF MEDICINE AND PHARMACY', 11, 'bold');
  centred('has conferred', 12, 'italic');
  sheet.y += 6;
  centred('THE DEGREE OF BACHELOR', 17, 'bold');
  centred('NURSING', 14, 'bold');
  sheet.y += 14;
  const row = (label: string, value: string) =>
    sheet.paragraph([`${label}:`, [value, 'bold']], {
      left: 24 * MM,
      right: sheet.width / 2 - 6 * MM,
      size: 12.5,
      leading: 1.45,
    });
  row('Upon', 'Ms. Vu Thi Ngoc Lan');
  row('Date of birth', '17 March 1994');
  row('Degree classification', 'Good');
  row('Mode of study', 'Full-time');
}

function drawVietnameseHalf(sheet: Sheet): void {
  const x = sheet.width * 0.73;
  sheet.y = 22 * MM;
  const centred = (
    text: string,
    size: number,
    face: 'regular' | 'bold' | 'italic' = 'regular',
    colour = rgb(0.08, 0.08, 0.09),
  ) => sheet.line(text, { x, align: 'centre', size, face, colour });
  centred(NATION, 12, 'bold');
  centred(MOTTO, 12, 'bold');
  sheet.y += 16;
  centred('HIỆU TRƯỞNG', 12);
  centred(SCHOOL, 12, 'bold');
  centred('cấp', 12, 'italic');
  sheet.y += 5;
  centred('BẰNG CỬ NHÂN', 19, 'bold', PALE.red);
  centred('ĐIỀU DƯỠNG', 14, 'bold');
  sheet.y += 9;
  const left = sheet.width / 2 + 6 * MM;
  const row = (label: string, value: string) =>
    sheet.paragraph([`${label}:`, [value, 'bold']], {
      left,
      right: sheet.width - 24 * MM,
      size: 12.5,
      leading: 1.45,
    });
  row('Cho', `Bà ${MOTHER.name}`);
  row('Ngày sinh', slashed(MOTHER.birth));
  row('Xếp loại tốt nghiệp', 'Khá');
  row('Hình thức đào tạo', 'Chính quy');
  const bottom = sheet.y;
  sheet.line(`Nam Định, ${written('2016-07-15')}`, {
    x: sheet.width - 68 * MM,
    align: 'centre',
    size: 12,
    face: 'italic',
  });
  const seal = { around: 'BỘ GIÁO DỤC VÀ ĐÀO TẠO', inside: 'TRƯỜNG ĐẠI HỌC\nY DƯỢC\nTHIÊN TRƯỜNG' };
  drawSignatureBlock(sheet, {
    x: sheet.width - 68 * MM,
    titles: ['HIỆU TRƯỞNG'],
    name: RECTOR,
    seal,
    size: 12,
    room: 24 * MM,
  });
  sheet.y = Math.max(bottom + 92, sheet.y - 34);
  sheet.line('Số hiệu: 0217446', { x: 24 * MM, size: 12 });
  sheet.line('Số vào sổ gốc cấp bằng: 16.1.0381', { x: 24 * MM, size: 12 });
}

export const drawHealthCertificate: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  sheet.y = 15 * MM;
  const head = {
    superior: ['SỞ Y TẾ TỈNH NAM ĐỊNH'],
    issuer: ['BỆNH VIỆN ĐA KHOA', 'THIÊN TRƯỜNG'],
    number: 'Số: 1275/GKSK-ĐKTT',
  };
  drawLetterhead(sheet, head);
  sheet.y += 4;
  sheet.line('GIẤY KHÁM SỨC KHỎE', { size: 17, face: 'bold', align: 'centre' });
  sheet.y += 10;
  const photo = { x: sheet.left, y: sheet.y, width: 32 * MM, height: 42 * MM };
  sheet.frame(photo);
  sheet.textAt('Ảnh', photo.y + 40, { x: photo.x + photo.width / 2, align: 'centre' });
  sheet.textAt('(4 x 6 cm)', photo.y + 56, { x: photo.x + photo.width / 2, align: 'centre' });
  const beside = sheet.left + 38 * MM;
  const row = (label: string, value: string, left = sheet.left) =>
    sheet.paragraph([`${label}:`, value], { left, leading: 1.4, after: 2 });
  row('Họ và tên', MOTHER.name.toUpperCase(), beside);
  row('Giới tính', MOTHER.sex, beside);
  row('Ngày sinh', slashed(MOTHER.birth), beside);
  row('Số định danh cá nhân', MOTHER.number, beside);
  row('Chỗ ở hiện tại', HOME_BEFORE_2025, beside);
  row('Lý do khám sức khỏe', 'Bổ sung hồ sơ cấp giấy phép hành nghề', beside);
  sheet.y = Math.max(sheet.y, photo.y + photo.height) + 8;
  sheet.line('I. KHÁM THỂ LỰC', { face: 'bold' });
  sheet.paragraph(
    'Chiều cao: 158 cm; Cân nặng: 51 kg; Chỉ số BMI: 20,4; Mạch: 74 lần/phút; Huyết áp: 110/70 mmHg',
    { leading: 1.4 },
  );
  sheet.line('II. KHÁM LÂM SÀNG', { face: 'bold' });
  for (const [part, result] of EXAMINATIONS) row(part, result);
  sheet.line('III. KẾT LUẬN', { face: 'bold' });
  row('1. Phân loại sức khỏe', 'Loại II');
  row('2. Các bệnh, tật (nếu có)', 'Cận thị nhẹ hai mắt, đã đeo kính');
  sheet.y += 4;
  const x = sheet.width - 58 * MM;
  sheet.line(`Nam Định, ${written('2025-03-24')}`, { x, align: 'centre', face: 'italic' });
  const seal = { around: 'SỞ Y TẾ TỈNH NAM ĐỊNH', inside: 'BỆNH VIỆN\nĐA KHOA\nTHIÊN TRƯỜNG' };
  drawSignatureBlock(sheet, {
    x,
    titles: ['NGƯỜI KẾT LUẬN'],
    hint: '(Ký, ghi rõ họ tên và đóng dấu)',
    name: 'Tạ Minh Khuê',
    seal,
    room: 25 * MM,
  });
  return {
    type: 'GIAY_KHAM_SUC_KHOE',
    sheets: [sheet],
    fields: {
      so_ky_hieu: '1275/GKSK-ĐKTT',
      ngay_ban_hanh: '2025-03-24',
      co_quan_ban_hanh: CLINIC,
      co_quan_chu_quan: 'SỞ Y TẾ TỈNH NAM ĐỊNH',
      ho_ten: MOTHER.name.toUpperCase(),
      ngay_sinh: MOTHER.birth,
      so_dinh_danh: MOTHER.number,
      ket_luan: 'Loại II',
      nguoi_ky: 'Tạ Minh Khuê',
    },
    owners: [MOTHER.number],
  };
};

const EXAMINATIONS: readonly (readonly [string, string])[] = [
  ['1. Nội khoa', 'Tuần hoàn, hô hấp, tiêu hóa, thận - tiết niệu bình thường'],
  ['2. Ngoại khoa, da liễu', 'Bình thường'],
  ['3. Sản phụ khoa', 'Bình thường'],
  ['4. Mắt', 'Thị lực có kính: mắt phải 9/10, mắt trái 9/10'],
  ['5. Tai - mũi - họng, răng - hàm - mặt', 'Bình thường'],
];
