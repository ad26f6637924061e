// How far two folded texts are apart, counted in wrong, missing and extra letters.

/** Levenshtein distance, or more than `most` where it exceeds it. */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, swap);
      current.push(value);
      if (value < best) best = value;
    }
    if (best > most) return most + 1;
    previous = current;
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
