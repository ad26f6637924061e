// The evidence file of a paper with one line more, its chain of hashes kept.
import { AppError } from '../../core/errors.ts';
import type { DepositFile } from '../../core/ports-deposit.ts';
import { brokenLine, continuedChain, type EvidenceLine } from '../filing/evidence.ts';
import { type ReviewPorts, type StoredPaper, storedFile } from './stored-paper.ts';

/** @throws AppError integrity `review.chain-broken` where the chain does not hold so far. */
export async function longerChain(
  ports: Pick<ReviewPorts, 'objects' | 'clock'>,
  stored: StoredPaper,
  line: Pick<EvidenceLine, 'step' | 'actor' | 'input' | 'output'>,
): Promise<DepositFile> {
  const chain = (await storedFile(ports, stored, 'evidence'))?.toString('utf8') ?? '';
  if (chain !== '' && brokenLine(chain) !== null)
    throw new AppError('integrity', 'review.chain-broken', { params: { id: stored.paper.id } });
  const whole = { ...line, version: 1, at: ports.clock.now().toISOString() };
  const bytes = new TextEncoder().encode(continuedChain(chain, whole));
  return { role: 'evidence', mediaType: 'application/jsonl', bytes };
}
