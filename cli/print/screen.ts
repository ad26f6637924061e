// Where text goes: results to stdout, everything else to stderr, and one progress line that never mixes with either.
import { styleText } from 'node:util';

export type Colour = 'green' | 'yellow' | 'red' | 'dim' | 'bold';

export interface Screen {
  /** Whether a progress line is seen at all. */
  readonly live: boolean;
  /** Characters in a line of stderr. */
  readonly width: number;
  /** A line of the result. */
  print(line: string): void;
  /** Raw bytes of the result. */
  write(bytes: Uint8Array): Promise<void>;
  /** A line for the person in front of it. */
  tell(line: string): void;
  /** Replaces the progress line; null takes it away. */
  progress(line: string | null): void;
  /** Colour on stdout. */
  paint(colour: Colour, text: string): string;
  /** Colour on stderr. */
  paintError(colour: Colour, text: string): string;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

export interface ScreenOptions {
  readonly out: Stream;
  readonly err: Stream;
  /** False with NO_COLOR; without a terminal there is never colour. */
  readonly colours: boolean;
}

const CLEAR = '\r\u001b[2K';
/** What moves the cursor, the title or the direction of writing: a file's name may hold it, a terminal must not obey. */
const COMMANDS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out, but for colours
  /\u001b(?!\[[\d;]*m)|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function openScreen({ out, err, colours }: ScreenOptions): Screen {
  let shown = '';
  // Into a file or another program goes what is there, byte for byte.
  const seen = (stream: Stream, text: string): string =>
    stream.isTTY === true ? text.replace(COMMANDS, '\ufffd') : text;
  const clear = (): void => {
    if (shown) err.write(CLEAR);
  };
  const around = (write: () => void): void => {
    clear();
    write();
    if (shown) err.write(shown);
  };
  const painter = (stream: Stream) => (colour: Colour, text: string) =>
    colours && stream.isTTY ? styleText(colour, text, { validateStream: false }) : text;
  return {
    live: err.isTTY === true,
    get width() {
      return err.columns || 80;
    },
    print: (line) => around(() => out.write(`${seen(out, line)}\n`)),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        out.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    tell: (line) => around(() => err.write(`${seen(err, line)}\n`)),
    progress(line) {
      if (err.isTTY !== true) return;
      clear();
      shown = line === null ? '' : [...seen(err, line)].slice(0, (err.columns || 80) - 1).join('');
      if (shown) err.write(shown);
    },
    paint: painter(out),
    paintError: painter(err),
  };
}
