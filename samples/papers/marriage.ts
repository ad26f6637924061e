// The certificate of marriage: framed, on pale security paper, two columns.
import { rgb } from 'pdf-lib';
import { drawNation, drawSignatureBlock, PALE } from '../draw/letterhead.ts';
import { drawEmblem, drawOrnateFrame, drawSecurityPaper } from '../draw/marks.ts';
import { MM, type Sheet } from '../draw/sheet.ts';
import { FATHER, HOME_BEFORE_2025, MOTHER, slashed } from '../people.ts';
import type { DrawPaper } from './paper.ts';

const REGISTRAR = 'Ủy ban nhân dân phường Văn Miếu, thành phố Nam Định, tỉnh Nam Định';
const SIGNER = 'Lưu Bích Phượng';

export const drawMarriageCertificate: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  drawSecurityPaper(sheet, { tint: rgb(0.995, 0.975, 0.935), wave: rgb(0.965, 0.9, 0.79), rings: 9 });
  drawOrnateFrame(sheet, PALE.red);
  sheet.y = 22 * MM;
  drawNation(sheet, sheet.width / 2, 13);
  drawEmblem(sheet, { x: sheet.width / 2, y: sheet.y + 30, size: 20 });
  sheet.y += 60;
  sheet.line('GIẤY CHỨNG NHẬN KẾT HÔN', { size: 21, face: 'bold', align: 'centre', colour: PALE.red });
  sheet.line('Số: 57/2020', { size: 13, align: 'centre' });
  sheet.y += 14;
  sheet.left = 22 * MM;
  const middle = sheet.width / 2;
  drawColumns(sheet, middle);
  sheet.y += 10;
  sheet.left = 22 * MM;
  sheet.right = sheet.width - 22 * MM;
  sheet.paragraph(['Nơi đăng ký kết hôn:', [REGISTRAR, 'bold']], { size: 13.5 });
  sheet.paragraph(['Ngày, tháng, năm đăng ký:', [slashed('2020-10-16'), 'bold']], { size: 13.5 });
  sheet.y += 10;
  drawSignatureBlock(sheet, {
    x: sheet.width - 66 * MM,
    titles: ['NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN', 'PHÓ CHỦ TỊCH'],
    name: SIGNER,
    seal: { around: 'THÀNH PHỐ NAM ĐỊNH - TỈNH NAM ĐỊNH', inside: 'ỦY BAN NHÂN DÂN\nPHƯỜNG\nVĂN MIẾU' },
  });
  return {
    type: 'GIAY_CHUNG_NHAN_KET_HON',
    sheets: [sheet],
    fields: {
      so_ky_hieu: '57/2020',
      ngay_ban_hanh: '2020-10-16',
      co_quan_ban_hanh: REGISTRAR,
      co_quan_chu_quan: null,
      ho_ten_vo: MOTHER.name,
      ho_ten_chong: FATHER.name,
      so_dinh_danh_vo: MOTHER.number,
      so_dinh_danh_chong: FATHER.number,
      nguoi_ky: SIGNER,
    },
    owners: [MOTHER.number, FATHER.number],
  };
};

/** Wife on the left, husband on the right, each a column of label and value. */
function drawColumns(sheet: Sheet, middle: number): void {
  const top = sheet.y;
  const sides = [
    { who: MOTHER, role: 'vợ', left: 22 * MM, right: middle - 4 * MM },
    { who: FATHER, role: 'chồng', left: middle + 4 * MM, right: sheet.width - 22 * MM },
  ];
  let bottom = top;
  for (const { who, role, left, right } of sides) {
    sheet.y = top;
    const row = (label: string, value: string) =>
      sheet.paragraph([`${label}:`, [value, 'bold']], { left, right, size: 13, leading: 1.38 });
    row(`Họ, chữ đệm, tên ${role}`, who.name);
    row('Ngày, tháng, năm sinh', slashed(who.birth));
    row('Dân tộc', 'Kinh');
    row('Quốc tịch', 'Việt Nam');
    row('Nơi cư trú', HOME_BEFORE_2025);
    row('Giấy tờ tùy thân', `CCCD số ${who.number}`);
    bottom = Math.max(bottom, sheet.y);
  }
  sheet.rule(middle - 0.4, middle + 0.4, (top + bottom) / 2, bottom - top, rgb(0.8, 0.65, 0.5));
  sheet.y = bottom;
}
