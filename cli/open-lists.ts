// The lists, with the kinds and the gate that the configuration adds.
import { readFileSync } from 'node:fs';
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { type Lists, loadLists } from '../lists/index.ts';
import { asUsage } from './as-usage.ts';

/** @throws AppError usage `cli.kinds-unreadable`, `cli.gate-unreadable`, and what is wrong in them. */
export function listsOf({ kinds, gate }: Config): Lists {
  if (kinds === undefined && gate === undefined) return loadLists();
  const options = {
    ...(kinds === undefined ? {} : { extraKinds: jsonIn(kinds, 'cli.kinds-unreadable') }),
    ...(gate === undefined ? {} : { gate: jsonIn(gate, 'cli.gate-unreadable') }),
  };
  return asUsage(() => loadLists(options));
}

function jsonIn(file: string, failure: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new AppError('usage', failure, { params: { file }, cause });
  }
}
