// A paper half way through the steps, made in code.
import type { DossierInput, Fact, PageReading } from '../../core/model.ts';
import type { Original, PaperWork } from '../paper.ts';

export const fact = (key: string, value: string, confidence = 0.95): Fact => ({
  key,
  value,
  confidence,
  origin: 'machine',
  evidence: [`label:${key}`],
});

export interface MadeWork {
  readonly kind?: string;
  readonly confidence?: number;
  readonly facts?: readonly Fact[];
  readonly dossier?: DossierInput;
  readonly blank?: boolean;
}

const page = (blank: boolean): PageReading => ({
  number: 1,
  blank,
  rotation: 0,
  skew: 0,
  text: { width: 1654, height: 2339, dpi: 200, lines: [] },
  marks: [],
  problems: [],
});

/** Everything about the original is left out: what only looks at facts never asks for it. */
export function madeWork({
  kind,
  confidence = 0.95,
  facts = [],
  dossier,
  blank = false,
}: MadeWork): PaperWork {
  const understanding = kind && { kind: { code: kind, confidence, evidence: [] }, facts, problems: [] };
  return {
    id: '01JD0000000000000000000000',
    original: { source: 'scans/01.pdf', signed: false } as Original,
    pages: [page(blank)],
    dossier: dossier ?? null,
    started: '2026-06-03T02:30:00.000Z',
    evidence: [],
    problems: [],
    ...(understanding ? { understanding } : {}),
  };
}
