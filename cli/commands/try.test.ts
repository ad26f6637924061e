// sohoa try on real scans: what the report says, what it never holds, and that nothing else is left anywhere.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../lists/index.ts';
import { drawLetter } from '../../pipeline/gate/testing/stamped-page.ts';
import { truthOf } from '../../pipeline/testing/truth.ts';
import { available, load, screenshot } from '../../testing/judges/chromium.ts';
import { requestsIn } from '../testing/requests-in.ts';
import { sohoa } from '../testing/run-cli.ts';

const longRun = 600_000;
const folder = mkdtempSync(join(tmpdir(), 'sohoa-try-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of its own for temporary files, so that what stays behind is seen. */
function place(name: string) {
  const [work, temporary] = [join(folder, name), join(folder, `${name}-tmp`)];
  for (const made of [work, temporary]) mkdirSync(made);
  // Node keeps compiled code of ours there unless told not to.
  const environment = { TMPDIR: temporary, SOHOA_PAGE_TIMEOUT: '500', NODE_DISABLE_COMPILE_CACHE: '1' };
  return { work, temporary, options: { cwd: work, environment } };
}

describe('a dossier of the samples', () => {
  const { work, temporary, options } = place('samples');
  const file = join(work, 'sohoa-try.html');
  let html = '';
  let stdout = '';
  beforeAll(async () => {
    const run = await sohoa(['try', join(packageRoot(), 'samples', 'doanh-nghiep')], options);
    expect(run.stderr).not.toContain('"level":50');
    expect(run.code).toBe(0);
    stdout = run.stdout;
    html = readFileSync(file, 'utf8');
  }, longRun);

  test('leaves the report and nothing else', () => {
    expect(readdirSync(work)).toEqual(['sohoa-try.html']);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'the report is for its owner alone, and says that it holds personal data',
    () => {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(html).toContain('dữ liệu cá nhân');
    },
  );

  test('names every paper and most facts of the truth', () => {
    const truth = truthOf('doanh-nghiep');
    const values = truth.flatMap((paper) =>
      Object.entries(paper.fields).filter(([key]) => !/^ngay/.test(key)),
    );
    const shown = values.filter(([, value]) => html.includes(String(value)));
    expect(html.match(/<article/g)).toHaveLength(truth.length);
    expect(shown.length / values.length).toBeGreaterThan(0.8);
    for (const { file: name } of truth) expect(html).toContain(name);
  });

  test('its verdict is that of the terminal', () => {
    const [, filed] = /<b class="num">(\d+) %<\/b>lưu ngay/.exec(html) ?? [];
    expect(filed).toBeDefined();
    expect(stdout).toContain(`${filed} % lưu ngay`);
  });

  test('has a cut-out for each fact that has a place, and a picture for each page', () => {
    expect(html.match(/<img class="page"/g)).toHaveLength(4);
    expect(html.match(/<img class="crop"/g)!.length).toBeGreaterThan(12);
  });

  test('asks for nothing outside itself', () => {
    expect(requestsIn(html)).toEqual([]);
    expect(requestsIn('<img src="https://x/y"><a href=//z>a{background:url(q)} fetch(1)')).toHaveLength(4);
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/);
  });

  test('is small', () => {
    expect(html.length).toBeLessThan(4 * 100 * 1024 + 100_000);
  });

  test('is not written over', async () => {
    const again = await sohoa(['try', join(packageRoot(), 'samples', 'doanh-nghiep')], options);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('sohoa-try.html');
    expect(readFileSync(file, 'utf8')).toBe(html);
  });

  const browser = available();
  describe.skipIf(!browser.ok)(`in Chromium${browser.ok ? '' : ` (${browser.reason})`}`, () => {
    test(
      'loads without a word on the console, its script runs',
      () => {
        const { dom, console } = load(file);
        expect(console).toEqual([]);
        expect(dom).toMatch(/<div class="filters noprint" role="group" aria-label="[^"]*">/);
        expect(html).toMatch(/<div class="filters noprint"[^>]* hidden>/);
      },
      longRun,
    );

    test.each([
      [1280, 2000],
      [390, 1600],
    ])(
      'shows itself at %d pixels',
      (width, height) => {
        const picture = Buffer.from(screenshot(file, { width, height }));
        expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([width, height]);
        // An empty page of this size takes some 10 KB.
        expect(picture.length).toBeGreaterThan(60_000);
      },
      longRun,
    );
  });
});

describe('a hostile scan', () => {
  const { work, temporary, options } = place('hostile');
  const name = '<img src=x onerror=alert(1)>.pdf';
  const lines = [
    'CONG HOA XA HOI CHU NGHIA VIET NAM',
    'QUYET DINH',
    'So: 12/QD-UBND',
    'Ho va ten: <script>document.title="broken"</script>',
    'Noi dung: "><svg onload=document.title="broken">',
  ];
  let html = '';
  beforeAll(async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 842]);
    const font = await document.embedFont(StandardFonts.TimesRoman);
    lines.forEach((line, index) => {
      page.drawText(line, { x: 60, y: 760 - index * 40, size: 14, font });
    });
    writeFileSync(join(work, name), await document.save());
    const run = await sohoa(['try', '.', '--report', 'r.html', '--lang', 'en'], options);
    expect(run.code).toBe(0);
    html = readFileSync(join(work, 'r.html'), 'utf8');
  }, longRun);

  test('comes out as text', () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<svg onload|<img src=x/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;.pdf');
    expect(readdirSync(temporary)).toEqual([]);
  });

  const browser = available();
  test.skipIf(!browser.ok)(
    `does nothing in Chromium${browser.ok ? '' : ` (${browser.reason})`}`,
    () => {
      const { dom, console } = load(join(work, 'r.html'));
      expect(dom).toContain('<title>Digitisation trial</title>');
      expect(console).toEqual([]);
    },
    longRun,
  );
});

test(
  'what cannot be taken is told, the rest is done',
  async () => {
    const { work, temporary, options } = place('mixed');
    writeFileSync(join(work, 'empty.pdf'), '');
    writeFileSync(join(work, 'text.jpg'), 'no picture at all');
    writeFileSync(join(work, 'notes.docx'), 'x');
    const run = await sohoa(['try', '.', '--report', 'r.html'], options);
    expect(run.code).toBe(2);
    const html = readFileSync(join(work, 'r.html'), 'utf8');
    for (const file of ['empty.pdf', 'text.jpg', 'notes.docx']) expect(html).toContain(file);
    expect(html).toContain('100 %');
    expect(readdirSync(temporary)).toEqual([]);
  },
  longRun,
);

test(
  'of a letter stamped TỐI MẬT the report tells the rule and nothing of the page',
  async () => {
    const { work, temporary, options } = place('secret');
    const lines = ['ỦY BAN NHÂN DÂN TỈNH', 'Số: 12/BC-UBND', '', '', '', 'BÁO CÁO', 'Về Kim Tự Tháp'];
    const stamps = [{ text: 'TỐI MẬT', x: 32, y: 40 }];
    writeFileSync(join(work, 'letter.png'), await drawLetter({ lines, stamps, sealed: true, dpi: 150 }));
    const run = await sohoa(['try', 'letter.png', '--report', 'r.html'], options);
    const html = readFileSync(join(work, 'r.html'), 'utf8');
    expect(run.stdout).toContain('100 % không nhận được');
    expect(html).toContain('letter.png');
    expect(html).toContain('bí mật nhà nước');
    expect(html).not.toMatch(/Kim Tự|12\/BC|BÁO CÁO|data:image/);
    expect(readdirSync(temporary)).toEqual([]);
  },
  longRun,
);

test(
  'Ctrl-C leaves neither a report nor a scan behind',
  async () => {
    const { work, temporary, options } = place('stopped');
    let asked = false;
    const run = await sohoa(['try', join(packageRoot(), 'samples', 'giay-to-gia-dinh')], {
      ...options,
      running: (child) => {
        const timer = setInterval(() => {
          // The scan lies in the temporary place: the trial is in the midst of it.
          const [trial] = readdirSync(temporary).filter((entry) => entry.startsWith('sohoa-try-'));
          if (!trial || asked || readdirSync(join(temporary, trial)).length === 0) return;
          asked = true;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 50);
        child.on('close', () => clearInterval(timer));
      },
    });
    expect(asked).toBe(true);
    expect(run.code).toBe(130);
    expect(existsSync(join(work, 'sohoa-try.html'))).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
  },
  longRun,
);
