// The invented people and places of the samples. Nobody here exists; the numbers only keep the rules of DOMAIN 6.

export interface Person {
  readonly name: string;
  /** 12 digits: province of birth registration, century and sex, year, six free digits. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly birth: string;
  readonly sex: 'Nam' | 'Nữ';
}

export const MOTHER: Person = {
  name: 'Vũ Thị Ngọc Lan',
  number: '036194008214',
  birth: '1994-03-17',
  sex: 'Nữ',
};
export const FATHER: Person = {
  name: 'Phạm Đức Thành',
  number: '036091012667',
  birth: '1991-09-05',
  sex: 'Nam',
};
export const CHILD = { name: 'Phạm Vũ Minh An', birth: '2026-05-21', sex: 'Nữ' } as const;
export const DIRECTOR: Person = {
  name: 'Trịnh Hoài Sơn',
  number: '036080004391',
  birth: '1980-12-02',
  sex: 'Nam',
};

/** Where the family lives since the communes were merged in July 2025, and what the same place was called before. */
export const HOME = 'Số 18, đường Trần Huy Liệu, phường Nam Định, tỉnh Ninh Bình';
export const HOME_BEFORE_2025 =
  'Số 18, đường Trần Huy Liệu, phường Văn Miếu, thành phố Nam Định, tỉnh Nam Định';

export const COMPANY = {
  name: 'CÔNG TY TNHH MỘT THÀNH VIÊN CƠ KHÍ NÔNG NGHIỆP SÔNG ĐÀO',
  number: withCheckDigit('060117386'),
  address: 'Số 7, đường Đông A, phường Lộc Vượng, thành phố Nam Định, tỉnh Nam Định',
} as const;

/** Tax code: the check digit is 10 − (weighted sum mod 11); a sum that would give 10 is no valid code. */
export function withCheckDigit(nineDigits: string): string {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(nineDigits[index]), 0);
  const check = 10 - (sum % 11);
  if (check > 9) throw new Error(`${nineDigits} has no check digit`);
  return nineDigits + check;
}

/** `2026-05-21` -> `21/05/2026`. */
export function slashed(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** `2026-05-21` -> `ngày 21 tháng 5 năm 2026`; days below 10 and months 1 and 2 keep their zero (Decree 30/2020). */
export function written(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
