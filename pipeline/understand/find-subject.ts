// The trích yếu below a title: centred lines up to the first line of the body.
import { fold } from '../../core/text.ts';
import type { TitleMatch } from './find-title.ts';
import { type PageLayout, type Segment, textOf } from './page-layout.ts';

const bodyStart =
  /^(can cu|kinh gui|dieu \d|phan [i\d]|chuong |i+\s|[ivx]+[. ]|\d+[.)] |a[.)] |hom nay|thoi gian|xet |theo |thuc hien |chu tich |giam doc |uy ban nhan dan|bo truong|hoi dong|ben a|chung toi|de |nham |ngay |quyet dinh|- )/;
const flat = (segment: Segment): string => fold(textOf(segment.tokens)).replace(/\s+/g, ' ').trim();

const isUpper = (text: string): boolean => {
  const letters = text.replace(/\P{L}/gu, '');
  return letters.length > 3 && letters === letters.toUpperCase();
};

/** What stands centred on a row: one segment, or all of one line that the finder cut; stamps beside it do not count. */
function centredPieces(row: readonly Segment[], middle: number, aspect: number): readonly Segment[] {
  const single = row.find((segment) => Math.abs((segment.x0 + segment.x1) / 2 - middle) < 0.022);
  if (single && row.length === 1) return [single];
  const whole = row.every((segment, i) => {
    const before = row[i - 1];
    return !before || segment.x0 - before.x1 < 4 * (segment.y1 - segment.y0) * aspect;
  });
  const [first, last] = [row[0], row.at(-1)];
  if (whole && first && last && Math.abs((first.x0 + last.x1) / 2 - middle) < 0.022) return row;
  return single ? [single] : [];
}

/** Lines of the subject, or none where the body begins right below the title. */
export function findSubject(layout: PageLayout, title: TitleMatch): Segment[] {
  const last = title.segments.at(-1);
  if (!last || last.page !== layout.page) return [];
  const middle = (last.x0 + last.x1) / 2;
  const lines: Segment[] = [];
  let above = last;
  for (const row of layout.rows.slice(last.row + 1, last.row + 8)) {
    const pieces = centredPieces(row, middle, layout.aspect);
    const segment = pieces[0];
    if (!segment) break;
    const text = pieces.map(flat).join(' ');
    if (text.replace(/[^a-z]/g, '').length < 2) continue;
    const gap = segment.y0 - above.y1;
    const pitch = segment.y1 - segment.y0;
    if (gap > (lines.length === 0 ? 2.2 : 1.1) * pitch || bodyStart.test(text)) break;
    if (
      /^\(/.test(text) ||
      (isUpper(pieces.map((piece) => textOf(piece.tokens)).join(' ')) && lines.length > 0)
    )
      break;
    lines.push(...pieces);
    above = segment;
    if (/\.$/.test(text) || /[:;]$/.test(text)) break;
  }
  return lines;
}
