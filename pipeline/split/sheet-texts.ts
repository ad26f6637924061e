// What separator and dossier sheets say: printed by compose, known to split so that it does not count as content.
export const separatorText = 'SOHOA/1/SEP';
export const dossierPrefix = 'SOHOA/1/DOSSIER/';

export interface SheetTexts {
  readonly heading: string;
  readonly lines: readonly [vi: string, en: string];
}

export const separatorTexts: SheetTexts = {
  heading: 'TỜ PHÂN TÁCH',
  lines: [
    'Đặt tờ này giữa hai giấy tờ khi quét cả tập. Tờ này không được lưu.',
    'Lay this sheet between two papers before scanning a stack. It is not kept.',
  ],
};

export const dossierTexts = (code: string): SheetTexts => ({
  heading: `HỒ SƠ ${code}`,
  lines: [
    'Đặt tờ này trước giấy tờ đầu tiên của hồ sơ khi quét. Tờ này không được lưu.',
    'Lay this sheet before the first paper of the dossier. It is not kept.',
  ],
});
