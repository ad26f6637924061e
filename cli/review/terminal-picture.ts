// Pictures in the terminal, by the protocol it understands; terminals that show none get none.
import type { CropPicture } from '../../pipeline/review/crops.ts';

export type Graphics = 'kitty' | 'iterm' | 'sixel';

type Environment = Readonly<Record<string, string | undefined>>;

/** By what the terminal says of itself. Inside tmux and screen pictures do not get through. */
export function graphicsOf(environment: Environment): Graphics | null {
  const { TERM = '', TERM_PROGRAM = '', KITTY_WINDOW_ID, TMUX, STY } = environment;
  if (TMUX || STY || /^(screen|tmux)/.test(TERM)) return null;
  if (KITTY_WINDOW_ID || /kitty|ghostty/.test(TERM) || /^ghostty$/i.test(TERM_PROGRAM)) return 'kitty';
  if (/^(iTerm\.app|WezTerm|vscode|mintty)$/.test(TERM_PROGRAM)) return 'iterm';
  if (/sixel|^foot|^mlterm|^yaft|^contour/.test(TERM) || environment.MLTERM) return 'sixel';
  return null;
}

/** The escape sequence that shows a picture where the cursor stands, with a line feed behind it. */
export function pictureSequence(graphics: Graphics, picture: CropPicture): string {
  const encoded = Buffer.from(picture.png).toString('base64');
  if (graphics === 'kitty') return `${kitty(encoded)}\n`;
  if (graphics === 'iterm')
    return `\u001b]1337;File=inline=1;size=${picture.png.length};preserveAspectRatio=1:${encoded}\u0007\n`;
  return `${sixel(picture)}\n`;
}

/** Payload of one kitty sequence, bytes of base64. */
const CHUNK = 4096;

function kitty(encoded: string): string {
  const chunks = encoded.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  return chunks
    .map((chunk, index) => {
      const more = index < chunks.length - 1 ? 1 : 0;
      return `\u001b_G${index === 0 ? 'f=100,a=T,' : ''}m=${more};${chunk}\u001b\\`;
    })
    .join('');
}

/** Six steps a colour: text on paper needs no more. */
const STEPS = 6;
const ROWS = 6;

function sixel({ width, height, rgb }: CropPicture): string {
  const colours = Uint8Array.from({ length: width * height }, (_, i) => {
    const step = (channel: number) => Math.round(((rgb[3 * i + channel] ?? 255) / 255) * (STEPS - 1));
    return step(0) * STEPS * STEPS + step(1) * STEPS + step(2);
  });
  const palette = Array.from({ length: STEPS ** 3 }, (_, colour) => {
    const share = (divisor: number) =>
      Math.round((100 * (Math.floor(colour / divisor) % STEPS)) / (STEPS - 1));
    return `#${colour};2;${share(STEPS * STEPS)};${share(STEPS)};${share(1)}`;
  });
  const bands = Array.from({ length: Math.ceil(height / ROWS) }, (_, band) =>
    bandOf(colours, { width, height, band }),
  );
  return `\u001bPq"1;1;${width};${height}${palette.join('')}${bands.join('-')}\u001b\\`;
}

/** Six rows at once: for each colour in them the columns, as bits from the top. */
function bandOf(
  colours: Uint8Array,
  { width, height, band }: { width: number; height: number; band: number },
): string {
  const rows = Array.from({ length: Math.min(ROWS, height - band * ROWS) }, (_, row) => band * ROWS + row);
  const used = new Set(rows.flatMap((row) => [...colours.subarray(row * width, (row + 1) * width)]));
  const lines = [...used].map((colour) => {
    const bits = Array.from({ length: width }, (_, column) =>
      rows.reduce((sum, row, bit) => sum | (colours[row * width + column] === colour ? 1 << bit : 0), 0),
    );
    return `#${colour}${runs(bits)}`;
  });
  return lines.join('$');
}

const runs = (bits: readonly number[]): string =>
  bits
    .map((each) => String.fromCharCode(63 + each))
    .join('')
    .replace(/(.)\1{3,}/g, (run, sign: string) => `!${run.length}${sign}`);
