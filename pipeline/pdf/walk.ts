// Goes through the objects of a PDF as they stand in the file, whatever its cross-reference table says, and tells of
// every entry of every dictionary. Nothing is resolved, nothing is kept: a million objects cost time, no memory.
import { type Token, type Tokens, tokensOf } from './tokens.ts';

export type Value =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ref'; readonly object: number }
  | { readonly kind: 'dict' | 'array' | 'other' };

/** Where an entry stands: `depth` 1 is the object's own dictionary; `within` are the keys above it, outermost first. */
export interface Place {
  readonly depth: number;
  readonly within: readonly (string | null)[];
}

export interface FoundStream {
  /** First byte of the data, and how many there are. */
  readonly at: number;
  readonly length: number;
}

export interface Follower {
  /** An object begins. Its number is undefined for what stands outside objects (the trailer). */
  object(number: number | undefined): void;
  /** An entry of a dictionary, or an item of an array that is one (then `key` is the array's). */
  entry(key: string, value: Value, place: Place): void;
  /** The object whose entries were told last is a stream. */
  stream(found: FoundStream): void;
  /** Asked at every opening bracket; may throw to stop. */
  deep(depth: number): void;
}

interface Frame {
  readonly dict: boolean;
  /** Of a dictionary: the key whose value is next; of an array: the key it is the value of. */
  key: string | null;
  /** Numbers that are a value of their own or the beginning of a reference. */
  numbers: number[];
}

const OTHER: Value = { kind: 'other' };

/** `body`: objects of an object stream, which stand one after another without `obj`. */
export function walk(bytes: Uint8Array, follower: Follower, body?: Body): void {
  const walker = new Walker(bytes, follower, body);
  walker.run();
}

export interface Body {
  /** Numbers of the objects, in their order. */
  readonly numbers: readonly number[];
}

/** Brackets are followed on a stack of its own, so that no depth of them ends the program. */
class Walker {
  private readonly bytes: Uint8Array;
  private readonly follower: Follower;
  private readonly body: Body | undefined;
  private readonly tokens: Tokens;
  private stack: Frame[] = [];
  /** The last numbers outside brackets: those before `obj`. */
  private numbers: number[] = [];
  /** What the object's dictionary says of its stream. */
  private length: number | undefined;
  private inBody = 0;

  constructor(bytes: Uint8Array, follower: Follower, body: Body | undefined) {
    this.bytes = bytes;
    this.follower = follower;
    this.body = body;
    this.tokens = tokensOf(bytes);
  }

  run(): void {
    for (let token = this.tokens.next(); token; token = this.tokens.next()) this.take(token);
  }

  private take(token: Token): void {
    const frame = this.stack.at(-1);
    const bracket = token.kind === '<<' || token.kind === '[';
    if (!frame && !bracket) this.nextInBody();
    if (token.kind === 'keyword') this.keyword(token.text);
    else if (bracket) this.open(token.kind === '<<');
    else if (token.kind === '>>' || token.kind === ']') this.close();
    else if (token.kind === 'number') {
      // More than two before a word: the first of them is surely no part of a reference.
      if (frame) frame.numbers = [...frame.numbers.slice(-1), token.value];
      else this.numbers = [...this.numbers.slice(-1), token.value];
    } else if (frame) this.value(frame, token);
  }

  private value(frame: Frame, token: Token): void {
    this.settle();
    if (token.kind !== 'name') this.tell(OTHER);
    else if (frame.dict && frame.key === null) frame.key = token.text;
    else this.tell({ kind: 'name', text: token.text });
  }

  private nextInBody(): void {
    if (!this.body) return;
    this.follower.object(this.body.numbers[this.inBody]);
    this.inBody += 1;
  }

  private tell(value: Value): void {
    const frame = this.stack.at(-1);
    if (!frame || frame.key === null) return;
    const depth = this.stack.length;
    const within = this.stack.slice(0, -1).map(({ key }) => key);
    if (frame.key === 'Length' && depth === 1 && value.kind === 'number') this.length = value.value;
    this.follower.entry(frame.key, value, { depth, within });
    if (frame.dict) frame.key = null;
  }

  /** Numbers that turned out not to be a reference. */
  private settle(): void {
    const frame = this.stack.at(-1);
    if (!frame || frame.numbers.length === 0) return;
    const values = frame.numbers;
    frame.numbers = [];
    for (const value of values) this.tell({ kind: 'number', value });
  }

  private open(dict: boolean): void {
    this.settle();
    const above = this.stack.at(-1);
    const key = above?.key ?? null;
    if (above) {
      this.tell({ kind: dict ? 'dict' : 'array' });
      // The key stays while its value is told entry by entry.
      above.key = key;
    } else {
      this.nextInBody();
      this.length = undefined;
    }
    this.stack.push({ dict, key: dict ? null : key, numbers: [] });
    this.follower.deep(this.stack.length);
  }

  private close(): void {
    this.settle();
    this.stack.pop();
    const above = this.stack.at(-1);
    if (above?.dict) above.key = null;
  }

  private keyword(text: string): void {
    const frame = this.stack.at(-1);
    // Brackets that were never closed end with their object.
    if (text === 'endobj' || text === 'obj' || text === 'stream') this.stack = [];
    if (this.stack.length === 0) this.outside(text);
    else if (frame && text === 'R' && frame.numbers.length === 2) {
      const [object = 0] = frame.numbers.splice(0);
      this.tell({ kind: 'ref', object });
    } else {
      this.settle();
      this.tell(OTHER);
    }
  }

  private outside(text: string): void {
    if (text === 'obj' && !this.body) this.follower.object(this.numbers.at(-2));
    if (text === 'trailer') this.follower.object(undefined);
    if (text === 'stream' && !this.body) {
      const found = streamAt(this.bytes, this.tokens.at, this.length);
      this.tokens.at = found.at + found.length;
      this.follower.stream(found);
    }
    this.numbers = [];
  }
}

/** The data of a stream whose keyword ends at `at`: as long as its dictionary says where that is so, else to `endstream`. */
function streamAt(bytes: Uint8Array, at: number, length: number | undefined): FoundStream {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start =
    view[at] === 13 && view[at + 1] === 10 ? at + 2 : view[at] === 10 || view[at] === 13 ? at + 1 : at;
  if (length !== undefined && length >= 0 && start + length <= view.length) {
    const after = view.toString('latin1', start + length, start + length + 12);
    if (/^\s{0,2}endstream/.test(after)) return { at: start, length };
  }
  const end = view.indexOf('endstream', start, 'latin1');
  return { at: start, length: (end < 0 ? view.length : end) - start };
}
