// Red stamps drawn over a letter are read, whatever their frame, tilt and shade; seals, pens and black print are not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { estimateGround, flattenToGrey } from '../clean/flatten.ts';
import { measureColour } from '../clean/page-colour.ts';
import { decodeRgb, smallRgb } from '../clean/raster.ts';
import { type DrawnLetter, drawLetter } from '../gate/testing/stamped-page.ts';
import { openPageTools } from '../testing/page-tools.ts';
import { readStamps, stampSide } from './read-stamps.ts';

let tools: Awaited<ReturnType<typeof openPageTools>>;
beforeAll(async () => {
  tools = await openPageTools();
}, 120_000);
afterAll(() => Promise.all([tools.finder.close(), tools.scout.close(), tools.reader.close()]));

const lines = ['ỦY BAN NHÂN DÂN TỈNH', 'Số: 12/BC-UBND', '', '', '', 'Kính gửi: Sở Nội vụ', '', 'BÁO CÁO'];
const read = async (letter: Omit<DrawnLetter, 'lines'>): Promise<string[]> => {
  const colour = await smallRgb(await decodeRgb(await drawLetter({ lines, dpi: 150, ...letter })), stampSide);
  const ink = flattenToGrey(colour, estimateGround(colour, 8), 'all');
  const read = await readStamps({ colour, ink }, tools);
  return read.map((line) => line.words.map((word) => word.text).join(' '));
};

describe('is read', () => {
  test.each([
    ['with a double frame', { text: 'TỐI MẬT', x: 32, y: 40 }],
    ['over print', { text: 'TỐI MẬT', x: 32, y: 49 }],
    ['tilted', { text: 'TUYỆT MẬT', x: 30, y: 22, turn: -6 }],
    ['without frame', { text: 'MẬT', x: 40, y: 36, frame: false }],
    ['dark', { text: 'MẬT', x: 40, y: 36, colour: '#8c1020' }],
    ['faded', { text: 'TUYỆT MẬT', x: 32, y: 40, colour: '#d98a90' }],
    ['violet', { text: 'TỐI MẬT', x: 32, y: 40, colour: '#8a2a90' }],
    ['at the foot', { text: 'SAO Y BẢN CHÍNH', x: 30, y: 250 }],
  ])('%s', { timeout: 120_000 }, async (_what, stamp) => {
    expect(await read({ stamps: [stamp], sealed: true })).toContain(stamp.text);
  });

  test.each([
    ['grey', { text: 'MẬT', x: 32, y: 40, colour: '#444' }],
    ['blue and tilted', { text: 'TỐI MẬT', x: 32, y: 40, colour: '#2038a0', turn: 3 }],
    ['black', { text: 'TUYỆT MẬT', x: 32, y: 40, colour: '#15151a' }],
  ])('framed, %s', { timeout: 120_000 }, async (_what, stamp) => {
    expect(await read({ stamps: [stamp], sealed: true })).toContain(stamp.text);
  });

  test('on a scan of 200 dpi', { timeout: 120_000 }, async () => {
    expect(await read({ stamps: [{ text: 'TỐI MẬT', x: 32, y: 40 }], dpi: 200 })).toContain('TỐI MẬT');
  });
});

test('a seal, a signature, black print and a frame below the head give nothing', {
  timeout: 120_000,
}, async () => {
  expect(await read({ sealed: true })).toEqual([]);
  const black = { text: 'TỐI MẬT', x: 32, colour: '#15151a' };
  expect(
    await read({
      stamps: [
        { ...black, y: 40, frame: false },
        { ...black, y: 200 },
      ],
    }),
  ).toEqual([]);
});

test('a colour scan shows that it is one, and its coloured ink', async () => {
  const colourOf = async (letter: Omit<DrawnLetter, 'lines'>) =>
    measureColour(
      await smallRgb(await decodeRgb(await drawLetter({ lines, dpi: 150, ...letter })), stampSide),
    );
  const plain = await colourOf({});
  expect(plain).toEqual({ seen: true, cells: 0 });
  expect((await colourOf({ sealed: true })).cells).toBeGreaterThan(100);
  const grey = new Uint8Array(300 * 400 * 3).map((_, at) => (Math.floor(at / 3) % 7 === 0 ? 20 : 250));
  expect(measureColour({ width: 300, height: 400, data: grey })).toEqual({ seen: false, cells: 0 });
});
