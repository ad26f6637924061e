// How far two folded texts are apart, counted in wrong, missing and extra letters.

const longest = 512;
const rows = [new Uint16Array(longest + 1), new Uint16Array(longest + 1)] as const;

/** Levenshtein distance, or more than `most` where it exceeds it; texts beyond 512 letters count as far apart. */
export function editDistance(a: string, b: string, most = longest): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || b.length > longest) return most + 1;
  let [previous, current] = rows as readonly [Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let best = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      const value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, swap);
      current[j] = value;
      if (value < best) best = value;
    }
    if (best > most) return most + 1;
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/** True where at most `most` edits turn one into the other. */
export const withinEdits = (a: string, b: string, most: number): boolean => editDistance(a, b, most) <= most;

/** Edits a printed text of this many letters may suffer before it is another text. */
export const tolerance = (length: number): number =>
  length < 5 ? 0 : length < 9 ? 1 : Math.floor(length * 0.17);

/** 1 = equal, 0 = nothing alike; `most` as a share of the longer text cuts the search short. */
export function likeness(a: string, b: string, most = 0.35): number {
  const length = Math.max(a.length, b.length);
  if (length === 0) return 0;
  const distance = editDistance(a, b, Math.ceil(length * most));
  return Math.max(0, 1 - distance / length);
}
