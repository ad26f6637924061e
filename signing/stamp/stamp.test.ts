// What a stamp says and how it is drawn: every Vietnamese letter, the same bytes each time, few of them.
import { describe, expect, test } from 'vitest';
import { drawStamp } from './draw-stamp.ts';
import { stampBlocks } from './layout-stamp.ts';
import { stampFont, textWidth } from './stamp-font.ts';
import { vietnamTime } from './stamp-profiles.ts';
import { subsetFont } from './subset-font.ts';
import { parseTrueType } from './truetype.ts';

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const LETTERS = [...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))).join('');
const ALPHABET = `${LETTERS}${LETTERS.toUpperCase()}đĐ`;
const FACTS = {
  name: 'Nguyễn Thị Minh Khuê',
  time: '2026-11-21T09:30:00+07:00',
  development: false,
} as const;
const block = (name: string = FACTS.name) =>
  stampBlocks({ ...FACTS, name, profile: 'TT01_2023_COUNTER' })[0]!;

describe('the font', () => {
  test('has every Vietnamese letter, and so has its subset', () => {
    const font = stampFont();
    expect([...ALPHABET].filter((letter) => font.glyphOf(letter.codePointAt(0)!) === 0)).toEqual([]);
    const subset = subsetFont(font, ALPHABET);
    expect(new Set(subset.glyphs.values()).size).toBe(new Set(ALPHABET).size);
    const reread = parseTrueType.bind(null, subset.file);
    // Without a cmap no text reader would know it; the outlines and widths must still be those of the font.
    expect(reread).toThrow(/cmap/);
    expect(subset.widths.length).toBeGreaterThan(new Set(ALPHABET).size);
  });

  test('a letter it lacks becomes a question mark, not a hole', () => {
    const { glyphs } = subsetFont(stampFont(), 'a漢?');
    expect(glyphs.get('漢')).toBe(glyphs.get('?'));
    expect(glyphs.get('?')).toBeGreaterThan(0);
  });
});

describe('a stamp', () => {
  test.each([
    ['2026-11-21T02:30:00Z', '2026-11-21T09:30:00+07:00'],
    ['2026-12-31T17:00:00.999Z', '2027-01-01T00:00:00+07:00'],
  ])('%s is %s in Vietnam', (utc, local) => {
    expect(vietnamTime(new Date(utc))).toBe(local);
  });

  test('says who, when, and that it was converted from paper', () => {
    expect(block().lines).toEqual([
      'Bản điện tử chuyển từ bản giấy',
      'Người sao chụp, chuyển đổi: Nguyễn Thị Minh Khuê',
      'Thời gian: 2026-11-21T09:30:00+07:00',
    ]);
    const test = stampBlocks({ ...FACTS, development: true, profile: 'TT01_2023_COUNTER' });
    expect(test.every(({ lines }) => lines[0]?.startsWith('BẢN THỬ'))).toBe(true);
  });

  test.each(['TT01_2023_COUNTER', 'ND30_SAO_Y', 'TT01_2019_INCOMING'] as const)('%s shrinks', (profile) => {
    const sizes = stampBlocks({ ...FACTS, profile }).map(({ fontSize }) => fontSize);
    expect(sizes[0]).toBe(profile === 'TT01_2023_COUNTER' ? 8 : 10);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6);
  });

  test('no line is wider than its frame, however long the name', () => {
    const long = 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Nguyễn Thái Học thành phố Yên Bái';
    for (const { lines, fontSize, width } of stampBlocks({ ...FACTS, name: long, profile: 'ND30_SAO_Y' })) {
      expect(width).toBeLessThan(400);
      for (const line of lines) expect(textWidth(stampFont(), line, fontSize)).toBeLessThanOrEqual(width);
    }
  });

  test('gives the same bytes each time, and few of them', () => {
    const [one, two] = [drawStamp(block(), false), drawStamp(block(), false)];
    expect(two).toEqual(one);
    expect(one.font.file.length).toBeLessThan(6000);
    expect(one.font.name).toMatch(/^[A-Z]{6}\+Tinos$/);
    expect(drawStamp(block('Lê Văn Q'), false).font.name).not.toBe(one.font.name);
  });
});
