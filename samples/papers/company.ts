// Papers of an organisation: its certificate of registration, a decision by Decree 30/2020, a notice that came by fax.
import { rgb } from 'pdf-lib';
import { drawLetterhead, drawSignatureBlock, PALE } from '../draw/letterhead.ts';
import { drawOrnateFrame, drawSecurityPaper } from '../draw/marks.ts';
import { MM, type Sheet } from '../draw/sheet.ts';
import { COMPANY, DIRECTOR, slashed, written } from '../people.ts';
import type { DrawPaper } from './paper.ts';

export const drawCompanyCertificate: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  drawSecurityPaper(sheet, { tint: rgb(0.992, 0.98, 0.93), wave: rgb(0.95, 0.92, 0.8), rings: 10 });
  drawOrnateFrame(sheet, rgb(0.62, 0.42, 0.12), 8 * MM);
  sheet.y = 19 * MM;
  sheet.left = 20 * MM;
  drawLetterhead(sheet, {
    superior: ['SỞ KẾ HOẠCH VÀ ĐẦU TƯ', 'TỈNH NAM ĐỊNH'],
    issuer: ['PHÒNG ĐĂNG KÝ KINH DOANH'],
  });
  sheet.y += 8;
  sheet.line('GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP', {
    size: 16,
    face: 'bold',
    align: 'centre',
    colour: PALE.red,
  });
  sheet.line('CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN', { size: 13.5, face: 'bold', align: 'centre' });
  sheet.y += 3;
  sheet.line(`Mã số doanh nghiệp: ${COMPANY.number}`, { size: 14, face: 'bold', align: 'centre' });
  sheet.line(`Đăng ký lần đầu: ${written('2019-04-11')}`, { align: 'centre', face: 'italic' });
  sheet.line(`Đăng ký thay đổi lần thứ: 2, ${written('2023-06-27')}`, { align: 'centre', face: 'italic' });
  sheet.y += 10;
  sheet.left = 26 * MM;
  sheet.right = sheet.width - 22 * MM;
  const body = { size: 13, leading: 1.38, after: 3 } as const;
  const heading = (text: string) => sheet.paragraph(text, { ...body, face: 'bold' });
  heading('1. Tên công ty');
  sheet.paragraph(['Tên công ty viết bằng tiếng Việt:', [COMPANY.name, 'bold']], body);
  sheet.paragraph('Tên công ty viết tắt: SONG DAO MECHANICS', body);
  heading('2. Địa chỉ trụ sở chính');
  sheet.paragraph(COMPANY.address, body);
  sheet.paragraph('Điện thoại: 0228 3640 118', body);
  heading('3. Vốn điều lệ: 6.800.000.000 đồng');
  sheet.paragraph('Bằng chữ: Sáu tỷ tám trăm triệu đồng', body);
  heading('4. Người đại diện theo pháp luật của công ty');
  sheet.paragraph(
    ['Họ và tên:', [DIRECTOR.name.toUpperCase(), 'bold'], '; Giới tính: Nam; Chức danh: Giám đốc'],
    body,
  );
  sheet.paragraph(`Sinh ngày: ${slashed(DIRECTOR.birth)}; Dân tộc: Kinh; Quốc tịch: Việt Nam`, body);
  sheet.paragraph('Loại giấy tờ pháp lý của cá nhân: Thẻ căn cước công dân', body);
  sheet.paragraph(`Số giấy tờ pháp lý của cá nhân: ${DIRECTOR.number}`, body);
  sheet.paragraph(
    'Địa chỉ thường trú: Số 31, đường Giải Phóng, phường Trường Thi, thành phố Nam Định, tỉnh Nam Định',
    body,
  );
  sheet.y += 6;
  const seal = { around: 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH NAM ĐỊNH', inside: 'PHÒNG\nĐĂNG KÝ\nKINH DOANH' };
  drawSignatureBlock(sheet, {
    x: sheet.width - 66 * MM,
    titles: ['TRƯỞNG PHÒNG'],
    name: 'Kiều Thị Hạnh',
    seal,
  });
  return {
    type: 'GIAY_CHUNG_NHAN_DANG_KY_DOANH_NGHIEP',
    sheets: [sheet],
    fields: {
      ma_so_doanh_nghiep: COMPANY.number,
      ten_doanh_nghiep: COMPANY.name,
      ngay_ban_hanh: '2023-06-27',
      co_quan_ban_hanh: 'PHÒNG ĐĂNG KÝ KINH DOANH',
      co_quan_chu_quan: 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH NAM ĐỊNH',
      nguoi_dai_dien: DIRECTOR.name.toUpperCase(),
      so_dinh_danh: DIRECTOR.number,
      nguoi_ky: 'Kiều Thị Hạnh',
    },
    owners: [COMPANY.number],
  };
};

const SUBJECT = 'Về việc chấp thuận địa điểm thực hiện dự án Xưởng chế tạo máy nông nghiệp Sông Đào';

export const drawDecision: DrawPaper = (desk) => {
  const [first, second] = [desk.sheet(), desk.sheet()];
  const body = { size: 14, leading: 1.34, justify: true, indent: 12.7 * MM, after: 6 } as const;
  drawLetterhead(first, {
    issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH NINH BÌNH'],
    number: 'Số: 1864/QĐ-UBND',
    placeAndDate: `Ninh Bình, ${written('2026-08-06')}`,
  });
  first.line('QUYẾT ĐỊNH', { size: 14, face: 'bold', align: 'centre' });
  first.line('Về việc chấp thuận địa điểm thực hiện dự án', { size: 14, face: 'bold', align: 'centre' });
  first.line('Xưởng chế tạo máy nông nghiệp Sông Đào', { size: 14, face: 'bold', align: 'centre' });
  first.rule(first.width / 2 - 22 * MM, first.width / 2 + 22 * MM, first.y + 2);
  first.y += 14;
  first.line('ỦY BAN NHÂN DÂN TỈNH NINH BÌNH', { size: 14, face: 'bold', align: 'centre' });
  first.y += 4;
  for (const ground of GROUNDS) first.paragraph(ground, { ...body, face: 'italic' });
  first.line('QUYẾT ĐỊNH:', { size: 14, face: 'bold', align: 'centre' });
  first.y += 4;
  for (const [title, text] of ARTICLES.slice(0, 3)) first.paragraph([[title, 'bold'], text], body);
  drawDecisionEnd(second, body);
  return {
    type: 'QUYET_DINH',
    sheets: [first, second],
    fields: {
      so_ky_hieu: '1864/QĐ-UBND',
      ngay_ban_hanh: '2026-08-06',
      co_quan_ban_hanh: 'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH',
      co_quan_chu_quan: null,
      trich_yeu: SUBJECT,
      nguoi_ky: 'Hà Quốc Trưởng',
      chuc_vu: 'PHÓ CHỦ TỊCH',
    },
    owners: [],
  };
};

function drawDecisionEnd(sheet: Sheet, body: Parameters<Sheet['paragraph']>[1]): void {
  sheet.textAt('2', 11 * MM, { align: 'centre', size: 13 });
  for (const [title, text] of ARTICLES.slice(3)) sheet.paragraph([[title, 'bold'], text], body);
  sheet.y += 8;
  const top = sheet.y;
  sheet.line('Nơi nhận:', { size: 12, face: 'boldItalic' });
  for (const line of RECIPIENTS) sheet.line(line, { size: 11 });
  sheet.y = top;
  drawSignatureBlock(sheet, {
    x: sheet.width - 60 * MM,
    titles: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Hà Quốc Trưởng',
    size: 14,
    seal: { around: 'NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', inside: 'ỦY BAN\nNHÂN DÂN\nTỈNH NINH BÌNH' },
  });
}

const GROUNDS = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
  'Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;',
  'Căn cứ Luật Đầu tư ngày 17 tháng 6 năm 2020;',
  'Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 512/TTr-STC ngày 28 tháng 7 năm 2026.',
] as const;
const ARTICLES = [
  [
    'Điều 1.',
    `Chấp thuận để ${COMPANY.name} (mã số doanh nghiệp: ${COMPANY.number}) thực hiện dự án Xưởng chế tạo máy nông nghiệp Sông Đào tại cụm công nghiệp An Xá, phường Thành Nam, tỉnh Ninh Bình; diện tích khoảng 4.200 m².`,
  ],
  [
    'Điều 2.',
    'Công ty có trách nhiệm lập hồ sơ đề nghị cấp Giấy chứng nhận đăng ký đầu tư, hoàn thành thủ tục về đất đai, môi trường, phòng cháy và chữa cháy trước khi khởi công.',
  ],
  [
    'Điều 3.',
    'Sở Tài chính chủ trì, phối hợp với Sở Nông nghiệp và Môi trường, Sở Xây dựng hướng dẫn Công ty thực hiện; giấy tờ đã có trong kho dữ liệu điện tử thì không yêu cầu nộp lại.',
  ],
  [
    'Điều 4.',
    'Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở, Chủ tịch Ủy ban nhân dân phường Thành Nam và Giám đốc Công ty chịu trách nhiệm thi hành Quyết định này./.',
  ],
] as const;
const RECIPIENTS = [
  '- Như Điều 4;',
  '- Chủ tịch, các PCT UBND tỉnh;',
  '- Trung tâm Phục vụ hành chính công;',
  '- Lưu: VT, VP3.',
] as const;

export const drawNotice: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  drawLetterhead(sheet, {
    superior: ['ỦY BAN NHÂN DÂN', 'TỈNH NINH BÌNH'],
    issuer: ['SỞ TÀI CHÍNH'],
    number: 'Số: 0743/TB-STC',
    placeAndDate: `Ninh Bình, ${written('2026-09-10')}`,
  });
  sheet.line('THÔNG BÁO', { size: 14, face: 'bold', align: 'centre' });
  sheet.line('Về việc bổ sung hồ sơ đề nghị cấp Giấy chứng nhận', {
    size: 14,
    face: 'bold',
    align: 'centre',
  });
  sheet.line('đăng ký đầu tư', { size: 14, face: 'bold', align: 'centre' });
  sheet.rule(sheet.width / 2 - 18 * MM, sheet.width / 2 + 18 * MM, sheet.y + 2);
  sheet.y += 16;
  const body = { size: 14, leading: 1.36, justify: true, indent: 12.7 * MM, after: 6 } as const;
  for (const text of NOTICE) sheet.paragraph(text, body);
  sheet.y += 8;
  const top = sheet.y;
  sheet.line('Nơi nhận:', { size: 12, face: 'boldItalic' });
  for (const line of ['- Như trên;', '- Giám đốc Sở (để báo cáo);', '- Lưu: VT, ĐKĐT.'])
    sheet.line(line, { size: 11 });
  sheet.y = top;
  const seal = { around: 'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH', inside: 'SỞ\nTÀI CHÍNH' };
  drawSignatureBlock(sheet, {
    x: sheet.width - 58 * MM,
    titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    name: 'Nông Thị Mai Trang',
    size: 14,
    seal,
  });
  return {
    type: 'THONG_BAO',
    sheets: [sheet],
    fields: {
      so_ky_hieu: '0743/TB-STC',
      ngay_ban_hanh: '2026-09-10',
      co_quan_ban_hanh: 'SỞ TÀI CHÍNH',
      co_quan_chu_quan: 'ỦY BAN NHÂN DÂN TỈNH NINH BÌNH',
      trich_yeu: 'Về việc bổ sung hồ sơ đề nghị cấp Giấy chứng nhận đăng ký đầu tư',
      nguoi_ky: 'Nông Thị Mai Trang',
      chuc_vu: 'PHÓ GIÁM ĐỐC',
    },
    owners: [],
  };
};

const NOTICE = [
  `Sở Tài chính nhận được hồ sơ đề nghị cấp Giấy chứng nhận đăng ký đầu tư của ${COMPANY.name}. Qua xem xét, Sở Tài chính thông báo như sau:`,
  '1. Hồ sơ còn thiếu tài liệu chứng minh năng lực tài chính của nhà đầu tư trong hai năm gần nhất.',
  '2. Giấy chứng nhận đăng ký doanh nghiệp đã có trong kho dữ liệu điện tử của doanh nghiệp, Công ty không phải nộp lại.',
  '3. Đề nghị Công ty bổ sung hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh trước ngày 25 tháng 9 năm 2026.',
  'Trân trọng thông báo để Công ty biết, thực hiện./.',
] as const;
