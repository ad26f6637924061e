// One possible value of a field with what speaks for it; later steps compare, confirm or drop it.
import type { Token } from './page-layout.ts';

export interface Candidate {
  readonly value: string;
  readonly page: number;
  readonly tokens: readonly Token[];
  /** 0..1: how sure the place on the page says that this is the field. */
  readonly place: number;
  /** 0..1: how well the text fits the field's type. */
  readonly quality: number;
  readonly evidence: readonly string[];
  /** Tokens a list of words confirms. */
  readonly known?: ReadonlySet<Token>;
  /** Where the label stands, for what belongs together; -1 where there is none. */
  readonly at: number;
}

/** A total order of tokens over pages. */
export const orderOf = (page: number, index: number): number => page * 100_000 + index;
