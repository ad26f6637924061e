// A paper as contract 1 prints it.
import type { DigitizedPaper } from '../../pipeline/run.ts';

/** An element of `documents`: how long it took is for people. */
export const toDocument = ({ milliseconds: _, ...document }: DigitizedPaper): unknown => document;
