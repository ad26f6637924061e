// Tests of wrong usage: said in the user's language on stderr, exit code 1, nothing on stdout.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sohoa } from './testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-usage-'));
const scan = join(folder, 'scan.pdf');
writeFileSync(scan, '%PDF-1.4');

test.each([
  [['papres'], /Không có lệnh papres[\s\S]*Có phải ý bạn là papers/],
  [['papers', '--jsno'], /Không có tùy chọn --jsno[\s\S]*--json/],
  [['papers', '--jsno', '--lang', 'en'], /There is no option --jsno[\s\S]*Did you mean --json/],
  [['papers', 'x', 'y'], /Thừa tham số: lệnh này nhận 0, đã nhập 2/],
  [['papers', '--status', 'gone'], /Giá trị của --status <TRẠNG-THÁI> không đúng[\s\S]*filed/],
  [['papers', '--owner'], /Tùy chọn --owner <SỐ> thiếu giá trị/],
  [['papers', '--owner', '12'], /Số của chủ giấy tờ sai dạng/],
  [['digitize'], /Thiếu tham số TỆP\|THƯ-MỤC/],
  [['digitize', join(folder, 'none')], /Không tìm thấy .*none/],
  [['digitize', scan, '--owner', '001190000001'], /--procedure và --owner phải đi cùng --dossier/],
  [['digitize', scan, '--dossier', 'a b'], /Mã hồ sơ a b không dùng được/],
  [['digitize', scan, '--dossier', 'H1', '--procedure', 'x'], /Mã thủ tục x sai dạng/],
  [['digitize', scan, '--workers', 'many'], /Cấu hình sai ở mục “workers”/],
  [['reuse', '001190000001'], /Thiếu tùy chọn --procedure <MÃ>/],
  [
    ['reuse', '001190000001', '--procedure', '1.012289', '--on', '31/02/2026'],
    /--on không phải là ngày có thật/,
  ],
  [['search', '...'], /Chưa nhập gì/],
  [['search', 'a', '--limit', '0'], /--limit phải là số nguyên từ 1 đến 1000/],
  [['separators', '-n', '0', '-o', join(folder, 's.pdf')], /-n phải là số nguyên từ 1/],
  [['verify', scan, '--trust', scan], /không chứa chứng thư số nào/],
  [['verify', scan, '--trust', join(folder, 'none.pem')], /Không tìm thấy/],
  [['papers', '--registry', 'mysql://x'], /Địa chỉ cơ sở dữ liệu sai dạng/],
  [['reuse', '001190000001', '--procedure', '1.012289', '--kinds', scan], /Không đọc được tệp loại giấy tờ/],
  [['completion', 'csh'], /Chọn một trong: bash, zsh, fish/],
] as const)('%j', async (args, message) => {
  const { code, stdout, stderr } = await sohoa([...args, '--data', join(folder, 'data')]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  expect(stdout).toBe('');
  expect(code).toBe(1);
});

test('an owner number that is wrong is not repeated', async () => {
  const { stderr } = await sohoa(['lookup', '00119000000', '--verbose', '--data', folder]);
  expect(stderr).not.toContain('00119000000');
});

test('no command: help on stderr', async () => {
  const { code, stdout, stderr } = await sohoa([]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Cách dùng: sohoa');
});

test('what nobody foresaw: one line, the stack only on demand', async () => {
  writeFileSync(join(folder, 'registry.sqlite'), 'no database');
  const quiet = await sohoa(['papers', '--data', folder]);
  expect(quiet.code).toBe(1);
  expect(quiet.stderr).toContain('Tệp cơ sở dữ liệu hỏng');
  expect(quiet.stderr).not.toMatch(/\bat /);
  const loud = await sohoa(['papers', '--data', folder, '--verbose']);
  expect(loud.stderr).toMatch(/\bat /);
});
