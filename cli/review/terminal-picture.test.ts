// Which terminals show pictures, and what is sent to them.
import { describe, expect, test } from 'vitest';
import sharp from '../../pipeline/safe-sharp.ts';
import { graphicsOf, pictureSequence } from './terminal-picture.ts';

test.each([
  [{ TERM: 'xterm-kitty' }, 'kitty'],
  [{ TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }, 'kitty'],
  [{ TERM: 'xterm-ghostty' }, 'kitty'],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' }, 'iterm'],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }, 'iterm'],
  [{ TERM: 'foot' }, 'sixel'],
  [{ TERM: 'xterm-sixel' }, 'sixel'],
  [{ TERM: 'xterm-256color' }, null],
  [{ TERM: 'tmux-256color', KITTY_WINDOW_ID: '1' }, null],
  [{ TERM: 'xterm-kitty', TMUX: '/tmp/tmux' }, null],
  [{}, null],
] as const)('%j shows pictures by %s', (environment, graphics) => {
  expect(graphicsOf(environment)).toBe(graphics);
});

async function picture(width: number, height: number) {
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i % 7 === 0 ? 0 : 255));
  const png = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { width, height, rgb, png };
}

describe('what is sent', () => {
  test('kitty: the PNG in chunks, only the last without more', async () => {
    const made = await picture(300, 200);
    const sequence = pictureSequence('kitty', made);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences begin with ESC
    const chunks = [...sequence.matchAll(/\u001b_G([^;]*);([^\u001b]*)\u001b\\/g)];
    expect(chunks.map(([, keys]) => /m=(\d)/.exec(keys!)?.[1]).join('')).toMatch(/^1*0$/);
    expect(chunks[0]?.[1]).toContain('f=100,a=T');
    const sent = Buffer.from(chunks.map(([, , data]) => data).join(''), 'base64');
    expect(sent.equals(made.png)).toBe(true);
  });

  test('iTerm2: the whole PNG', async () => {
    const made = await picture(20, 10);
    const [, data] = pictureSequence('iterm', made).split('preserveAspectRatio=1:');
    expect(Buffer.from(data!.slice(0, data!.indexOf('\u0007')), 'base64').equals(made.png)).toBe(true);
  });

  test('sixel: every pixel in the colour nearest to its own', async () => {
    const made = await picture(13, 14);
    const seen = readSixel(pictureSequence('sixel', made));
    expect([seen.width, seen.height]).toEqual([13, 14]);
    expect(seen.rgb).toEqual([...made.rgb]);
  });
});

/** Draws what a sixel terminal would; colours come back as 0 or 255 where the picture has only those. */
function readSixel(sequence: string): { width: number; height: number; rgb: number[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequence begins with ESC
  const parts = /^\u001bPq"1;1;(\d+);(\d+)((?:#\d+;2;\d+;\d+;\d+)*)(.*)\u001b\\\n$/s.exec(sequence)!;
  const [width, height] = [Number(parts[1]), Number(parts[2])];
  const palette = [...parts[3]!.matchAll(/#(\d+);2;(\d+);(\d+);(\d+)/g)].map((colour) =>
    colour.slice(2).map((share) => Math.round((Number(share) * 255) / 100)),
  );
  const rgb = Array.from({ length: width * height * 3 }, () => -1);
  parts[4]!.split('-').forEach((band, index) => {
    for (const [, colour, data] of band.matchAll(/#(\d+)([^#$]*)/g)) {
      const bits = data!.replace(/!(\d+)(.)/g, (_, count: string, sign: string) =>
        sign.repeat(Number(count)),
      );
      [...bits].forEach((sign, column) => {
        for (let bit = 0; bit < 6; bit += 1) {
          if (((sign.charCodeAt(0) - 63) >> bit) % 2 === 0) continue;
          const at = ((index * 6 + bit) * width + column) * 3;
          palette[Number(colour)]!.forEach((value, channel) => {
            rgb[at + channel] = value;
          });
        }
      });
    }
  });
  return { width, height, rgb };
}
