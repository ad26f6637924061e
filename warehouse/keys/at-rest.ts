// Whether the data are encrypted, and with which keys: begun once, never undone, refused without the right key.
import { AppError } from '../../core/errors.ts';
import type { AtRestRow, Clock, Keyring, Registry } from '../../core/ports.ts';

export interface AtRest {
  readonly keyring: Keyring;
  readonly marker: AtRestRow;
}

export interface AtRestWish {
  /** Null: no key is configured. */
  readonly keyring: Keyring | null;
  /** As configured; not said: encrypted where there is a key. */
  readonly wanted: 'plain' | 'encrypted' | undefined;
}

/**
 * How the data lie now; null: plain, or nothing is there yet.
 * @throws AppError usage `at-rest.kek-needed`, `at-rest.stays-encrypted`, `at-rest.kek-wrong`.
 */
export async function openAtRest(
  registry: Pick<Registry, 'atRest'>,
  { keyring, wanted }: AtRestWish,
): Promise<AtRest | null> {
  const marker = await registry.atRest();
  if (!marker) return null;
  const params = { kek: marker.kekId };
  if (wanted === 'plain') throw new AppError('usage', 'at-rest.stays-encrypted', { params });
  if (!keyring) throw new AppError('usage', 'at-rest.kek-needed', { params });
  if (!keyring.ids.includes(marker.kekId)) throw new AppError('usage', 'at-rest.kek-wrong', { params });
  return { keyring, marker };
}

/**
 * As `openAtRest`, before something is filed: from here on the data are encrypted where that is wanted.
 * @throws AppError usage `at-rest.no-kek` where encryption is wanted and no key is configured; as `openAtRest`.
 */
export async function beginAtRest(
  registry: Pick<Registry, 'atRest' | 'commit' | 'papers'>,
  wish: AtRestWish,
  clock: Clock,
): Promise<AtRest | null> {
  const { keyring, wanted } = wish;
  const now = await openAtRest(registry, wish);
  if (now || wanted === 'plain') return now;
  const [kekId] = keyring?.ids ?? [];
  if (kekId === undefined) {
    if (wanted === 'encrypted') throw new AppError('usage', 'at-rest.no-kek');
    return null;
  }
  const state = (await registry.papers({ limit: 1 })).length === 0 ? 'sealed' : 'mixed';
  const row: AtRestRow = { kekId, state, since: clock.now().toISOString() };
  try {
    await registry.commit([{ op: 'at-rest.put', row, was: null }]);
  } catch (error) {
    // Another process has just begun it: then its key counts.
    if (!(error instanceof AppError && error.code === 'at-rest.changed')) throw error;
  }
  return openAtRest(registry, wish);
}
