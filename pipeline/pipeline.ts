// The way of one paper as a visible list (DESIGN 3). Intake, clean, marks and recognise work on pages before it; see
// read-source.ts. Each step takes the paper as the one before left it.
import type { PaperStep, ReadingPorts } from './paper.ts';
import { capture } from './steps/capture.ts';
import { check } from './steps/check.ts';
import { compose } from './steps/compose.ts';
import { extract } from './steps/extract.ts';
import { file } from './steps/file.ts';
import { judge } from './steps/judge.ts';
import { sealPaper } from './steps/seal.ts';

export const paperSteps: readonly PaperStep[] = [check, capture, compose, sealPaper, extract, judge, file];

/** What `sohoa try` does of it: everything that neither seals nor stores. */
export const tryingSteps: readonly PaperStep<ReadingPorts>[] = [check, capture, extract, judge];

/** What pages are read by; a change makes every page be read anew. */
export const readStep = { name: 'read-page', version: 8 } as const;
