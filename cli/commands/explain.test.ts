// sohoa explain on papers that were digitised: what it says, what its report holds, and what it finds damaged.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../lists/index.ts';
import { available, load, screenshot } from '../../testing/judges/chromium.ts';
import { sqliteRegistry } from '../../warehouse/registry/sqlite.ts';
import { layoutOf } from '../data-layout.ts';
import { requestsIn } from '../testing/requests-in.ts';
import { type CliRun, sohoa } from '../testing/run-cli.ts';

const longRun = 600_000;
let data: string;
let out: string;
let marriage: string;
let card: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'sohoa-explain-data-'));
  out = mkdtempSync(join(tmpdir(), 'sohoa-explain-test-'));
  // One lies on its side with dark borders, of the other only facts may be kept.
  const scans = ['02.jpg', '03.jpg'].map((name) =>
    join(packageRoot(), 'samples', 'khai-sinh', 'scans', name),
  );
  const about = ['--dossier', 'H42.38-260603-0147', '--owner', '036194008214', '--data', data, '--json'];
  const run = await sohoa(['digitize', ...scans, ...about], { environment: { SOHOA_PAGE_TIMEOUT: '500' } });
  const { documents } = JSON.parse(run.stdout) as { documents: { source: string; id: string }[] };
  marriage = documents.find(({ source }) => source === '02.jpg')!.id;
  card = documents.find(({ source }) => source === '03.jpg')!.id;
  // What a clerk says later is another version of the fact.
  const corrected = {
    key: 'nguoi_ky',
    value: 'Lưu Thị Bích Phượng',
    confidence: 1,
    origin: 'clerk',
    evidence: [],
  } as const;
  const registry = sqliteRegistry(layoutOf(data).registry);
  const at = '2026-06-04T03:00:00.000Z';
  await registry.commit([{ op: 'facts.add', paperId: marriage, at, facts: [corrected] }]);
  await registry.close();
}, longRun);
afterAll(() => {
  for (const folder of [data, out]) rmSync(folder, { recursive: true, force: true });
});

const explain = (paper: string, ...more: string[]): Promise<CliRun> =>
  sohoa(['explain', paper, '--data', data, ...more], { cwd: out });

describe('on the terminal', () => {
  test(
    'facts come with their reasons, the code with its parts, and what it rests on holds',
    async () => {
      const { code, stdout } = await explain(marriage);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Họ tên vợ +Vũ Thị Ngọc Lan +[\d,]+ % +đọc cạnh nhãn “Họ, chữ đệm, tên vợ”/);
      expect(stdout).toMatch(/Số định danh của vợ +036194008214 .*khớp với người nộp hồ sơ/);
      expect(stdout).toContain('tiêu đề in trên giấy giống “GIẤY CHỨNG NHẬN KẾT HÔN”');
      expect(stdout).toMatch(/KQ\.G15\.000032 +mã kết quả thủ tục hành chính/);
      expect(stdout).toContain('Chuỗi bằng chứng liền mạch (');
      expect(stdout).toContain('5 tệp còn nguyên vẹn');
      expect(stdout).toContain('chữ ký hợp lệ');
    },
    longRun,
  );

  test(
    'a card of which only facts are kept is explained too',
    async () => {
      const { code, stdout } = await explain(card, '--lang', 'en');
      expect(code).toBe(0);
      expect(stdout).toContain('as in the QR code of the card');
      expect(stdout).toContain('17/03/2034');
      expect(stdout).toContain('all 2 files intact');
    },
    longRun,
  );

  test(
    'for programs: the same as JSON',
    async () => {
      const { stdout } = await explain(marriage, '--json');
      const told = JSON.parse(stdout);
      expect(told.kind).toMatchObject({
        code: 'GIAY_CHUNG_NHAN_KET_HON',
        evidence: ['title:GIẤY CHỨNG NHẬN KẾT HÔN'],
      });
      const wife = told.facts.find(({ key }: { key: string }) => key === 'ho_ten_vo');
      expect(wife.read.map(({ text }: { text: string }) => text).join(' ')).toContain('Ngọc Lan');
      expect(wife.versions).toHaveLength(1);
      expect(told.chain.broken).toBeNull();
      expect(told.code.map(({ part }: { part: string }) => part)).toEqual([
        'owner',
        'kind',
        'number',
        'sequence',
      ]);
      expect(told.files.every(({ intact }: { intact: boolean }) => intact)).toBe(true);
    },
    longRun,
  );
});

describe('the report', () => {
  let file: string;
  let html: string;
  beforeAll(async () => {
    file = join(out, 'explain.html');
    const run = await explain(marriage, '--report', file);
    expect(run.code).toBe(0);
    html = readFileSync(file, 'utf8');
  }, longRun);

  test('lays the scan and what is filed on each other: they differ by compression alone', () => {
    expect(html).toContain('<input type="range"');
    const [, same = ''] = /<dt>Không khác<\/dt><dd>([\d,]+) %/.exec(html) ?? [];
    expect(Number(same.replace(',', '.'))).toBeGreaterThan(92);
    expect(html).toMatch(/<dt>Xoay theo chiều kim đồng hồ<\/dt><dd>90°/);
    expect(html).toMatch(/<dt>Chỉnh nghiêng<\/dt><dd>−?1,\d+°/);
    expect(html.match(/<image /g)).toHaveLength(3);
  });

  test('has each fact with its cut-out and the words as read', () => {
    expect(html.match(/<img class="crop"/g)!.length).toBeGreaterThanOrEqual(7);
    expect(html).toMatch(/<span class="">Ngọc <small>\d+ %<\/small><\/span>/);
  });

  test('tells what the machine read and what a clerk said since', () => {
    const [history = ''] = /<details class="history" open>.*?<\/details>/s.exec(html) ?? [];
    expect(history).toMatch(
      /2 lần ghi.*máy đọc · <b>Lưu Bích Phượng<\/b>.*cán bộ nhập · <b>Lưu Thị Bích Phượng<\/b>/s,
    );
    expect(html.match(/<details class="history"/g)).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')('is for its owner alone', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('asks for nothing outside itself', () => {
    expect(requestsIn(html)).toEqual([]);
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/);
  });

  test(
    'of a card has no picture and says why',
    async () => {
      const run = await explain(card, '--report', join(out, 'card.html'));
      expect(run.code).toBe(0);
      const page = readFileSync(join(out, 'card.html'), 'utf8');
      expect(page).not.toMatch(/<img|<image/);
      expect(page).toContain('chỉ lưu dữ liệu, không lưu hình');
    },
    longRun,
  );

  test(
    'is not written over',
    async () => {
      const run = await explain(marriage, '--report', file);
      expect(run.code).toBe(2);
      expect(run.stdout).toBe('');
      expect(readFileSync(file, 'utf8')).toBe(html);
    },
    longRun,
  );

  const browser = available();
  describe.skipIf(!browser.ok)(`in Chromium${browser.ok ? '' : ` (${browser.reason})`}`, () => {
    test(
      'loads without a word on the console, the slider moves the picture',
      () => {
        const { dom, console } = load(file);
        expect(console).toEqual([]);
        expect(dom).toMatch(/<input type="range"(?![^>]*hidden)/);
        const [, x, width] =
          /<clipPath id="page1clip"><rect x="([\d.]+)"[^>]* width="([\d.]+)"/.exec(dom) ?? [];
        expect(Number(x)).toBeGreaterThan(100);
        expect(Math.abs(Number(x) - Number(width))).toBeLessThan(1);
      },
      longRun,
    );

    test.each([1280, 390])(
      'shows itself at %d pixels',
      (width) => {
        const picture = Buffer.from(screenshot(file, { width, height: 1800 }));
        expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([width, 1800]);
        expect(picture.length).toBeGreaterThan(40_000);
      },
      longRun,
    );
  });
});

describe('what was damaged', () => {
  test(
    'is found and named, and the rest is explained all the same',
    async () => {
      const objects = join(data, 'objects');
      const stored = readdirSync(objects, { recursive: true, encoding: 'utf8' })
        .map((name) => join(objects, name))
        .filter((path) => statSync(path).isFile());
      // The largest object is the scan of the marriage.
      const [scan = ''] = stored.toSorted((one, other) => statSync(other).size - statSync(one).size);
      await copyFile(scan, join(out, 'kept'));
      const bytes = readFileSync(scan);
      bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 0xff;
      writeFileSync(scan, bytes);
      try {
        const run = await explain(marriage, '--report', join(out, 'damaged.html'));
        expect(run.code).toBe(2);
        expect(run.stdout).toMatch(/Tệp KHÔNG còn nguyên vẹn: (bản quét gốc|bản điện tử ký số)/);
        expect(run.stdout).toContain('Vũ Thị Ngọc Lan');
        expect(readFileSync(join(out, 'damaged.html'), 'utf8')).toContain(
          'không còn nguyên vẹn nên không so được hình',
        );
      } finally {
        await copyFile(join(out, 'kept'), scan);
      }
    },
    longRun,
  );
});
