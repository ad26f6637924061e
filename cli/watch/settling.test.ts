// When a unit is whole: at rest for the whole time, and only then.
import { describe, expect, test } from 'vitest';
import type { SeenFile, Unit } from './listing.ts';
import { openSettling } from './settling.ts';

const file = (source: string, size: number): SeenFile => ({ path: `/in/${source}`, source, size, time: 1 });
const unit = (name: string, scans: SeenFile[], others: SeenFile[] = []): Unit => ({
  ...{ name, isFolder: name.startsWith('H'), scans, dossierFiles: [], others },
  stamp: [...scans, ...others].map(({ source, size }) => `${source} ${size}`).join(),
});
const names = (units: readonly Unit[]): string[] => units.map(({ name }) => name);

describe('at rest', () => {
  test('a file is taken once it has not changed for the whole time', () => {
    const settling = openSettling(3000);
    settling.see([unit('a.pdf', [file('a.pdf', 1)])], 0);
    expect(settling.ready(0)).toEqual([]);
    settling.see([unit('a.pdf', [file('a.pdf', 2)])], 2900);
    expect(settling.ready(5800)).toEqual([]);
    settling.see([unit('a.pdf', [file('a.pdf', 2)])], 5900);
    expect(names(settling.ready(5900))).toEqual(['a.pdf']);
  });

  test('a dossier rests when all of it does, what is not taken too', () => {
    const settling = openSettling(1000);
    const one = file('H1/1.pdf', 5);
    settling.see([unit('H1', [one], [file('H1/2.pdf.part', 1)])], 0);
    settling.see([unit('H1', [one], [file('H1/2.pdf.part', 2)])], 900);
    expect(settling.ready(1000)).toEqual([]);
    settling.see([unit('H1', [one, file('H1/2.pdf', 2)])], 1000);
    expect(settling.ready(1999)).toEqual([]);
    expect(settling.ready(2000)[0]?.scans).toHaveLength(2);
  });

  test('what rests longest comes first; what could not be taken goes to the end', () => {
    const settling = openSettling(1000);
    const [a, b] = [unit('a.pdf', [file('a.pdf', 1)]), unit('b.pdf', [file('b.pdf', 1)])];
    settling.see([b], 0);
    settling.see([a, b], 500);
    expect(names(settling.ready(2000))).toEqual(['b.pdf', 'a.pdf']);
    settling.putOff('b.pdf', 2000);
    expect(names(settling.ready(3000))).toEqual(['a.pdf', 'b.pdf']);
  });

  test('a unit without scans is never taken, and one that is gone is forgotten', () => {
    const settling = openSettling(1000);
    settling.see([unit('H1', [], [file('H1/x.docx', 1)]), unit('a.pdf', [file('a.pdf', 1)])], 0);
    expect(names(settling.ready(9000))).toEqual(['a.pdf']);
    settling.see([], 9000);
    expect([settling.ready(9000), settling.waiting()]).toEqual([[], false]);
    settling.see([unit('a.pdf', [file('a.pdf', 1)])], 9500);
    expect(settling.ready(9600)).toEqual([]);
  });
});

test('what looks unfinished is given time once, as long as it is the same', () => {
  const settling = openSettling(1000);
  const cut = file('H1/cut.pdf', 7);
  const whole = file('H1/whole.pdf', 9);
  settling.see([unit('H1', [cut, whole])], 0);
  expect(settling.giveTime(cut, 1000, 10_000)).toBe(true);
  expect(settling.ready(1000)[0]?.scans).toEqual([whole]);
  settling.see([unit('H1', [cut])], 1100);
  expect(settling.ready(5000)).toEqual([]);
  expect(settling.waiting()).toBe(true);
  expect(settling.ready(11_000)[0]?.scans).toEqual([cut]);
  expect(settling.giveTime(cut, 11_000, 10_000)).toBe(false);
  const grown = file('H1/cut.pdf', 8);
  settling.see([unit('H1', [grown])], 12_000);
  expect(settling.ready(13_000)[0]?.scans).toEqual([grown]);
});
