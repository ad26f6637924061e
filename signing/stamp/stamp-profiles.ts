// What each stamp says and where it belongs, as data: DOMAIN 1 and 3 name the clauses.
import type { SealRequest } from '../../core/ports.ts';

export type StampProfileCode = NonNullable<SealRequest['profile']>;

/** What fills a stamp's lines. */
export interface StampFacts {
  /** Full name of the signing certificate's owner. */
  readonly name: string;
  /** ISO 8601 with the offset of Vietnam. */
  readonly time: string;
}

export interface StampProfile {
  readonly corner: 'top-left' | 'top-right';
  /** Font size in points: wished, and the smallest that still reads well on paper. */
  readonly size: number;
  readonly smallest: number;
  /** Same text in several shapes, the wished one first. */
  readonly shapes: (facts: StampFacts) => readonly (readonly string[])[];
  /** Reason in the signature dictionary. */
  readonly reason: string;
}

/** The sign in words that a data message was converted from paper (Decree 137/2024, article 4). */
export const CONVERSION_MARK = 'Bản điện tử chuyển từ bản giấy';

export const STAMP_PROFILES: Readonly<Record<StampProfileCode, StampProfile>> = {
  // Circular 01/2023/TT-VPCP, article 8: who copied and when, top left; with the marks of Decree 137/2024.
  TT01_2023_COUNTER: {
    corner: 'top-left',
    size: 8,
    smallest: 6,
    shapes: ({ name, time }) => [
      [CONVERSION_MARK, `Người sao chụp, chuyển đổi: ${name}`, `Thời gian: ${time}`],
      [`${CONVERSION_MARK} · ${time}`, `Người sao chụp, chuyển đổi: ${name}`],
    ],
    reason: CONVERSION_MARK,
  },
  // Decree 30/2020, appendix I, part II: form of copy, agency and time in size 10, top right, no picture.
  ND30_SAO_Y: {
    corner: 'top-right',
    size: 10,
    smallest: 8,
    shapes: ({ name, time }) => [
      ['Sao y', name, time],
      [`Sao y · ${time}`, name],
    ],
    reason: 'Sao y',
  },
  // Circular 01/2019/TT-BNV: agency and day of signing, top right; the picture of its red seal is not drawn.
  TT01_2019_INCOMING: {
    corner: 'top-right',
    size: 10,
    smallest: 8,
    shapes: ({ name, time }) => [[name, time.slice(0, 10)]],
    reason: 'Số hóa văn bản đến',
  },
};

/** `2026-11-21T09:30:00+07:00`: the whole country has used UTC+7 without summer time since 1975. */
export function vietnamTime(at: Date): string {
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
