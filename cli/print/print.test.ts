// Tests of tables, the progress line and the screen.
import { describe, expect, test } from 'vitest';
import { message } from '../../core/messages/index.ts';
import { problemLine } from './problems.ts';
import { openProgress, progressLine } from './progress.ts';
import { openScreen } from './screen.ts';
import { tableLines, widthOf } from './table.ts';
import { localTime, today } from './words.ts';

const cli = { lang: 'vi', say: (key: string, params = {}) => message('vi', key, params) } as const;

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 60, write: (text: unknown) => written.push(String(text)) > 0 };
}

describe('screen', () => {
  test('a terminal: the progress line goes away for a line and comes back', () => {
    const [out, err] = [stream(true), stream(true)];
    const screen = openScreen({ out, err, colours: true });
    screen.progress('1/2');
    screen.print('paper');
    screen.progress(null);
    screen.tell('end');
    expect(out.written).toEqual(['paper\n']);
    expect(err.written).toEqual(['1/2', '\r\u001b[2K', '1/2', '\r\u001b[2K', 'end\n']);
  });

  test('no terminal: no progress, no colour', () => {
    const [out, err] = [stream(false), stream(false)];
    const screen = openScreen({ out, err, colours: true });
    screen.progress('1/2');
    expect(err.written).toEqual([]);
    expect(screen.paint('red', 'x')).toBe('x');
  });

  test('NO_COLOR on a terminal', () => {
    const streams = { out: stream(true), err: stream(true) };
    expect(openScreen({ ...streams, colours: false }).paint('red', 'x')).toBe('x');
    expect(openScreen({ ...streams, colours: true }).paint('red', 'x')).toBe('\u001b[31mx\u001b[39m');
  });
});

describe('progress', () => {
  test.each([
    [{ done: 0, total: 10, milliseconds: 50 }, '░░░░░░░░░░░░░░░░░░░░ 0/10 trang'],
    [
      { done: 5, total: 10, milliseconds: 10_000 },
      '██████████░░░░░░░░░░ 5/10 trang · 30 trang/phút · còn 0:10',
    ],
    [
      { done: 2, total: 40, milliseconds: 20_000 },
      '█░░░░░░░░░░░░░░░░░░░ 2/40 trang · 6,0 trang/phút · còn 6:20',
    ],
  ])('%j', (pace, line) => {
    expect(progressLine(cli, pace)).toBe(line);
  });

  test('counts on over batches', () => {
    const [out, err] = [stream(true), stream(true)];
    const screen = openScreen({ out, err, colours: false });
    let now = 0;
    const progress = openProgress({ ...cli, screen }, () => now);
    for (const batch of [1, 2]) {
      progress.onProgress({ kind: 'source', source: `${batch}.pdf`, pages: 2 });
      for (const page of [1, 2]) {
        now += 1000;
        progress.onProgress({
          kind: 'page',
          source: `${batch}.pdf`,
          page,
          done: page,
          total: 2,
          problems: [],
        });
      }
      progress.next();
    }
    expect(err.written.at(-1)).toContain('4/4 trang');
  });
});

test('what is wrong with a page is said at once, in a word the clerk can act on; the rest waits for the paper', () => {
  const [out, err] = [stream(false), stream(false)];
  const progress = openProgress({ ...cli, screen: openScreen({ out, err, colours: false }) });
  const problems = [
    { code: 'intake.dpi-guessed' },
    { code: 'rescan.cut-off', page: 3 },
    { code: 'quality.finger', page: 3 },
  ];
  progress.onProgress({ kind: 'page', source: 'scans/01.pdf', page: 3, done: 1, total: 4, problems });
  expect(err.written).toEqual([
    'scans/01.pdf – Trang 3: chữ bị cắt ở mép ảnh – phải quét lại, đặt giấy lọt hẳn trong vùng quét\n',
    'scans/01.pdf – Trang 3: có ngón tay che vào ảnh – nên quét lại, bỏ tay ra khỏi mặt kính\n',
  ]);
});

test('columns are as wide as their widest cell, colour not counted', () => {
  expect(
    tableLines(
      ['A', 'Số'],
      [
        ['\u001b[31mđỏ\u001b[39m', '1'],
        ['xanh', '22'],
      ],
    ),
  ).toEqual(['A     Số', '\u001b[31mđỏ\u001b[39m    1', 'xanh  22']);
  expect(tableLines(['A'], [])).toEqual([]);
  expect(widthOf('Nguyễn'.normalize('NFD'))).toBe(6);
});

test('time as in Viet Nam', () => {
  expect(localTime('2026-11-22T18:30:05.000Z')).toBe('23/11/2026 01:30:05');
  expect(today(new Date('2026-11-22T18:30:05.000Z'))).toBe('2026-11-23');
});

test.each([
  [{ code: 'rescan.too-dark', page: 2 }, /^Trang 2: ảnh quá tối – phải quét lại, tăng độ sáng$/],
  [{ code: 'understand.kind-unsure', page: 3 }, /^Trang 3: Chưa chắc loại giấy tờ$/],
  [
    { code: 'understand.field-missing', field: 'ho_ten' },
    /^Không tìm thấy thông tin bắt buộc \(Họ, chữ đệm, tên\)$/,
  ],
  [
    { code: 'review.field-unsure', field: 'ho_ten', params: { label: 'Họ tên' } },
    /^“Họ, chữ đệm, tên” chưa đọc chắc$/,
  ],
])('problem %j', (problem, line) => {
  expect(problemLine('vi', problem)).toMatch(line);
});
