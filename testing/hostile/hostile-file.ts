// A file of the crash corpus: its name, how to make it, and what must become of it.
export interface HostileFile {
  /** Relative to the corpus, `/`-separated. */
  readonly name: string;
  /** `taken`: filed, or waits for a clerk. `refused`: refused or failed, with a reason. `either`: both are right. */
  readonly ends: 'taken' | 'refused' | 'either';
  make(): Uint8Array | string | Promise<Uint8Array>;
}

export type FileTable = Readonly<Record<string, readonly [HostileFile['ends'], HostileFile['make']]>>;

/** The files of one folder of the corpus. */
export const filesOf = (folder: string, table: FileTable): HostileFile[] =>
  Object.entries(table).map(([name, [ends, make]]) => ({ name: `${folder}/${name}`, ends, make }));
