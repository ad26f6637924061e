// The copying officer's personal signature, before any fact is taken (Circular 01/2023, article 8).
import { AppError } from '../../core/errors.ts';
import type { PaperStep } from '../paper.ts';

export const sealPaper: PaperStep = {
  name: 'seal',
  version: 1,
  async run(work, { ports, production }) {
    if (work.original.signed && work.legalCopy)
      return { ...work, signatures: await ports.countSignatures(work.legalCopy) };
    if (!work.unsigned || !ports.signer) return { ...work, signatures: 0 };
    if (production && ports.signer.development) throw new AppError('usage', 'seal.development-key');
    const legalCopy = await ports.seal({
      pdf: work.unsigned,
      signer: ports.signer,
      at: ports.clock.now(),
      keepFree: work.pages[0]?.text.lines.map((l) => l.box) ?? [],
      marks: work.pages[0]?.marks.map((m) => m.box) ?? [],
      production,
    });
    return { ...work, legalCopy, signatures: 1 };
  },
};
