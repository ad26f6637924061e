// Clears up after deposits that never ended: gives them up, then removes the objects that no row names.
import { ulidSource } from '../core/ids.ts';
import type { Instant } from '../core/model.ts';
import type { DepositPorts } from './deposit-request.ts';

/** Only one process removes objects at a time: it holds the lease of this name. */
const SWEEP = 'objects-given-up';
const LEASE_SECONDS = 60;
/** After so long a sweeper takes its lease anew, before it may be another's; one that was killed holds up others for a minute. */
const SAFE_MS = 20_000;

export interface Swept {
  /** Deposits given up. */
  readonly givenUp: number;
  /** Objects removed. */
  readonly removed: number;
}

type SweepPorts = Pick<DepositPorts, 'registry' | 'objects' | 'clock'>;

/**
 * Gives up every deposit begun before the instant, and removes what it left. A deposit still at work then fails with
 * conflict `warehouse.deposit-given-up`, so choose an age no deposit reaches (an hour). To be called on start and now
 * and then; safe beside deposits and other sweepers.
 */
export async function sweep(ports: SweepPorts, before: Instant): Promise<Swept> {
  const stale = await ports.registry.intents(before);
  for (const { paperId } of stale) await ports.registry.commit([{ op: 'intent.abandon', paperId }]);
  return { givenUp: stale.length, removed: await removeAbandoned(ports) };
}

/** Removes the objects of abandoned keys unless another process is at it; how many. */
export async function removeAbandoned(ports: SweepPorts): Promise<number> {
  let removed = 0;
  for (let round = await removeSome(ports); round > 0; round = await removeSome(ports)) removed += round;
  return removed;
}

/** As many as one lease allows; 0: none are left, or another process is at it. */
async function removeSome({ registry, objects, clock }: SweepPorts): Promise<number> {
  if ((await registry.abandonedKeys()).length === 0) return 0;
  const lease = await registry.lease(SWEEP, ulidSource(clock)(), LEASE_SECONDS);
  if (!lease) return 0;
  const held = performance.now();
  let removed = 0;
  try {
    // Read again under the lease: another sweeper may have forgotten a key, and a deposit put it since.
    for (const key of await registry.abandonedKeys()) {
      if (removed > 0 && performance.now() - held > SAFE_MS) break;
      await objects.remove(key);
      await registry.commit([{ op: 'key.forget', key }]);
      removed += 1;
    }
  } finally {
    await registry.release(lease);
  }
  return removed;
}
