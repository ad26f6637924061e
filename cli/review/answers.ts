// Line by line what a person types, or what a pipe brings; the end of input ends the work in order.
import { createInterface } from 'node:readline';

export interface Answers {
  /** Null at the end of the input, and after Ctrl-C. */
  ask(prompt: string): Promise<string | null>;
  /** A person sits in front of it. */
  readonly terminal: boolean;
  close(): void;
}

export function openAnswers(signal: AbortSignal): Answers {
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal });
  const read: string[] = [];
  let ended = false;
  let wake: (() => void) | null = null;
  const end = (): void => {
    ended = true;
    wake?.();
  };
  lines.on('line', (line) => {
    read.push(line);
    wake?.();
  });
  lines.on('close', end);
  lines.on('SIGINT', () => lines.close());
  signal.addEventListener('abort', () => lines.close(), { once: true });
  return {
    terminal,
    async ask(prompt) {
      if (terminal && !ended) {
        lines.setPrompt(prompt);
        lines.prompt();
      }
      while (read.length === 0 && !ended)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      wake = null;
      return read.shift() ?? null;
    },
    close: () => lines.close(),
  };
}
