// Tests of identifiers.ts; numbers are invented except the tax code of DOMAIN 6.
import { expect, test } from 'vitest';
import {
  parseCmnd,
  parseInsuranceNumber,
  parsePassport,
  parsePersonalNumber,
  parseTaxCode,
  personalNumberWarnings,
  schemeOf,
} from './identifiers.ts';

test.each([
  ['068183004512', 'Nữ', 1983, '068'],
  ['001 090 012345', 'Nam', 1990, '001'],
  ['038305001234', 'Nữ', 2005, '038'],
  ['038.214.001234', 'Nam', 2014, '038'],
] as const)('%s', (text, gender, birthYear, prefix) => {
  expect(parsePersonalNumber(text)).toMatchObject({ gender, birthYear, prefix });
});

test.each(['06818300451', '0681830045123', '06818300451O'])('%s is no personal number', (text) => {
  expect(parsePersonalNumber(text)).toBeNull();
});

test('cross-checks warn', () => {
  const person = parsePersonalNumber('068183004512');
  if (!person) throw new Error('must parse');
  expect(personalNumberWarnings(person, { birth: '1983-05-01', gender: 'Nữ' })).toEqual([]);
  expect(personalNumberWarnings(person, { birth: '1984' })).toEqual(['identity.birth-differs']);
  expect(personalNumberWarnings(person, { gender: 'Nam' })).toEqual(['identity.gender-differs']);
});

test.each([
  ['0100109106', '0100109106', 'right'],
  ['0100109106001', '0100109106-001', 'right'],
  ['0100109106-001', '0100109106-001', 'right'],
  ['0100109107', '0100109107', 'wrong'],
])('tax code %s', (text, number, check) => {
  expect(parseTaxCode(text)).toEqual({ number, check });
});

test('other numbers', () => {
  expect(parseTaxCode('010010910')).toBeNull();
  expect(parseCmnd('012 345 678')).toBe('012345678');
  expect(parseCmnd('0123456789')).toBeNull();
  expect(parsePassport('c 1234567')).toBe('C1234567');
  expect(parsePassport('ABCDEF1')).toBeNull();
  expect(parseInsuranceNumber('0123456789')).toBe('0123456789');
  expect(parseInsuranceNumber('GD4797912345678')).toBe('GD4797912345678');
  expect(['068183004512', '012345678', '0100109106', 'C1234567', 'x'].map(schemeOf)).toEqual([
    'SDD',
    'CMND',
    'MST',
    'passport',
    null,
  ]);
});
