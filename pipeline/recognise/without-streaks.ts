// Thin straight lines across a page (dust on a scanner's glass, rules of tables, underlines, frames of stamps) are taken
// off the picture that is read: where one crosses a word, the reader takes it for a letter.
import type { GreyImage } from '../../core/ports.ts';

const ink = 150;
/** At about 300 dpi: thicker lines are bars and letters, shorter ones stems and brackets. */
const thickest = 7;
const shortest = 200;
/** Steps between those where new lines are looked for. */
const every = 16;
/** Steps a line may be lost in a letter, and may be white. */
const [mostHidden, mostWhite] = [70, 3] as const;
/** Share of its steps where a line stands by itself. */
const alone = 0.5;

/** The picture as it is walked: step by step along the lines looked for, `wide` pixels across on each. */
interface Walk {
  readonly data: Uint8Array;
  readonly steps: number;
  readonly wide: number;
  /** From a pixel to the next one in `data`, along and across. */
  readonly along: number;
  readonly across: number;
}

/** A line as it is followed. */
interface Streak {
  readonly start: number;
  /** Where across it began and is now. */
  readonly began: number;
  at: number;
  /** Steps since it last stood by itself, and since it last was dark. */
  hidden: number;
  white: number;
  /** Step, first and last pixel across, of each step where it stands by itself. */
  readonly seen: number[];
}

/** The same picture where there are none. */
export function withoutStreaks(page: GreyImage): GreyImage {
  const { width, height, data } = page;
  const upright: Walk = { data, steps: height, wide: width, along: width, across: 1 };
  const level: Walk = { data, steps: width, wide: height, along: 1, across: width };
  const cleared = { data: null as Uint8Array | null };
  for (const walk of [upright, level])
    for (const streak of streaksOf(walk)) {
      cleared.data ??= Uint8Array.from(data);
      erase(cleared.data, walk, streak);
    }
  return cleared.data ? { ...page, data: cleared.data } : page;
}

function streaksOf(walk: Walk): Streak[] {
  let active: Streak[] = [];
  const found: Streak[] = [];
  for (let step = 0; step < walk.steps; step++) {
    const going: Streak[] = [];
    for (const streak of active) {
      if (follow(walk, streak, step)) going.push(streak);
      else if (isStreak(streak)) found.push(streak);
    }
    active = going;
    if (step % every === 0) active.push(...newStreaks(walk, step, active));
  }
  found.push(...active.filter(isStreak));
  return found;
}

/** White in its place, rim and all. */
function erase(out: Uint8Array, { wide, along, across }: Walk, { seen }: Streak): void {
  for (let i = 0; i < seen.length; i += 3) {
    const last = Math.min(wide - 1, seen[i + 2]! + 1);
    for (let at = Math.max(0, seen[i + 1]! - 1); at <= last; at++) out[seen[i]! * along + at * across] = 255;
  }
}

function isStreak({ seen }: Streak): boolean {
  const last = seen.at(-3);
  if (last === undefined) return false;
  const length = last - seen[0]! + 1;
  return length >= shortest && seen.length / 3 >= alone * length;
}

/** Lines that stand by themselves at a step and are not followed yet. */
function newStreaks({ data, wide, along, across }: Walk, step: number, known: readonly Streak[]): Streak[] {
  const taken = new Set(known.map(({ at }) => Math.round(at)));
  const streaks: Streak[] = [];
  for (let at = 0; at < wide; ) {
    if (data[step * along + at * across]! >= ink) {
      at++;
      continue;
    }
    const from = at;
    while (at < wide && data[step * along + at * across]! < ink) at++;
    const middle = (from + at - 1) / 2;
    const near = [-2, -1, 0, 1, 2].some((off) => taken.has(Math.round(middle) + off));
    if (at - from > thickest || near) continue;
    streaks.push({ start: step, began: middle, at: middle, hidden: 0, white: 0, seen: [step, from, at - 1] });
  }
  return streaks;
}

/** Goes one step on; false where the line has ended. */
function follow({ data, wide, along, across }: Walk, streak: Streak, step: number): boolean {
  const dark = (at: number): boolean => at >= 0 && at < wide && data[step * along + at * across]! < ink;
  const gone = step - 1 - streak.start;
  const next = streak.at + (gone > 2 * every ? (streak.at - streak.began) / gone : 0);
  const middle = Math.round(next);
  const hit = [0, -1, 1, -2, 2].find((off) => dark(middle + off));
  streak.hidden++;
  streak.at = next;
  if (hit === undefined) return ++streak.white <= mostWhite && streak.hidden <= mostHidden;
  streak.white = 0;
  let [from, to] = [middle + hit, middle + hit];
  while (to - from <= thickest && dark(from - 1)) from--;
  while (to - from <= thickest && dark(to + 1)) to++;
  if (to - from >= thickest) return streak.hidden <= mostHidden;
  // A letter's stem that it touches shifts the middle: the line itself bends by less.
  streak.at = next + Math.max(-0.6, Math.min(0.6, (from + to) / 2 - next));
  streak.hidden = 0;
  streak.seen.push(step, from, to);
  return true;
}
