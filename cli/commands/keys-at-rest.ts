// sohoa keys new-kek, list, rotate, encrypt: the keys of encryption at rest; none of them ever shows a key.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { AtRestRow, Keyring, Registry } from '../../core/ports.ts';
import { type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { problemLine } from '../print/problems.ts';
import { tableLines } from '../print/table.ts';
import { localTime } from '../print/words.ts';
import { writeNewFile } from '../write-new-file.ts';

const newKek: CommandSpec = {
  name: 'keys new-kek',
  arguments: [{ flags: '<FILE>', about: 'cli.arg.kek-file' }],
  options: [],
  async run(cli, given) {
    const { say, screen } = cli;
    const file = given.words[0] ?? '';
    const [{ kekFileText }, { kekIdOf }] = await Promise.all([
      import('../../warehouse/keys/parse-keks.ts'),
      import('../../warehouse/keys/keyring.ts'),
    ]);
    const kek = randomBytes(32);
    await writeNewFile(file, Buffer.from(kekFileText(kek, cli.clock.now())), false).catch(
      (cause: unknown) => {
        const taken = cause instanceof AppError && cause.code === 'cli.file-exists';
        throw taken ? new AppError('conflict', 'at-rest.kek-exists', { params: { file }, cause }) : cause;
      },
    );
    screen.print(say('cli.kek.made', { kek: kekIdOf(kek), file }));
    screen.tell(say('cli.kek.use', { file: resolve(file) }));
    screen.tell(screen.paintError('yellow', say('cli.kek.keep')));
    return EXIT.done;
  },
};

const list: CommandSpec = {
  name: 'keys list',
  arguments: [],
  options: [{ flags: '--json', about: 'cli.opt.json' }],
  async run(cli, given) {
    const { wiring, screen, say } = cli;
    const [keyring, registry] = [await wiring.keyring(), await wiring.registry()];
    const marker = await registry.atRest();
    const known = await kekRows(registry, keyring, marker);
    if (isSet(given, 'json')) {
      screen.print(
        JSON.stringify({ encrypted: marker !== null, state: marker?.state ?? 'plain', keks: known }),
      );
      return EXIT.done;
    }
    if (known.length === 0) screen.print(say('cli.kek.none'));
    else if (marker) screen.print(say(`cli.kek.begun.${marker.state}`, { since: localTime(marker.since) }));
    else screen.print(say('cli.kek.not-begun'));
    const head = [say('cli.column.kek'), say('cli.column.data-keys'), ''];
    const lines = known.map(({ id, dataKeys, current, configured }) => {
      const words = [
        ...(current ? [say('cli.kek.current')] : []),
        say(configured ? 'cli.kek.configured' : 'cli.kek.missing'),
      ];
      return [id, String(dataKeys), words.join(', ')];
    });
    for (const line of tableLines(head, lines)) screen.print(line);
    const missing = known.some(
      ({ configured, dataKeys, current }) => !configured && (current || dataKeys > 0),
    );
    return missing ? EXIT.failed : EXIT.done;
  },
};

interface KekInUse {
  readonly id: string;
  /** Wrapped by it. */
  readonly dataKeys: number;
  /** New data keys are wrapped by it. */
  readonly current: boolean;
  readonly configured: boolean;
}

async function kekRows(
  registry: Registry,
  keyring: Keyring | null,
  marker: AtRestRow | null,
): Promise<KekInUse[]> {
  const counts = new Map((await registry.kekUse()).map(({ kekId, dataKeys }) => [kekId, dataKeys]));
  const configured = new Set(keyring?.ids ?? []);
  const ids = new Set([...(marker ? [marker.kekId] : []), ...configured, ...counts.keys()]);
  return [...ids].map((id) => ({
    id,
    dataKeys: counts.get(id) ?? 0,
    current: id === marker?.kekId,
    configured: configured.has(id),
  }));
}

const rotate: CommandSpec = {
  name: 'keys rotate',
  arguments: [],
  options: [{ flags: '--to <FILE>', about: 'cli.opt.rotate-to' }],
  async run(cli, given) {
    const { wiring, screen, say, signal } = cli;
    const file = textOf(given, 'to');
    const keyring = await wiring.keyring(file);
    const registry = await wiring.registry();
    const marker = await registry.atRest();
    if (!marker) throw new AppError('usage', 'at-rest.not-encrypted');
    const to = keyring?.ids[0];
    if (!keyring || to === undefined)
      throw new AppError('usage', 'at-rest.kek-needed', { params: { kek: marker.kekId } });
    const use = await registry.kekUse();
    if (marker.kekId === to && use.every(({ kekId }) => kekId === to))
      throw new AppError('usage', 'at-rest.same-kek', { params: { kek: to } });
    const total = use.find(({ kekId }) => kekId === marker.kekId)?.dataKeys ?? 0;
    const before = use.find(({ kekId }) => kekId === to)?.dataKeys ?? 0;
    const onProgress = (done: number): void =>
      screen.progress(say('cli.kek.progress', { done: before + done, total }));
    const { rotate: change } = await import('../../warehouse/keys/rotate.ts');
    const { wrapped, retired } = await change(registry, { keyring, to, signal, onProgress }).finally(() =>
      screen.progress(null),
    );
    screen.print(say('cli.kek.rotated', { count: wrapped, kek: to }));
    screen.print(say('cli.kek.retired', { keks: retired.join(', ') }));
    if (file !== undefined)
      screen.tell(screen.paintError('yellow', say('cli.kek.now-use', { file: resolve(file) })));
    return EXIT.done;
  },
};

const encrypt: CommandSpec = {
  name: 'keys encrypt',
  arguments: [],
  options: [],
  async run(cli) {
    const { wiring, screen, say, signal, lang, clock } = cli;
    const registry = await wiring.registry();
    const atRest = await wiring.beginAtRest();
    if (!atRest) throw new AppError('usage', 'at-rest.no-kek');
    const objects = await wiring.objects();
    const { sealPlain } = await import('../../warehouse/keys/seal-plain.ts');
    const onProgress = (done: number): void => screen.progress(say('cli.kek.sealing', { done }));
    const { searchText = 'facts' } = cli.config;
    const order = { atRest, searchText, signal, onProgress };
    const done = await sealPlain({ registry, objects, clock }, order).finally(() => screen.progress(null));
    screen.print(say('cli.kek.sealed', { objects: done.objects, papers: done.papers }));
    for (const { paper, error } of done.failed) {
      const why = problemLine(lang, { code: error.code, params: error.params });
      screen.tell(say('cli.kek.not-sealed', { paper, why }));
    }
    return done.failed.length > 0 ? EXIT.failed : EXIT.done;
  },
};

export const keysAtRest: readonly CommandSpec[] = [newKek, list, rotate, encrypt];
