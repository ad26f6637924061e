// The legal copy of a paper out of the object store, checked against the hash the registry has.
import { createHash } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import type { FileRow, PaperRow } from '../core/ports.ts';
import { collect } from './collect.ts';
import type { Cli } from './command.ts';

/** Null where none is kept: papers of which only facts are kept, and those that were refused. */
export async function legalCopyFile(
  { wiring }: Pick<Cli, 'wiring'>,
  paper: PaperRow,
): Promise<FileRow | null> {
  const files = await (await wiring.registry()).files(paper.id);
  return files.find(({ role }) => role === 'legal-copy') ?? null;
}

/** The bytes as they come. @throws AppError integrity `cli.copy-damaged` at the end where they are not what was filed. */
export async function* checkedBytes(
  { wiring }: Pick<Cli, 'wiring'>,
  file: FileRow,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const part of await (await wiring.objects()).get(file.key)) {
    hash.update(part);
    yield part;
  }
  if (hash.digest('hex') !== file.sha256) throw new AppError('integrity', 'cli.copy-damaged');
}

export async function legalCopyBytes(cli: Pick<Cli, 'wiring'>, paper: PaperRow): Promise<Uint8Array | null> {
  const file = await legalCopyFile(cli, paper);
  if (!file) return null;
  return new Uint8Array(Buffer.concat(await collect(checkedBytes(cli, file))));
}
