// Page numbers as short text, `1-3,5`: it stands in a unique index, where a list of a thousand numbers has no room.

/** Order is kept; runs that grow by one are written as a range. */
export function writePages(pages: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** What `writePages` wrote. */
export function readPages(text: string): number[] {
  if (text === '') return [];
  return text.split(',').flatMap((run) => {
    const [first = 0, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
