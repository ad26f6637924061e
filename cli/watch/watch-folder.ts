// The watch itself: looks, waits until what came is whole, takes it, pauses while the surroundings are broken.
import { realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../core/errors.ts';
import { type Lock, tryLock } from '../../pipeline/lock-folder.ts';
import { hourly } from '../clear-up.ts';
import type { Cli } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { asSystemError } from '../system-error.ts';
import { listUnits } from './listing.ts';
import { ownFolders } from './own-folders.ts';
import { openPauses, type Pauses } from './pauses.ts';
import { openPlaces } from './places.ts';
import { openSettling } from './settling.ts';
import { openFor, takeUnits } from './take-units.ts';
import { tidyUnits } from './tidy-units.ts';
import { openWakes } from './wakes.ts';
import { type Watch, type WatchOrder, watchCounts } from './watch.ts';

const LOCK = '.sohoa-watch';
/** Files at the top that are taken in one go: what came meanwhile need not wait for hundreds. */
const MOST_AT_ONCE = 20;

/**
 * Runs until it is stopped, or with `once` until nothing waits. Returns the exit code.
 * @throws AppError where it can never work: no such folder, no right to move files away, no use of keys or registry.
 */
export async function watchFolder(cli: Cli, order: WatchOrder): Promise<number> {
  const root = await openRoot(cli, order.root);
  const places = await openPlaces({ root, done: order.done, failed: order.failed });
  const own = await ownFolders(root, [cli.wiring.layout.folder, places.done, places.failed, order.out]);
  const held = await lockRoot(root);
  const watch: Watch = {
    ...{ cli, order, root, places, own },
    settling: openSettling(order.quiet),
    digitizing: null,
    opened: null,
    counts: watchCounts(),
    told: new Set(),
  };
  try {
    cli.screen.tell(cli.say('watch.begin', { folder: root, ...shown(root, places) }));
    return await follow(watch);
  } finally {
    await held.release();
  }
}

const shown = (root: string, { done, failed }: { done: string; failed: string }) => ({
  done: relative(root, done).startsWith('..') ? done : relative(root, done),
  failed: relative(root, failed).startsWith('..') ? failed : relative(root, failed),
});

async function openRoot(cli: Cli, folder: string): Promise<string> {
  const info = await stat(folder).catch((cause: NodeJS.ErrnoException) => {
    const denied = cause.code === 'EACCES' || cause.code === 'EPERM';
    const params = { file: folder, folder, why: cause.code ?? '' };
    throw new AppError('usage', denied ? 'watch.no-right' : 'cli.no-such-file', { params, cause });
  });
  if (!info.isDirectory()) throw new AppError('usage', 'watch.not-a-folder', { params: { folder } });
  const root = await realpath(folder);
  const data = await realpath(cli.wiring.layout.folder).catch(() => cli.wiring.layout.folder);
  if (root === data || root.startsWith(join(data, '/')))
    throw new AppError('usage', 'watch.is-data', { params: { folder } });
  return root;
}

async function lockRoot(root: string): Promise<Lock> {
  const answer = await tryLock(join(root, LOCK));
  if ('release' in answer) return answer;
  const { pid, host } = answer;
  throw new AppError('usage', 'watch.already', { params: { folder: root, pid, host } });
}

async function follow(watch: Watch): Promise<number> {
  const { cli, order, settling } = watch;
  const pauses = openPauses(cli, order);
  const wakes = openWakes(watch.root, order.quiet);
  const clearing = hourly(() => cli.wiring.clearUp(false));
  try {
    // What can never work is told before the first scan comes.
    while (!cli.signal.aborted && !(await attempt(watch, pauses, async () => void (await openFor(watch)))));
    while (!cli.signal.aborted) {
      const worked = await attempt(watch, pauses, () => step(watch, wakes.interval));
      if (!worked) continue;
      await clearing();
      if (order.once && !settling.waiting()) break;
      await wakes.next(cli.signal);
    }
  } finally {
    wakes.close();
  }
  if (cli.signal.aborted) {
    cli.screen.tell(cli.say('watch.stopped'));
    return EXIT.cancelled;
  }
  await look(watch);
  await tidyUnits(watch, () => true);
  cli.screen.tell(cli.say('watch.summary', watch.counts));
  return watch.counts.failed > 0 ? EXIT.failed : EXIT.done;
}

/** False after a pause: what failed is tried again at once. With `once` nothing is waited for. */
async function attempt(watch: Watch, pauses: Pauses, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    pauses.mended();
    return true;
  } catch (thrown) {
    if (watch.cli.signal.aborted) return true;
    // What is open may hang on what broke: the next try opens it anew.
    watch.digitizing = null;
    await watch.cli.wiring.close().catch(() => undefined);
    await pauses.wait(asSystemError(thrown));
    return false;
  }
}

async function look(watch: Watch): Promise<void> {
  const units = await listUnits(watch.root, (path) => watch.own.has(path)).catch(
    (cause: NodeJS.ErrnoException) => {
      const params = { folder: watch.root, why: cause.code ?? '' };
      throw new AppError('transient', 'watch.folder-lost', { params, cause });
    },
  );
  watch.settling.see(units, performance.now());
}

/** One look, and everything that is ready taken; what comes meanwhile comes to rest meanwhile. */
async function step(watch: Watch, interval: number): Promise<void> {
  const { settling, cli } = watch;
  await look(watch);
  for (;;) {
    const ready = settling.ready(performance.now());
    const [first] = ready;
    if (!first || cli.signal.aborted) break;
    const units = first.isFolder ? [first] : ready.filter(({ isFolder }) => !isFolder).slice(0, MOST_AT_ONCE);
    await lookingMeanwhile(watch, interval, takeUnits(watch, units)).catch((thrown: unknown) => {
      // Another unit may fare better: this one goes to the end of the line.
      for (const { name } of units) settling.putOff(name, performance.now());
      throw thrown;
    });
    await look(watch);
  }
  await tidyUnits(watch, (name) => settling.rests(name, performance.now()));
}

async function lookingMeanwhile(watch: Watch, interval: number, work: Promise<void>): Promise<void> {
  const end = new AbortController();
  const looking = (async () => {
    while (!end.signal.aborted) {
      await sleep(interval, undefined, { signal: end.signal }).catch(() => undefined);
      // A folder that is gone is met at the next look.
      if (!end.signal.aborted) await look(watch).catch(() => undefined);
    }
  })();
  try {
    await work;
  } finally {
    end.abort();
    await looking;
  }
}
