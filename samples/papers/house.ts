// Papers of a house: the land certificate of two spouses (two sides) and the building permit.
import { rgb } from 'pdf-lib';
import { drawLetterhead, drawNation, drawSignatureBlock, PALE } from '../draw/letterhead.ts';
import { drawEmblem, drawOrnateFrame, drawSecurityPaper } from '../draw/marks.ts';
import { MM, type Sheet } from '../draw/sheet.ts';
import { FATHER, HOME_BEFORE_2025, MOTHER, written } from '../people.ts';
import type { DrawPaper } from './paper.ts';

const WARD = 'phường Văn Miếu, thành phố Nam Định, tỉnh Nam Định';
const SERIAL = 'DK 482917';

export const drawLandCertificate: DrawPaper = (desk) => {
  const [outside, inside] = [desk.sheet(), desk.sheet()];
  drawHolders(outside);
  drawParcel(inside);
  return {
    type: 'GIAY_CHUNG_NHAN_QUYEN_SU_DUNG_DAT',
    sheets: [outside, inside],
    fields: {
      so_phat_hanh: SERIAL,
      so_ky_hieu: 'CS 07315',
      ngay_ban_hanh: '2022-11-08',
      co_quan_ban_hanh: 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG TỈNH NAM ĐỊNH',
      ho_ten: FATHER.name,
      so_dinh_danh: FATHER.number,
      nguoi_ky: 'Mai Xuân Dũng',
    },
    owners: [FATHER.number, MOTHER.number],
  };
};

function drawHolders(sheet: Sheet): void {
  drawSecurityPaper(sheet, { tint: PALE.pink, wave: PALE.wavePink, rings: 12 });
  drawOrnateFrame(sheet, PALE.red);
  sheet.y = 24 * MM;
  drawNation(sheet, sheet.width / 2, 14);
  drawEmblem(sheet, { x: sheet.width / 2, y: sheet.y + 56, size: 38 });
  sheet.y += 116;
  const title = (text: string, size: number) =>
    sheet.line(text, { size, face: 'bold', align: 'centre', colour: PALE.red });
  title('GIẤY CHỨNG NHẬN', 25);
  title('QUYỀN SỬ DỤNG ĐẤT', 17);
  title('QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT', 13.5);
  sheet.y += 24;
  sheet.left = 24 * MM;
  sheet.right = sheet.width - 24 * MM;
  sheet.paragraph('I. Người sử dụng đất, chủ sở hữu nhà ở và tài sản khác gắn liền với đất', {
    face: 'bold',
    size: 14,
  });
  sheet.y += 6;
  const holder = (title: string, person: typeof FATHER, year: string) =>
    sheet.paragraph([title, [person.name, 'bold'], `; Sinh năm: ${year}; CCCD số: ${person.number}`], {
      size: 14,
      leading: 1.5,
    });
  holder('Ông:', FATHER, '1991');
  holder('Và vợ là bà:', MOTHER, '1994');
  sheet.paragraph(`Địa chỉ thường trú: ${HOME_BEFORE_2025}`, { size: 14, leading: 1.5 });
  sheet.textAt(`Số phát hành: ${SERIAL}`, sheet.height - 32 * MM, {
    align: 'right',
    size: 14,
    face: 'bold',
    colour: PALE.red,
  });
}

function drawParcel(sheet: Sheet): void {
  drawSecurityPaper(sheet, { tint: PALE.pink, wave: PALE.wavePink, rings: 12 });
  sheet.y = 20 * MM;
  sheet.left = 22 * MM;
  sheet.right = sheet.width - 20 * MM;
  const body = { size: 13, leading: 1.38, after: 2 } as const;
  const heading = (text: string) => sheet.paragraph(text, { ...body, face: 'bold' });
  heading('II. Thửa đất, nhà ở và tài sản khác gắn liền với đất');
  heading('1. Thửa đất:');
  for (const line of PARCEL) sheet.paragraph(line, { ...body, left: sheet.left + 5 * MM });
  heading('2. Nhà ở:');
  sheet.paragraph(
    'Nhà ở riêng lẻ; diện tích xây dựng: 62,4 m²; diện tích sàn: 124,8 m²; cấp hạng: cấp III.',
    { ...body, left: sheet.left + 5 * MM },
  );
  sheet.paragraph('3. Công trình xây dựng khác: -/-', body);
  sheet.paragraph('4. Ghi chú: Không.', body);
  heading('III. Sơ đồ thửa đất, nhà ở và tài sản khác gắn liền với đất');
  drawPlan(sheet);
  const x = sheet.width - 66 * MM;
  const top = sheet.y;
  sheet.line(`Nam Định, ${written('2022-11-08')}`, { x, align: 'centre', face: 'italic' });
  drawSignatureBlock(sheet, {
    x,
    titles: ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'TỈNH NAM ĐỊNH', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    name: 'Mai Xuân Dũng',
    seal: { around: 'ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH', inside: 'SỞ\nTÀI NGUYÊN VÀ\nMÔI TRƯỜNG' },
  });
  sheet.textAt('Số vào sổ cấp GCN: CS 07315', top + 150, { size: 13 });
}

const PARCEL = [
  'a) Thửa đất số: 214; tờ bản đồ số: 37;',
  `b) Địa chỉ: ${WARD};`,
  'c) Diện tích: 86,5 m² (bằng chữ: Tám mươi sáu phẩy năm mét vuông);',
  'd) Hình thức sử dụng: Sử dụng riêng;',
  'đ) Mục đích sử dụng: Đất ở tại đô thị;',
  'e) Thời hạn sử dụng: Lâu dài;',
  'g) Nguồn gốc sử dụng: Nhận chuyển nhượng đất được công nhận quyền sử dụng đất như giao đất có thu tiền sử dụng đất.',
] as const;

/** The parcel with its corner points; the few numbers in it count as print. */
function drawPlan(sheet: Sheet): void {
  const [x, top] = [sheet.left + 40 * MM, sheet.y + 6];
  const plan = { x, y: top, width: 62 * MM, height: 36 * MM };
  sheet.frame(plan, 1.1);
  sheet.frame({ x: x + 34, y: top + 10, width: 92, height: 82 }, 0.7, rgb(0.25, 0.25, 0.3));
  sheet.textAt('214', top + 40, { x: x + 80, align: 'centre', size: 12 });
  sheet.textAt('5,02', top - 2, { x: x - 26, size: 10 });
  sheet.textAt('17,23', top + plan.height + 2, { x: x + 70, size: 10 });
  sheet.y = top + plan.height + 20;
}

export const drawBuildingPermit: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  sheet.y = 18 * MM;
  drawLetterhead(sheet, {
    superior: ['ỦY BAN NHÂN DÂN', 'TỈNH NAM ĐỊNH'],
    issuer: ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ NAM ĐỊNH'],
    number: 'Số: 318/GPXD',
    placeAndDate: `Nam Định, ${written('2024-08-19')}`,
  });
  sheet.line('GIẤY PHÉP XÂY DỰNG', { size: 16, face: 'bold', align: 'centre' });
  sheet.line('(Sử dụng cho nhà ở riêng lẻ)', { face: 'italic', align: 'centre' });
  sheet.y += 8;
  const body = { size: 13, leading: 1.36, justify: true, indent: 10 * MM } as const;
  sheet.paragraph(['1. Cấp cho: Ông', [`${FATHER.name}.`, 'bold']], body);
  sheet.paragraph(`Số định danh cá nhân: ${FATHER.number}.`, body);
  sheet.paragraph(`Địa chỉ: ${HOME_BEFORE_2025}.`, body);
  sheet.paragraph(
    '2. Được phép xây dựng công trình: Nhà ở riêng lẻ, theo thiết kế có ký hiệu KT-01 đến KT-09, KC-01 đến KC-06 do chủ đầu tư tổ chức lập.',
    body,
  );
  sheet.paragraph(
    `Gồm các nội dung sau: Xây dựng tại thửa đất số 214, tờ bản đồ số 37, ${WARD}; diện tích đất: 86,5 m².`,
    body,
  );
  for (const line of PERMIT_LINES) sheet.paragraph(line, body);
  sheet.paragraph(
    `3. Giấy tờ về đất đai: Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất số ${SERIAL}.`,
    body,
  );
  sheet.paragraph(
    '4. Giấy phép này có hiệu lực khởi công xây dựng trong thời hạn 12 tháng kể từ ngày cấp; quá thời hạn trên thì phải đề nghị gia hạn giấy phép xây dựng.',
    body,
  );
  sheet.y += 6;
  const top = sheet.y;
  sheet.line('Nơi nhận:', { size: 12, face: 'boldItalic' });
  for (const line of ['- Chủ đầu tư;', '- UBND phường Văn Miếu;', '- Phòng Quản lý đô thị;', '- Lưu: VT.'])
    sheet.line(line, { size: 11 });
  sheet.y = top;
  drawSignatureBlock(sheet, {
    x: sheet.width - 62 * MM,
    titles: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Chu Đăng Khoa',
    seal: { around: 'TỈNH NAM ĐỊNH', inside: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ\nNAM ĐỊNH' },
  });
  return {
    type: 'GIAY_PHEP_XAY_DUNG',
    sheets: [sheet],
    fields: {
      so_ky_hieu: '318/GPXD',
      ngay_ban_hanh: '2024-08-19',
      co_quan_ban_hanh: 'ỦY BAN NHÂN DÂN THÀNH PHỐ NAM ĐỊNH',
      co_quan_chu_quan: 'ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH',
      ho_ten: FATHER.name,
      so_dinh_danh: FATHER.number,
      nguoi_ky: 'Chu Đăng Khoa',
    },
    owners: [FATHER.number],
  };
};

const PERMIT_LINES = [
  'Cốt nền xây dựng công trình: cao hơn cốt vỉa hè 0,20 m. Mật độ xây dựng: 72,1 %; hệ số sử dụng đất: 2,16.',
  'Chỉ giới đường đỏ, chỉ giới xây dựng: trùng với ranh giới phía trước thửa đất. Màu sắc công trình: sáng, hài hòa với các nhà liền kề.',
  'Diện tích xây dựng tầng 1: 62,4 m². Tổng diện tích sàn: 187,2 m². Chiều cao công trình: 10,6 m; số tầng: 03 tầng.',
] as const;
