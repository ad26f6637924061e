// What can be told of a registry by looking at it: whether a run may be trusted to it.

export interface RegistryState {
  readonly dialect: 'sqlite' | 'postgres';
  /** Of the database program; empty where nobody answered. */
  readonly version: string;
  /** Tags of migrations that this program has and the database has not. */
  readonly pending: readonly string[];
  /** The database knows migrations that this program does not. */
  readonly newer: boolean;
  /** What is committed is on the disk: SQLite writes ahead (WAL), PostgreSQL flushes. */
  readonly durable: boolean;
  /** Code of what is wrong: the driver's own, `version` where it is too old; absent: nothing. */
  readonly fault?: string;
}
