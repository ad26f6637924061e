// What a machine-readable zone gives where the print could not be read.
import { expect, test } from 'vitest';
import type { Fact } from '../../core/model.ts';
import { compareSources, type OutsideFact } from './compare-sources.ts';

const told = (key: string, value: string, page = 1): OutsideFact => ({
  ...{ key, value, page },
  source: 'mrz',
  folded: true,
});
const printed: Fact = {
  key: 'ngay_sinh',
  value: '1990-06-05',
  confidence: 0.9,
  origin: 'machine',
  evidence: ['label:Ngày sinh'],
};

test('a day that only it gives counts, once, also on two sides of a card', () => {
  const outside = [1, 2].flatMap((page) => [
    told('ngay_sinh', '1990-06-05', page),
    told('ngay_het_han', '2030-06-05', page),
  ]);
  const { facts } = compareSources([printed], outside);
  expect(facts.map(({ key, value }) => [key, value])).toEqual([
    ['ngay_sinh', '1990-06-05'],
    ['ngay_het_han', '2030-06-05'],
  ]);
  expect(facts[1]).toMatchObject({ page: 1, evidence: ['mrz'], confidence: 0.92 });
});

test('two cards that say differently give none; a name or a number that only it gives is none', () => {
  const outside = [
    told('ngay_het_han', '2030-06-05'),
    told('ngay_het_han', '2035-06-05', 2),
    told('ho_ten', 'LE QUANG HUY'),
    told('so_dinh_danh', '001090012345'),
  ];
  expect(compareSources([], outside).facts).toEqual([]);
});

test('a printed day that differs stays, in doubt', () => {
  const { facts, problems } = compareSources([printed], [told('ngay_sinh', '1978-12-24')]);
  expect(facts).toMatchObject([{ value: '1990-06-05', confidence: 0.5 }]);
  expect(problems).toMatchObject([{ code: 'understand.sources-differ', field: 'ngay_sinh' }]);
});
