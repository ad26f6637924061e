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
    const sealing = ports.seal({
      pdf: work.unsigned,
      signer: ports.signer,
      at: ports.clock.now(),
      keepFree: work.pages[0]?.text.lines.map((l) => l.box) ?? [],
      marks: work.pages[0]?.marks.map((m) => m.box) ?? [],
      production,
    });
    const legalCopy = await sealing.catch(blameKey);
    return { ...work, legalCopy, signatures: 1 };
  },
};

/** A key that may not sign (any more) is no fault of the paper: it stops the run. */
function blameKey(thrown: unknown): never {
  if (!(thrown instanceof AppError) || !/^signing\.(certificate|p12|key)/.test(thrown.code)) throw thrown;
  throw new AppError('usage', thrown.code, { params: thrown.params, cause: thrown });
}
