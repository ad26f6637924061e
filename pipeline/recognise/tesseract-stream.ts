// An installed `tesseract` that stays open: it takes the names of pictures as they come and tells what it read of each.
// Starting one and loading the model costs 0.15 s of CPU, as much as reading eight lines.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';

export interface StreamOrder {
  /** Absolute path of the program. */
  readonly program: string;
  /** Its options, without input and output. */
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder that names of pictures are relative to. */
  readonly folder: string;
  /** Name of a picture with nothing on it. */
  readonly blank: string;
}

export interface TesseractStream {
  /** Pictures it has been given. */
  readonly given: number;
  /** What it says of each picture, as tab-separated rows. Rejects where the program ends before. */
  read(names: readonly string[]): Promise<string[]>;
  /** Ends the program; what is being read is rejected. */
  end(): void;
}

/** Of GNU coreutils: makes the program write at once what it would keep until it has 4,096 bytes. */
const UNBUFFERED = ['/usr/bin/stdbuf', '-o0'] as const;
/** Written between the texts of two pictures. */
const SEPARATOR = '\f';
const CELLS = 12;

type Child = ChildProcessByStdio<Writable, Readable, null>;
interface Waiting {
  readonly first: number;
  readonly rows: string[][];
  resolve(tables: string[]): void;
  reject(error: Error): void;
}

/** Starts the program; null where it cannot work this way (an old version, no stdbuf). */
export async function openTesseractStream(order: StreamOrder): Promise<TesseractStream | null> {
  const [buffering, none] = UNBUFFERED;
  const streaming = ['tessedit_create_tsv', 'tessedit_create_txt', 'stream_filelist'];
  const settings = streaming.flatMap((name) => ['-c', `${name}=1`]);
  const words = [none, order.program, '-', '-', ...order.options, ...settings];
  const child = spawn(buffering, words, {
    cwd: order.folder,
    env: order.env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const stream = streamOf(child);
  try {
    // Only after its second picture does the program write a separator for each.
    await stream.read([order.blank, order.blank]);
    return stream;
  } catch {
    return null;
  }
}

function streamOf(child: Child): TesseractStream {
  let given = 0;
  let ended = false;
  const waiting: Waiting[] = [];
  hold(child, false);
  const failed = () => {
    ended = true;
    for (const { reject } of waiting.splice(0)) reject(new Error('tesseract ended'));
  };
  child.once('error', failed);
  child.once('close', failed);
  child.stdin.on('error', () => undefined);
  onPictures(child.stdout, (picture, rows) => {
    const [task] = waiting;
    if (!task || picture < task.first) return;
    task.rows[picture - task.first] = rows;
    if (picture < task.first + task.rows.length - 1) return;
    waiting.shift();
    if (waiting.length === 0) hold(child, false);
    task.resolve(task.rows.map((of) => of.join('\n')));
  });
  return {
    get given() {
      return given;
    },
    read: (names) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(new Error('tesseract ended'));
          return;
        }
        hold(child, true);
        waiting.push({ first: given + 1, rows: names.map(() => []), resolve, reject });
        given += names.length;
        child.stdin.write(names.map((name) => `${name}\n`).join(''));
      }),
    end: () => {
      ended = true;
      child.kill('SIGKILL');
    },
  };
}

/**
 * Tells of each picture when all its rows are there. Tesseract counts them from 1 in the second cell; between the rows
 * stand texts, which have no cells, and somewhere after the rows of a picture, from the second on, a separator.
 */
function onPictures(stdout: Readable, tell: (picture: number, rows: string[]) => void): void {
  let part = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (part + text).split(SEPARATOR);
    part = parts.pop()!;
    for (const done of parts) {
      const pictures = new Map<number, string[]>();
      for (const row of done.split('\n')) {
        const cells = row.split('\t');
        const picture = Number(cells[1]);
        if (cells.length < CELLS || !Number.isInteger(picture)) continue;
        const rows = pictures.get(picture);
        if (rows) rows.push(row);
        else pictures.set(picture, [row]);
      }
      for (const [picture, rows] of pictures) tell(picture, rows);
    }
  });
}

/** Only while it reads does the program keep ours from ending. */
function hold(child: Child, busy: boolean): void {
  for (const part of [child, child.stdin as Socket, child.stdout as Socket]) {
    if (busy) part.ref();
    else part.unref();
  }
}
