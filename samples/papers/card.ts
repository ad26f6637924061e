// A citizen identity card as it lies on the scanner: front above back, QR and machine-readable zone.
import { rgb } from 'pdf-lib';
import { MOTTO, NATION } from '../draw/letterhead.ts';
import { drawEmblem, drawQr, drawSignature } from '../draw/marks.ts';
import { MM, type Sheet } from '../draw/sheet.ts';
import { HOME_BEFORE_2025, MOTHER, type Person, slashed } from '../people.ts';
import type { DrawPaper } from './paper.ts';

/** ISO/IEC 7810 ID-1. */
const CARD = { width: 85.6 * MM, height: 54 * MM };
const ISSUED = '2021-08-12';
const EXPIRES = '2034-03-17';
const INK = rgb(0.13, 0.13, 0.16);
const RED = rgb(0.72, 0.12, 0.14);

export const drawIdentityCard: DrawPaper = async (desk) => {
  const sheet = desk.sheet(118, 148);
  const left = 16 * MM;
  const [front, back] = [14 * MM, 80 * MM];
  for (const top of [front, back]) drawCardGround(sheet, left, top);
  const compact = (iso: string) => slashed(iso).replaceAll('/', '');
  const qr = [
    MOTHER.number,
    '163218845',
    MOTHER.name,
    compact(MOTHER.birth),
    MOTHER.sex,
    HOME_BEFORE_2025,
    compact(ISSUED),
  ].join('|');
  drawFront(sheet, left, front);
  await drawQr(sheet, { x: left + 65.5 * MM, y: front + 2 * MM, size: 17.5 * MM, text: qr });
  drawBack(sheet, left, back);
  return {
    type: 'CAN_CUOC_CONG_DAN',
    sheets: [sheet],
    qr,
    fields: {
      so_dinh_danh: MOTHER.number,
      ho_ten: MOTHER.name,
      ngay_sinh: MOTHER.birth,
      gioi_tinh: MOTHER.sex,
      noi_thuong_tru: HOME_BEFORE_2025,
      ngay_cap: ISSUED,
      ngay_het_han: EXPIRES,
    },
    owners: [MOTHER.number],
  };
};

function drawFront(sheet: Sheet, left: number, top: number): void {
  drawEmblem(sheet, { x: left + 10 * MM, y: top + 9 * MM, size: 14 });
  const middle = left + 41 * MM;
  const centred = (text: string, y: number, size: number, bold = true) =>
    sheet.textAt(text, top + y * MM, {
      x: middle,
      align: 'centre',
      size,
      face: bold ? 'sansBold' : 'sans',
      colour: INK,
    });
  centred(NATION, 3, 6);
  centred(MOTTO, 6, 6);
  sheet.textAt('CĂN CƯỚC CÔNG DÂN', top + 10.5 * MM, {
    x: middle,
    align: 'centre',
    size: 11,
    face: 'sansBold',
    colour: RED,
  });
  sheet.textAt('Citizen Identity Card', top + 15 * MM, {
    x: middle,
    align: 'centre',
    size: 5.6,
    face: 'sans',
    colour: RED,
  });
  drawPortrait(sheet, left + 3 * MM, top + 19 * MM);
  const x = left + 27.5 * MM;
  sheet.y = top + 19.6 * MM;
  const row = (label: string, value: string, size = 7.4) =>
    sheet.paragraph(
      [
        [label, 'sans'],
        [value, 'sansBold'],
      ],
      { left: x, right: left + 84.4 * MM, size, leading: 1.2, after: 1.3, colour: INK },
    );
  row('Số / No.:', MOTHER.number, 10);
  row('Họ và tên / Full name:', MOTHER.name.toUpperCase());
  row('Ngày sinh / Date of birth:', slashed(MOTHER.birth));
  row(`Giới tính / Sex: ${MOTHER.sex} Quốc tịch / Nationality:`, 'Việt Nam');
  row('Quê quán / Place of origin:', 'Nam Vân, Nam Định, Nam Định', 6.8);
  row('Nơi thường trú / Place of residence:', HOME_BEFORE_2025, 6.8);
  sheet.textAt('Có giá trị đến / Date of expiry:', top + 45.6 * MM, {
    x: left + 3 * MM,
    size: 4.7,
    face: 'sans',
    colour: INK,
  });
  sheet.textAt(slashed(EXPIRES), top + 48 * MM, { x: left + 3 * MM, size: 7, face: 'sansBold', colour: INK });
}

function drawBack(sheet: Sheet, left: number, top: number): void {
  const small = { size: 6.4, face: 'sans', colour: INK, x: left + 4 * MM } as const;
  sheet.textAt('Đặc điểm nhân dạng / Personal identification:', top + 3.5 * MM, small);
  sheet.textAt('Sẹo chấm cách 1,5 cm dưới trước đầu lông mày trái', top + 6.8 * MM, {
    ...small,
    face: 'sansBold',
  });
  sheet.textAt(`Ngày, tháng, năm / Date, month, year: ${slashed(ISSUED)}`, top + 10.4 * MM, small);
  const chief = { ...small, align: 'centre', x: left + 30 * MM, face: 'sansBold' } as const;
  sheet.textAt('CỤC TRƯỞNG CỤC CẢNH SÁT', top + 14 * MM, chief);
  sheet.textAt('QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI', top + 17 * MM, chief);
  drawSignature(sheet, { x: left + 32 * MM, y: top + 25.5 * MM, name: 'Hoàng Văn Tiệp', width: 22 * MM });
  sheet.textAt('Hoàng Văn Tiệp', top + 29.5 * MM, chief);
  const chip = { x: left + 7 * MM, y: sheet.height - top - 31 * MM, width: 11 * MM, height: 9 * MM };
  sheet.page.drawRectangle({
    ...chip,
    color: rgb(0.86, 0.72, 0.36),
    borderColor: rgb(0.5, 0.38, 0.12),
    borderWidth: 0.6,
  });
  for (const share of [0.33, 0.66])
    sheet.rule(chip.x, chip.x + chip.width, top + 22 * MM + share * chip.height, 0.5, rgb(0.5, 0.38, 0.12));
  machineReadable(MOTHER, EXPIRES).forEach((line, index) => {
    sheet.textAt(line, top + (36.5 + index * 5) * MM, {
      x: left + 4 * MM,
      size: 11.4,
      face: 'mono',
      colour: INK,
    });
  });
}

function drawCardGround({ page, height }: Sheet, left: number, top: number): void {
  const y = height - top - CARD.height;
  page.drawRectangle({
    x: left,
    y,
    ...CARD,
    color: rgb(0.86, 0.93, 0.94),
    borderColor: rgb(0.55, 0.65, 0.68),
    borderWidth: 0.7,
  });
  for (let wave = 1; wave < 13; wave += 1) {
    const size = wave * 5.6;
    page.drawEllipse({
      x: left + CARD.width * 0.62,
      y: y + CARD.height * 0.5,
      xScale: Math.min(size * 1.5, CARD.width * 0.37),
      yScale: Math.min(size, CARD.height * 0.48),
      borderColor: rgb(0.79, 0.88, 0.88),
      borderWidth: 0.5,
    });
  }
}

/** A faceless bust: the samples show nobody. */
function drawPortrait({ page, height }: Sheet, x: number, top: number): void {
  const [width, tall] = [20 * MM, 26 * MM];
  const y = height - top - tall;
  page.drawRectangle({ x, y, width, height: tall, color: rgb(0.78, 0.85, 0.9) });
  page.drawEllipse({
    x: x + width / 2,
    y: y + tall * 0.18,
    xScale: width * 0.4,
    yScale: tall * 0.17,
    color: rgb(0.3, 0.36, 0.48),
  });
  page.drawEllipse({
    x: x + width / 2,
    y: y + tall * 0.6,
    xScale: width * 0.23,
    yScale: tall * 0.23,
    color: rgb(0.17, 0.14, 0.13),
  });
  page.drawEllipse({
    x: x + width / 2,
    y: y + tall * 0.55,
    xScale: width * 0.18,
    yScale: tall * 0.19,
    color: rgb(0.87, 0.74, 0.65),
  });
}

/** Three lines of ICAO 9303 TD1, as on the card: its document number is the last nine digits of the personal number. */
function machineReadable(person: Person, expires: string): string[] {
  const short = (iso: string) => iso.slice(2).replaceAll('-', '');
  const checked = (text: string) => text + checkDigit(text);
  const first = `IDVNM${checked(person.number.slice(3))}${person.number}<<`;
  const second = `${checked(short(person.birth))}${person.sex === 'Nữ' ? 'F' : 'M'}${checked(short(expires))}VNM`;
  const plain = person.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .toUpperCase();
  const [family, ...rest] = plain.split(' ');
  const composite = checkDigit(first.slice(5) + second.slice(0, 7) + second.slice(8, 15));
  return [
    `${first}${checkDigit(person.number)}`,
    `${second.padEnd(29, '<')}${composite}`,
    `${family}<<${rest.join('<')}`.padEnd(30, '<'),
  ];
}

function checkDigit(text: string): number {
  const value = (letter: string) =>
    letter === '<' ? 0 : /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 55;
  return [...text].reduce((sum, letter, index) => sum + value(letter) * [7, 3, 1][index % 3]!, 0) % 10;
}
