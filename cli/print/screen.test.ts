// What a terminal is given: never what a file's name or a page would have it do.
import { describe, expect, test } from 'vitest';
import { message } from '../../core/messages/index.ts';
import { openScreen } from './screen.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) > 0 };
}

describe('a name that holds commands', () => {
  const name = '\u001b[31mred\u001b[2J\u001b]0;title\u0007 \u202egpj.exe \u009b1m\b\r.jpg';

  test('is shown, not obeyed, on a terminal; colours are ours and stay', () => {
    const [out, err] = [stream(true), stream(true)];
    const screen = openScreen({ out, err, colours: true });
    screen.print(name);
    screen.tell(name);
    const shown = '\u001b[31mred\ufffd[2J\ufffd]0;title\ufffd \ufffdgpj.exe \ufffd1m\ufffd\ufffd.jpg\n';
    expect([out.written, err.written]).toEqual([[shown], [shown]]);
  });

  test('goes as it is into a file or another program', () => {
    const out = stream(false);
    openScreen({ out, err: stream(false), colours: true }).print(name);
    expect(out.written).toEqual([`${name}\n`]);
  });

  test('cannot begin a line that looks like one of ours', () => {
    const text = message('en', 'intake.empty', { file: 'a.jpg\nfiled  b.jpg\u2028c' });
    expect(text).toBe('The file a.jpg\ufffdfiled  b.jpg\ufffdc is empty.');
  });
});
