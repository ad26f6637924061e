// What is told of a paper the gate refused: where it lay and why, and nothing of what it says.
import type { DigitizedPaper } from '../digitized-paper.ts';
import type { PaperWork } from '../paper.ts';

/** The kind is told of a paper that is merely not digitised, never of one that is stopped. */
export function refusedPaper(work: PaperWork, milliseconds: number): DigitizedPaper {
  const { original, dossier, pages, kind, kindConfidence = 0, gate, problems } = work;
  return {
    source: original.source,
    dossier: dossier?.code ?? null,
    pages: pages.map(({ number, blank, rotation }) => ({ number, blank, rotation, text: '' })),
    type: gate?.action === 'skip' && kind ? { code: kind.code, confidence: kindConfidence } : null,
    fields: {},
    code: null,
    status: 'refused',
    alreadyFiled: false,
    signed: original.signed,
    problems,
    files: {},
    qr: [],
    id: null,
    milliseconds,
  };
}
