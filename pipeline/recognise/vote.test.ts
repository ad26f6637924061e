// Readings of one word put to the vote: words by likelihood, numbers only where the others agree or the first cannot be.
import { describe, expect, test } from 'vitest';
import { evidenceFor } from './evidence.ts';
import { type Evidence, type Reading, vote } from './vote.ts';

const none: Evidence = () => 0;
const readings = (...of: [string, number][]): Reading[] =>
  of.map(([text, confidence]) => ({ text, confidence }));
const decide = (first: [string, number], others: [string, number][], evidence = none) =>
  vote(...(readings(first) as [Reading]), readings(...others), evidence);

describe('words', () => {
  test('two that agree outdo the first', () => {
    const won = decide(
      ['tố', 0.68],
      [
        ['tổ', 0.97],
        ['tổ', 0.91],
      ],
    );
    expect(won).toEqual({ text: 'tổ', confidence: 0.83 });
  });

  test('one alone does not outdo a first that makes sense', () => {
    expect(
      decide(
        ['Bằng', 0.62],
        [
          ['"Bằng', 0.67],
          ['găng', 0.5],
        ],
      ).text,
    ).toBe('Bằng');
  });

  test('it does where the first is no word', () => {
    expect(
      decide(
        ['điậh', 0.6],
        [
          ['định', 0.8],
          ['đinh', 0.3],
        ],
      ).text,
    ).toBe('định');
  });

  test('a list decides between readings', () => {
    const phrase = evidenceFor('NHÂN', 'TỈNH');
    const others: [string, number][] = [
      ['DẪN', 0.4],
      ['DÂN', 0.9],
    ];
    expect(decide(['DẦN', 0.7], others).text).toBe('DẦN');
    expect(decide(['DẦN', 0.7], others, phrase).text).toBe('DÂN');
  });

  test('a list never brings in what nobody read', () => {
    expect(
      decide(
        ['DẦN', 0.3],
        [
          ['DẨN', 0.3],
          ['DẪN', 0.3],
        ],
        evidenceFor('NHÂN'),
      ).text,
    ).not.toBe('DÂN');
  });

  test('with nothing to compare the first stays as it is', () => {
    expect(decide(['Nga', 0.4], [])).toEqual({ text: 'Nga', confidence: 0.4 });
  });
});

describe('numbers', () => {
  test('all others agree: theirs, no surer than the less sure of them', () => {
    const won = decide(
      ['2356', 0.7],
      [
        ['2956', 0.9],
        ['2956', 0.8],
      ],
    );
    expect(won).toEqual({ text: '2956', confidence: 0.8 });
  });

  test('they differ: the first, in doubt', () => {
    const won = decide(
      ['030096631067', 0.79],
      [
        ['030096631061', 0.9],
        ['030096631007', 0.9],
      ],
    );
    expect(won).toEqual({ text: '030096631067', confidence: 0.5 });
  });

  test('one confirms the first', () => {
    expect(
      decide(
        ['104', 0.6],
        [
          ['104', 0.9],
          ['1094', 0.95],
        ],
      ),
    ).toEqual({ text: '104', confidence: 0.86 });
  });

  test('a date that cannot be gives way to the only one that can, in doubt', () => {
    const won = decide(
      ['96/12/1990', 0.9],
      [
        ['96/12/1990', 0.92],
        ['06/12/1990', 0.8],
      ],
    );
    expect(won).toEqual({ text: '06/12/1990', confidence: 0.5 });
  });

  test('a date that cannot be stays in doubt where nothing better was read, however often', () => {
    expect(
      decide(
        ['13/10/1368', 0.9],
        [
          ['13/10/1368', 0.9],
          ['13/10/1368', 0.9],
        ],
      ),
    ).toEqual({
      text: '13/10/1368',
      confidence: 0.5,
    });
  });

  test('no list speaks for a number', () => {
    expect(
      decide(
        ['12', 0.7],
        [
          ['13', 0.9],
          ['15', 0.9],
        ],
        () => 1,
      ).text,
    ).toBe('12');
  });
});
