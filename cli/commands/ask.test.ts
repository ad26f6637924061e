// Tests of papers, lookup, show, open, search and reuse on a filled data folder, as child processes.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FilledData, fillData, husband, nurse } from '../testing/filled-data.ts';
import { type CliOptions, type CliRun, sohoa } from '../testing/run-cli.ts';
import { fileNameOf } from './open.ts';

let data: FilledData;
beforeAll(async () => {
  data = await fillData();
});

const ask = (args: readonly string[], options?: CliOptions): Promise<CliRun> =>
  sohoa([...args, '--data', data.folder], options);
const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('papers', () => {
  test('one JSON line a paper', async () => {
    const { code, stdout, stderr } = await ask(['papers', '--json']);
    const lines = jsonLines(stdout);
    expect([code, stderr, lines.length]).toEqual([0, '', 5]);
    const { land } = data;
    expect(lines.find(({ id }) => id === land.id)).toEqual({
      id: land.id,
      code: land.code,
      kind: 'GIAY_CHUNG_NHAN_QUYEN_SU_DUNG_DAT',
      status: 'filed',
      owners: [husband.number, nurse.number],
      dossier: 'H40.09-20261122-0000001',
      originalSha256: land.originalSha256,
      pages: [1, 2],
      legalCopySha256: land.legalCopySha256,
      signatures: 1,
      received: '2026-11-22',
    });
  });

  test('by owner and by state', async () => {
    const [his, waiting, nobody] = await Promise.all([
      ask(['papers', '--json', '--owner', husband.number]),
      ask(['papers', '--json', '--status', 'review']),
      ask(['papers', '--json', '--owner', '001190999999']),
    ]);
    expect(jsonLines(his.stdout).map(({ id }) => id)).toEqual([data.land.id]);
    expect(jsonLines(waiting.stdout).map(({ id }) => id)).toEqual([data.waiting.id]);
    expect([nobody.code, nobody.stdout]).toEqual([0, '']);
  });

  test('a table without --json, no colour without a terminal', async () => {
    const { stdout } = await ask(['papers']);
    expect(stdout.split('\n')[0]).toMatch(/^Ngày nhận +Trạng thái +Loại giấy tờ/);
    expect(stdout).toContain('Giấy chứng nhận quyền sử dụng đất');
    expect(stdout).not.toContain('\u001b');
  });

  test('a folder without data: nothing is made, nothing is found', async () => {
    const empty = join(tmpdir(), `sohoa-none-${process.pid}`);
    const { code, stdout, stderr } = await sohoa(['papers', '--json', '--data', empty]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('chưa có dữ liệu');
    expect(existsSync(empty)).toBe(false);
  });
});

describe('lookup', () => {
  test('the number from standard input, newest first', async () => {
    const { code, stdout, stderr } = await ask(['lookup', '-'], { input: `${nurse.number}\n` });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Đỗ Thị Thử Nghiệm');
    expect(stdout).toContain('Kho có 5 giấy tờ');
    expect(stdout.indexOf(data.waiting.id)).toBeLessThan(stdout.indexOf(data.diploma.code ?? '?'));
  });

  test('as JSON lines, the number with spaces', async () => {
    const { stdout } = await ask(['lookup', '036 190 000001', '--json']);
    expect(jsonLines(stdout)).toHaveLength(5);
  });

  test('nobody has it: exit 2', async () => {
    const { code, stderr } = await ask(['lookup', '001190999999']);
    expect(code).toBe(2);
    expect(stderr).toContain('Chưa có chủ giấy tờ nào');
    expect(stderr).not.toContain('001190999999');
  });
});

describe('show', () => {
  test('facts with where they come from, files, signatures, events', async () => {
    const { code, stdout } = await ask(['show', data.diploma.code ?? '']);
    expect(code).toBe(0);
    for (const part of ['B123/45', '93 %', 'label:Số', 'chu_giay_to (chủ chính)', 'chữ ký hợp lệ', 'lưu kho'])
      expect(stdout).toContain(part);
  });

  test('by identifier, as JSON', async () => {
    const { stdout } = await ask(['show', data.waiting.id, '--json']);
    const shown = JSON.parse(stdout);
    expect(shown.paper.state).toBe('review');
    expect(shown.facts).toHaveLength(1);
    expect(shown.signatures).toMatchObject([{ indication: 'TOTAL-PASSED', coversWholeDocument: true }]);
  });

  test('what is not there: exit 2', async () => {
    const { code, stderr } = await ask(['show', 'x.y.z.01']);
    expect(code).toBe(2);
    expect(stderr).toContain('Không có giấy tờ này trong kho');
  });
});

describe('open', () => {
  const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  const cwd = mkdtempSync(join(tmpdir(), 'sohoa-open-'));

  test('writes the copy under the code, never over a file, unless forced', async () => {
    const first = await ask(['open', data.diploma.code ?? ''], { cwd });
    const name = '036190000001.VAN_BANG_CHUYEN_MON.B123-45.01.pdf';
    expect([first.code, first.stdout]).toEqual([0, `${name}\n`]);
    expect(sha256(join(cwd, name))).toBe(data.diploma.legalCopySha256);
    const second = await ask(['open', data.diploma.code ?? ''], { cwd });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('đã có');
    const forced = await ask(['open', data.land.code ?? '', '-o', name, '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(readdirSync(cwd)).toEqual([name]);
  });

  test('into a folder, and to standard output', async () => {
    const into = mkdtempSync(join(tmpdir(), 'sohoa-open-'));
    expect((await ask(['open', data.waiting.id, '-o', into])).stdout).toBe(
      `${join(into, data.waiting.id)}.pdf\n`,
    );
    expect((await ask(['open', data.waiting.id, '-o', '-'])).stdout).toMatch(/^%PDF-/);
  });

  test('only facts are kept', async () => {
    const { code, stderr } = await ask(['open', data.card.code ?? '']);
    expect(code).toBe(2);
    expect(stderr).toContain('chỉ lưu dữ liệu');
  });

  test.each([
    ['001.A.12/3.01', '001.A.12-3.01.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['..', 'giay-to.pdf'],
    ['.A. x*?.01 ', 'A. x-.01.pdf'],
    [`${'ậ'.repeat(200)}`, `${'ậ'.repeat(66)}.pdf`],
  ])('%s becomes %s', (code, name) => {
    expect(fileNameOf(code)).toBe(name);
  });
});

describe('search', () => {
  test('with and without diacritics, newest first', async () => {
    const [plain, marked] = await Promise.all([
      ask(['search', 'cong', 'hoa', '--json']),
      ask(['search', 'Cộng hòa', '--json', '--limit', '2']),
    ]);
    const ids = jsonLines(plain.stdout).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(ids[0]).toBe(data.waiting.id);
    expect(jsonLines(marked.stdout).map(({ id }) => id)).toEqual(ids.slice(0, 2));
  });

  test('only one owner, and nothing', async () => {
    const [his, none] = await Promise.all([
      ask(['search', 'do thi', '--owner', husband.number, '--json']),
      ask(['search', 'khongco']),
    ]);
    expect(jsonLines(his.stdout).map(({ id }) => id)).toEqual([data.land.id]);
    expect([none.code, none.stdout]).toEqual([0, '']);
    expect(none.stderr).toContain('Không có giấy tờ nào');
  });
});

describe('reuse', () => {
  const question = ['reuse', nurse.number, '--procedure', '1.012289', '--on'];

  test('in the words of the counter', async () => {
    const { code, stdout } = await ask([...question, '22/11/2026']);
    expect(code).toBe(0);
    expect(stdout).toContain('Văn bằng chuyên môn: không cần nộp lại – có trong Kho, giá trị không thời hạn');
    expect(stdout).toContain(`giấy tờ trong Kho: ${data.diploma.code}`);
    expect(stdout).toContain('đã hết hạn từ ngày 24/03/2026 – đề nghị nộp bản mới');
    expect(stdout).toContain('Hộ chiếu: chỉ xuất trình');
    expect(stdout).toContain('Giấy khám sức khỏe: còn thiếu – đề nghị nộp bản chính');
    expect(stdout).toContain('1/5 thành phần hồ sơ không cần nộp lại');
  });

  test('before the term ran out', async () => {
    const { stdout } = await ask([...question, '2026-03-24']);
    expect(stdout).toContain('không cần nộp lại – có trong Kho và còn giá trị đến ngày 24/03/2026');
  });

  test('as JSON', async () => {
    const { stdout } = await ask([...question, '2026-11-22', '--json']);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      owner: nurse.number,
      known: true,
      procedure: '1.012289',
      on: '2026-11-22',
    });
    expect(answer.components.map(({ state }: { state: string }) => state)).toEqual([
      'missing',
      'in-kho',
      'expired',
      'missing',
      'only-shown',
    ]);
    expect(answer.components[1].paper.code).toBe(data.diploma.code);
  });

  test('somebody without a Kho has everything to hand in; an unknown procedure is an error', async () => {
    const stranger = await ask(['reuse', '-', '--procedure', '1.012289', '--lang', 'en'], {
      input: '001190999999',
    });
    expect([stranger.code, stranger.stdout]).toEqual([
      0,
      expect.stringContaining('no papers in the Kho yet'),
    ]);
    const unknown = await ask(['reuse', nurse.number, '--procedure', '9.999999']);
    expect(unknown.code).toBe(2);
  });
});
