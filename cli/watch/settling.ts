// Which units have come to rest: nothing in them came, grew, changed or went for a while. Pure; times in milliseconds.
import { fileStamp, type SeenFile, type Unit } from './listing.ts';

/** What is known of a unit over several looks. */
interface Resting {
  readonly stamp: string;
  /** When it was first seen like this. */
  readonly since: number;
}

export interface Settling {
  /** What lies there now, by a clock that never goes back. */
  see(units: readonly Unit[], now: number): void;
  /** Units at rest that have something to take, longest at rest first. */
  ready(now: number): Unit[];
  /** Whether a unit has been at rest so long; also one with nothing to take. */
  rests(name: string, now: number): boolean;
  /** Whether anything that will be taken still lies there. */
  waiting(): boolean;
  /** A scan that looks unfinished: given so many milliseconds more, as long as it stays the same. False: it had them. */
  giveTime(file: SeenFile, now: number, more: number): boolean;
  /** A unit that could not be taken comes to rest anew: others come first. */
  putOff(name: string, now: number): void;
}

/** `quiet`: how long a unit must not have changed. */
export function openSettling(quiet: number): Settling {
  let units: readonly Unit[] = [];
  let resting = new Map<string, Resting>();
  let given = new Map<string, number>();
  const takes = (unit: Unit, now: number): SeenFile[] =>
    unit.scans.filter((file) => (given.get(fileStamp(file)) ?? 0) <= now);
  const rests = (name: string, now: number): boolean => {
    const known = resting.get(name);
    return known !== undefined && now - known.since >= quiet;
  };
  return {
    see(found, now) {
      units = found;
      const before = resting;
      resting = new Map(
        found.map(({ name, stamp }) => {
          const known = before.get(name);
          return [name, known?.stamp === stamp ? known : { stamp, since: now }];
        }),
      );
      const here = new Set(found.flatMap(({ scans }) => scans.map(fileStamp)));
      given = new Map([...given].filter(([stamp]) => here.has(stamp)));
    },
    ready: (now) =>
      units
        .filter((unit) => rests(unit.name, now))
        .map((unit) => ({ ...unit, scans: takes(unit, now) }))
        .filter(({ scans }) => scans.length > 0)
        .sort((one, other) => (resting.get(one.name)?.since ?? 0) - (resting.get(other.name)?.since ?? 0)),
    rests,
    waiting: () => units.some(({ scans }) => scans.length > 0),
    giveTime(file, now, more) {
      const stamp = fileStamp(file);
      if (given.has(stamp)) return false;
      given.set(stamp, now + more);
      return true;
    },
    putOff(name, now) {
      const known = resting.get(name);
      if (known) resting.set(name, { ...known, since: now });
    },
  };
}
