// The head of a paper by Decree 30/2020 and older custom: state title, issuing unit, number, place and date.
import { fold, nfc } from '../../core/text.ts';
import { placeWords, unitPhrases, unitWords } from '../../lists/words.ts';
import { withinEdits } from './fuzzy.ts';
import { keyOf, type PageLayout, type Segment, type Token, textOf } from './page-layout.ts';

export interface Header {
  /** Upper edge of the state title; 0 where none was found. */
  readonly top: number;
  /** Lower edge of everything before the title of the paper. */
  readonly bottom: number;
  readonly motto: readonly Segment[];
  /** Two columns, state title on the right. */
  readonly columns: boolean;
  /** Lines of the left column above its number, in order. */
  readonly left: readonly Segment[];
  /** Superior unit above, issuing unit below. */
  readonly superior: readonly Segment[];
  readonly issuer: readonly Segment[];
  /** The line that opens with "Số" in the left column. */
  readonly number: Segment | undefined;
  /** Lines under the number, "V/v ...". */
  readonly subject: readonly Segment[];
}

const mottos = ['conghoaxahoichunghiavietnam', 'doclaptudohanhphuc'];
const flat = (segment: Segment): string =>
  fold(textOf(segment.tokens))
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const isMotto = (segment: Segment): boolean =>
  mottos.some((motto) => withinEdits(keyOf(segment.tokens), motto, Math.floor(motto.length * 0.3)));

const startsWith = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text === word || text.startsWith(`${word} `));

/** Does this line open a new unit, or go on with the one above? */
export function opensUnit(segment: Segment, above: Segment | undefined): boolean {
  const text = flat(segment);
  if (!above) return true;
  const before = flat(above);
  if ((/thanh pho hai$/.test(before) || /(^| )van$/.test(before)) && text.startsWith('phong')) return false;
  if (/ hai$/.test(before) && text === 'phong') return false;
  if (/( va| tu| phuc vu| dang ky|,)$/.test(before) || /[-–,]$/.test(textOf(above.tokens))) return false;
  if (/ thanh$/.test(before) && text.startsWith('pho')) return false;
  if (/ thi$/.test(before) && /^(xa|tran)\b/.test(text)) return false;
  if (/( uy| nhan)$/.test(before) && /^(ban|dan)\b/.test(text)) return false;
  if (/ cong$/.test(before) && text.startsWith('an')) return false;
  // Any board is a unit (BAN DÂN TỘC, BAN TIẾP CÔNG DÂN), but not the end of văn bản or địa bàn.
  if (/^BAN$/iu.test(segment.tokens[0]?.text ?? '') && !/( van| dia|lam nghiep)$/.test(before)) return true;
  const glued = !text.startsWith(before) && unitPhrases.some((unit) => startsWith(text, [gluedStart(unit)]));
  return (startsWith(text, unitWords) || glued) && !startsWith(text, placeWords);
}

/** The first two words of a unit read as one: "SỞY TẾ". */
const gluedStart = (unit: string): string => fold(unit).split(' ').slice(0, 2).join('');

/** Lines of a header block as units: superior ones above, the issuing one last. */
export function unitsOf(lines: readonly Segment[]): Segment[][] {
  const units: Segment[][] = [];
  for (const [i, line] of lines.entries()) {
    if (units.length === 0 || opensUnit(line, lines[i - 1])) units.push([line]);
    else units.at(-1)?.push(line);
  }
  return units;
}

const upperLetters = (text: string): number =>
  (text.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0);
const isUpper = (text: string): boolean => upperLetters(text) > 0.8;
const isMixed = (text: string): boolean => upperLetters(text) < 0.5;
const isRule = (segment: Segment): boolean => keyOf(segment.tokens).length < 2;

const numberWord = /^s[o0ôốóòõ6](\/?no)?[:.;,]*$/iu;

/** Tokens behind a bullet. */
export const numberTokensOf = (segment: Segment): Token[] =>
  segment.tokens.slice(/^\d{1,2}[.)]$/.test(segment.tokens[0]?.text ?? '') ? 1 : 0);

/** Does a segment print a letter's number: "Số: 12/QĐ-UBND", "Số/No: 123"? Not a department's name (SỞ). */
export const isNumberLine = (segment: Segment): boolean => {
  const [first, second] = numberTokensOf(segment);
  if (!first || !numberWord.test(first.text.normalize('NFC').toLowerCase())) return false;
  if (second === undefined) return /[:.]$/.test(first.text);
  return /[:.;]$/.test(first.text)
    ? /\d|^[/:]|^\p{Lu}{1,3}/u.test(second.text)
    : /^[:\d/(]/.test(second.text);
};

/** A number with the letters of a kind or a unit behind a slash. */
const isNotation = (segment: Segment): boolean => /\d\s*\/.*\p{L}/u.test(textOf(segment.tokens));
/** What a received stamp prints, and what is no unit's name. */
const isStamp = (segment: Segment): boolean => {
  const text = flat(segment);
  return (
    /^(den|cong van den|chuyen|luu ho so|ngay|gio)\b/.test(text) ||
    /\d{2}/.test(text) ||
    /:/.test(textOf(segment.tokens))
  );
};

/** An arrival stamp below the subject: "ĐẾN", "Số: 2231", "Ngày: ...". */
const opensArrival = (segment: Segment): boolean => {
  const text = textOf(segment.tokens);
  return /^(CÔNG VĂN )?ĐẾN\b/u.test(text) || /^(số|ngày|giờ|chuyển|lưu hồ sơ)\s?:/iu.test(text);
};

/** The text of a unit's lines, one space between. */
export const unitText = (lines: readonly Segment[]): string =>
  nfc(lines.map((line) => textOf(line.tokens)).join(' '))
    .replace(/(?<=\p{L}{2})\.+(?=\s|$)/gu, '')
    .replace(/^[\s\-–:.]+|[\s\-–:.,]+$/gu, '');

export const tokensOf = (lines: readonly Segment[]): Token[] => lines.flatMap((line) => line.tokens);

/** Segments of the left column between the top of the page and the paper's title. */
function leftColumn(layout: PageLayout, motto: readonly Segment[], titleTop: number): Segment[] {
  const edge = Math.min(...motto.map((segment) => segment.x0));
  const top = Math.min(...motto.map((segment) => segment.y0));
  return layout.segments.filter((segment) => {
    const centre = (segment.x0 + segment.x1) / 2;
    return (
      segment.y0 > top - 0.04 &&
      segment.y1 < titleTop + 0.004 &&
      centre < edge &&
      segment.x1 < edge + 0.04 &&
      !isMotto(segment) &&
      !isRule(segment)
    );
  });
}

/** Lines that name units: beside or below the state title, in capitals where any is, centred on one another. */
function unitLines(lines: readonly Segment[], motto: Segment | undefined): Segment[] {
  const named = lines.filter((line) => {
    const text = textOf(line.tokens);
    const other =
      /^(v ?v|ve viec|quyen so|mau|so)\b [\d:]/.test(`${flat(line)} `) ||
      /^(v ?v|ve viec|quyen so|mau)\b/.test(flat(line));
    // The state title's first line may be lost under a stamp: units stand beside it all the same.
    const room = motto && keyOf(motto.tokens).startsWith('doc') ? 0.03 : 0.004;
    return !other && !isStamp(line) && /\p{L}{2}/u.test(text) && line.y1 > (motto?.y0 ?? 0) - room;
  });
  const capitals = named.some((line) => isUpper(textOf(line.tokens)));
  const printed = named.filter((line) => !capitals || !isMixed(textOf(line.tokens)));
  const widest = printed.reduce((most, line) => Math.max(most, line.x1 - line.x0), 0);
  const axis = printed.find((line) => line.x1 - line.x0 === widest);
  const middle = axis ? (axis.x0 + axis.x1) / 2 : 0;
  return printed.filter((line) => Math.abs((line.x0 + line.x1) / 2 - middle) < 0.07);
}

/** A head in one column: units in capitals on the state title's axis, above it or between it and the paper's title. */
function centredUnits(layout: PageLayout, motto: readonly Segment[], titleTop: number): Segment[] {
  const [first, last] = [motto[0], motto.at(-1)];
  if (!first || !last || titleTop >= 1) return [];
  const axis = (first.x0 + first.x1) / 2;
  const lines = layout.segments.filter(
    (line) =>
      line.y1 < titleTop + 0.004 &&
      !motto.includes(line) &&
      Math.abs((line.x0 + line.x1) / 2 - axis) < 0.05 &&
      isUpper(textOf(line.tokens)) &&
      !isStamp(line) &&
      !isRule(line),
  );
  const start = lines.findIndex((line) => startsWith(flat(line), unitWords));
  return start < 0 ? [] : lines.slice(start);
}

/** Reads the head of the first page; `titleTop` is where the paper's title begins (1 where it has none). */
export function findHeader(layout: PageLayout, titleTop: number): Header {
  const motto = layout.segments.filter(isMotto);
  const first = motto[0];
  const columns = first !== undefined && (first.x0 + first.x1) / 2 > 0.56;
  const limit = titleTop < 1 ? titleTop : (motto.at(-1)?.y1 ?? 0) + 0.16;
  const left = columns ? leftColumn(layout, motto, limit) : [];
  const numbers = left.filter(isNumberLine);
  const number = numbers.find(isNotation) ?? numbers.at(-1);
  const numberAt = number ? left.indexOf(number) : -1;
  const named = columns ? unitLines(numberAt < 0 ? left : left.slice(0, numberAt), first) : [];
  const units = unitsOf(columns ? named : centredUnits(layout, motto, titleTop));
  const bottom = Math.max(0, ...motto.map((line) => line.y1), ...left.map((line) => line.y1));
  return {
    top: first?.y0 ?? 0,
    bottom,
    motto,
    columns,
    left,
    superior: units.slice(0, -1).flat(),
    issuer: units.at(-1) ?? [],
    number,
    subject: subjectLines(layout, left, numberAt),
  };
}

/** "V/v ..." under the number of a letter, with the lines that go on with it. */
function subjectLines(layout: PageLayout, left: readonly Segment[], numberAt: number): Segment[] {
  const start = left.findIndex(
    (line, i) => i >= Math.max(0, numberAt) && /^(v ?v|viv|vv|v v|ve viec)\b/.test(flat(line)),
  );
  if (start < 0) return [];
  const lines: Segment[] = [];
  for (const line of left.slice(start)) {
    const last = lines.at(-1);
    if (last && line.y0 - last.y1 > 1.1 * (last.y1 - last.y0)) break;
    if (last && (/^(kinh gui|nguoi)/.test(flat(line)) || opensArrival(line))) break;
    lines.push(line);
  }
  return layout.segments.length > 0 ? lines : [];
}
