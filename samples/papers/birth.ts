// Papers of a birth: the certificate of live birth and the declaration for registration.
import { drawLetterhead, drawNation, drawSignatureBlock } from '../draw/letterhead.ts';
import { drawSignature } from '../draw/marks.ts';
import { MM } from '../draw/sheet.ts';
import { CHILD, FATHER, HOME, MOTHER, slashed, written } from '../people.ts';
import type { DrawPaper } from './paper.ts';

const HOSPITAL = 'BỆNH VIỆN PHỤ SẢN THIÊN TRƯỜNG';
const COMMITTEE = 'Ủy ban nhân dân phường Nam Định, tỉnh Ninh Bình';

export const drawBirthCertificate: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  const head = {
    superior: ['SỞ Y TẾ TỈNH NINH BÌNH'],
    issuer: ['BỆNH VIỆN', 'PHỤ SẢN THIÊN TRƯỜNG'],
    number: 'Số: 0862/GCS',
  };
  drawLetterhead(sheet, head);
  sheet.y += 10;
  sheet.line('GIẤY CHỨNG SINH', { size: 18, face: 'bold', align: 'centre' });
  sheet.y += 10;
  const row = (label: string, value: string) =>
    sheet.paragraph([`${label}:`, [value, 'bold']], { size: 13.5, leading: 1.4 });
  row('Họ và tên mẹ/Người nuôi dưỡng', MOTHER.name);
  row('Ngày, tháng, năm sinh', slashed(MOTHER.birth));
  row('Nơi cư trú', HOME);
  row('Số định danh cá nhân/Giấy tờ tùy thân', MOTHER.number);
  row('Dân tộc', 'Kinh');
  row('Họ và tên cha', FATHER.name);
  row('Đã sinh con vào lúc', `06 giờ 42 phút, ${written(CHILD.birth)}`);
  row('Tại', 'Khoa Sản, Bệnh viện Phụ sản Thiên Trường');
  row('Số lần sinh', '02');
  row('Số con hiện sống', '02');
  row('Số con trong lần sinh này', '01');
  row('Giới tính của con', `${CHILD.sex}; Cân nặng: 3150 gam`);
  row('Tình trạng của con', 'khỏe mạnh');
  row('Dự định đặt tên con là', CHILD.name);
  row('Ghi chú', 'không');
  sheet.y += 8;
  const right = sheet.width - 52 * MM;
  sheet.line(`Nam Định, ${written('2026-05-23')}`, { face: 'italic', align: 'centre', x: right });
  const top = sheet.y;
  sheet.line('Người đỡ đẻ', { face: 'bold', align: 'centre', x: 68 * MM });
  drawSignature(sheet, { x: 68 * MM, y: sheet.y + 34, name: 'Bùi Thị Thu Hà' });
  sheet.y += 76;
  sheet.line('Bùi Thị Thu Hà', { face: 'bold', align: 'centre', x: 68 * MM });
  sheet.y = top;
  drawSignatureBlock(sheet, {
    x: right,
    titles: ['THỦ TRƯỞNG CƠ SỞ Y TẾ'],
    name: 'Ngô Quang Hiển',
    seal: { around: 'SỞ Y TẾ TỈNH NINH BÌNH', inside: 'BỆNH VIỆN\nPHỤ SẢN\nTHIÊN TRƯỜNG' },
  });
  return {
    type: 'GIAY_CHUNG_SINH',
    sheets: [sheet],
    fields: {
      so_ky_hieu: '0862/GCS',
      ngay_ban_hanh: '2026-05-23',
      co_quan_ban_hanh: HOSPITAL,
      co_quan_chu_quan: 'SỞ Y TẾ TỈNH NINH BÌNH',
      ho_ten_me: MOTHER.name,
      so_dinh_danh_me: MOTHER.number,
      ngay_sinh: CHILD.birth,
      nguoi_ky: 'Ngô Quang Hiển',
    },
    owners: [MOTHER.number],
  };
};

export const drawBirthDeclaration: DrawPaper = (desk) => {
  const sheet = desk.sheet();
  sheet.y = 16 * MM;
  drawNation(sheet, sheet.width / 2, 13);
  sheet.y += 18;
  sheet.line('TỜ KHAI ĐĂNG KÝ KHAI SINH', { size: 16, face: 'bold', align: 'centre' });
  sheet.y += 8;
  sheet.line(`Kính gửi: ${COMMITTEE}`, { size: 13.5, align: 'centre' });
  sheet.y += 10;
  const row = (label: string, value: string) =>
    sheet.paragraph([`${label}:`, value], { size: 13, leading: 1.42, after: 2 });
  row('Họ, chữ đệm, tên người yêu cầu', MOTHER.name);
  row('Nơi cư trú', HOME);
  row('Số định danh cá nhân/Giấy tờ tùy thân', MOTHER.number);
  row('Quan hệ với người được khai sinh', 'Mẹ');
  sheet.paragraph('Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:', { face: 'bold', leading: 1.42 });
  row('Họ, chữ đệm, tên', CHILD.name.toUpperCase());
  row(
    'Ngày, tháng, năm sinh',
    `${slashed(CHILD.birth)}; ghi bằng chữ: ngày hai mươi mốt tháng năm năm hai nghìn không trăm hai mươi sáu`,
  );
  row('Giới tính', `${CHILD.sex}; Dân tộc: Kinh; Quốc tịch: Việt Nam`);
  row('Nơi sinh', 'Bệnh viện Phụ sản Thiên Trường, phường Nam Định, tỉnh Ninh Bình');
  row('Quê quán', 'phường Vị Khê, tỉnh Ninh Bình');
  row('Họ, chữ đệm, tên người mẹ', `${MOTHER.name}; Năm sinh: 1994; Dân tộc: Kinh; Quốc tịch: Việt Nam`);
  row('Nơi cư trú', HOME);
  row('Họ, chữ đệm, tên người cha', `${FATHER.name}; Năm sinh: 1991; Dân tộc: Kinh; Quốc tịch: Việt Nam`);
  row('Nơi cư trú', HOME);
  sheet.paragraph(
    'Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu trách nhiệm hoàn toàn trước pháp luật về nội dung cam đoan của mình.',
    { indent: 10 * MM, justify: true, leading: 1.42 },
  );
  sheet.y += 4;
  const right = sheet.width - 58 * MM;
  sheet.line(`Làm tại: phường Nam Định, ${written('2026-06-03')}`, {
    face: 'italic',
    align: 'centre',
    x: right - 10,
  });
  drawSignatureBlock(sheet, {
    x: right,
    titles: ['Người yêu cầu'],
    hint: '(Ký, ghi rõ họ, chữ đệm, tên)',
    name: MOTHER.name,
    room: 56,
  });
  return {
    type: 'TO_KHAI_DANG_KY_KHAI_SINH',
    // The back of the form went through the scanner too.
    sheets: [sheet, desk.sheet()],
    fields: {
      nguoi_yeu_cau: MOTHER.name,
      so_dinh_danh: MOTHER.number,
      ho_ten: CHILD.name.toUpperCase(),
      ngay_sinh: CHILD.birth,
      ngay_lam_don: '2026-06-03',
    },
    owners: [MOTHER.number],
  };
};
