// Changes the key-encryption key: every data key is wrapped anew, no object is touched.
import { AppError } from '../../core/errors.ts';
import type { Keyring, Registry } from '../../core/ports.ts';

export interface RotateOrder {
  /** Holds the new KEK and those in use. */
  readonly keyring: Keyring;
  readonly to: string;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

export interface Rotated {
  /** Data keys wrapped in this run; a run that was stopped before may have done the others. */
  readonly wrapped: number;
  /** KEKs that open nothing any more. */
  readonly retired: readonly string[];
}

/** Data keys a commit. */
const BATCH = 250;

/**
 * First every data key gets a second wrap by the new KEK, then the marker turns to it in one commit, then the wraps by
 * other KEKs go. Until the turn the old key opens everything, after it the new one; a run stopped anywhere goes on
 * where it was when it is called again.
 * @throws AppError usage `at-rest.kek-missing` where a KEK in use is not in the keyring; conflict `at-rest.changed`
 * where somebody else changes keys too.
 */
export async function rotate(registry: Registry, order: RotateOrder): Promise<Rotated> {
  const { to, signal } = order;
  const marker = await registry.atRest();
  if (!marker) return { wrapped: 0, retired: [] };
  let wrapped = 0;
  if (marker.kekId !== to) {
    wrapped = await wrapAll(registry, order);
    await turn(registry, order, marker.kekId);
  }
  const others = (await registry.kekUse()).filter(({ kekId }) => kekId !== to);
  for (const { kekId, dataKeys } of others) {
    for (let left = dataKeys; left > 0; left -= BATCH) {
      stopIfAsked(signal);
      await registry.commit([{ op: 'data-key.unwrap', kekId, limit: BATCH }]);
    }
  }
  const before = new Set([marker.kekId, ...others.map(({ kekId }) => kekId)]);
  return { wrapped, retired: [...before].filter((kekId) => kekId !== to).sort() };
}

async function wrapAll(
  registry: Registry,
  { keyring, to, signal, onProgress }: RotateOrder,
): Promise<number> {
  let [after, done] = ['', 0];
  for (;;) {
    stopIfAsked(signal);
    const keys = await registry.dataKeysWithout(to, { after, limit: BATCH });
    if (keys.length === 0) return done;
    const wraps = keys.map((key) => ({ dataKeyId: key.id, ...keyring.rewrap(key, to) }));
    await registry.commit([{ op: 'data-key.wrap', wraps }]);
    done += keys.length;
    after = keys.at(-1)?.id ?? '';
    onProgress?.(done);
  }
}

/** Papers filed meanwhile by other processes got data keys under the old KEK: wrapped too, then turned. */
async function turn(registry: Registry, order: RotateOrder, was: string): Promise<void> {
  for (;;) {
    const late = await registry.dataKeysWithout(order.to, { limit: 1 });
    if (late.length > 0) {
      await wrapAll(registry, order);
      continue;
    }
    try {
      await registry.commit([{ op: 'at-rest.turn', kekId: order.to, was }]);
      return;
    } catch (error) {
      // One more may have come between the look and the turn; anything else is told.
      const [late] = await registry.dataKeysWithout(order.to, { limit: 1 });
      if (!late) throw error;
    }
  }
}

/** What is done stays done: the next run goes on from there. */
export function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'error.cancelled');
}
