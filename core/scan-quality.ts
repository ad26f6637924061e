// Problems about a scan as a scan, told apart by their code: `quality.*` is advice, `rescan.*` is an order.
import type { Problem } from './model.ts';

/** The page must be scanned again before its paper is filed. */
export const mustRescan = ({ code }: Problem): boolean => code.startsWith('rescan.');

/** About the picture and what the clerk does at the scanner, not about what is written on the paper. */
export const isAboutScan = (problem: Problem): boolean =>
  mustRescan(problem) || problem.code.startsWith('quality.');
