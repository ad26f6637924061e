// The words of PDF syntax (ISO 32000-1, 7.2 and 7.3), read from bytes without building anything of them.

export type Token =
  | { readonly kind: 'name' | 'keyword'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string' | '<<' | '>>' | '[' | ']' };

export interface Tokens {
  /** Where the next token is looked for. */
  at: number;
  /** Undefined at the end. */
  next(): Token | undefined;
}

const code = (letter: string): number => letter.charCodeAt(0);
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map(code));
const [OPEN, CLOSE, LESS, MORE] = [code('('), code(')'), code('<'), code('>')];
const [SLASH, PERCENT, BACKSLASH, HASH] = [code('/'), code('%'), code('\\'), code('#')];
const SINGLE = new Map([
  [code('['), { kind: '[' } as const],
  [code(']'), { kind: ']' } as const],
]);
const STRING = { kind: 'string' } as const;
/** Longer words are no names that anybody looks for; the rest of them is skipped. */
const LONGEST = 128;

export function tokensOf(bytes: Uint8Array, from = 0): Tokens {
  let at = from;
  const end = bytes.length;

  const skipComment = (): void => {
    while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  };
  const skipWhite = (): void => {
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte === PERCENT) skipComment();
      else if (!WHITE.has(byte)) return;
    }
  };
  /** Letters up to the next space or delimiter. */
  const word = (): string => {
    const start = at;
    while (at < end && !WHITE.has(bytes[at]!) && !DELIMITERS.has(bytes[at]!)) at += 1;
    return String.fromCharCode(...bytes.subarray(start, Math.min(at, start + LONGEST)));
  };
  const skipText = (): void => {
    let depth = 0;
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE && --depth === 0) break;
    }
    at += 1;
  };
  const skipHex = (): void => {
    while (at < end && bytes[at] !== MORE) at += 1;
    at += 1;
  };
  const special = (byte: number): Token | undefined => {
    if (byte === OPEN) {
      skipText();
      return STRING;
    }
    if (byte === LESS || byte === MORE) {
      if (bytes[at + 1] === byte) {
        at += 2;
        return { kind: byte === LESS ? '<<' : '>>' };
      }
      if (byte === LESS) skipHex();
      else at += 1;
      return STRING;
    }
    at += 1;
    return SINGLE.get(byte);
  };

  return {
    get at() {
      return at;
    },
    set at(place: number) {
      at = place;
    },
    next() {
      for (;;) {
        skipWhite();
        if (at >= end) return undefined;
        const byte = bytes[at]!;
        if (byte === SLASH) {
          at += 1;
          return { kind: 'name', text: unescaped(word()) };
        }
        if (!DELIMITERS.has(byte)) return wordToken(word());
        const token = special(byte);
        if (token) return token;
      }
    },
  };
}

function wordToken(text: string): Token {
  const value = Number(text);
  return Number.isNaN(value) ? { kind: 'keyword', text } : { kind: 'number', value };
}

/** `/J#61vaScript` is `/JavaScript`: names may be written so to hide. */
function unescaped(name: string): string {
  if (!name.includes(String.fromCharCode(HASH))) return name;
  return name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
