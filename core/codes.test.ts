// Tests of dossier-code.ts and procedure-code.ts.
import { expect, test } from 'vitest';
import { parseDossierCode } from './dossier-code.ts';
import { parseProcedureCode } from './procedure-code.ts';

test.each([
  ['G09.20-20260609-0092637', 'G09.20', '2026-06-09'],
  ['H36.12-230825-0001', 'H36.12', '2023-08-25'],
  ['000.00.12.H37-200430-0001', '000.00.12.H37', '2020-04-30'],
  ['H55.242-240229-00012', 'H55.242', '2024-02-29'],
])('dossier %s', (code, agency, received) => {
  expect(parseDossierCode(` ${code} `)).toMatchObject({ code, agency, received });
});

test.each(['H36.12-230230-0001', 'H36.12-20230229-0000001', 'H36.12-2308-0001', '36.12-230825-0001', ''])(
  'no dossier code: %s',
  (code) => {
    expect(parseDossierCode(code)).toBeNull();
  },
);

test.each([
  ['1.001193', '1.001193', undefined],
  ['2.000815.000.00.00.H55', '2.000815', 'H55'],
  ['2.000815.000.00.00.H55.02', '2.000815', 'H55'],
])('procedure %s', (code, national, local) => {
  expect(parseProcedureCode(code)?.national).toBe(national);
  expect(parseProcedureCode(code)?.local).toBe(local);
});

test.each(['1.00119', 'C08_XPHCDB', '2.000815.000.00.H55'])('no procedure code: %s', (code) => {
  expect(parseProcedureCode(code)).toBeNull();
});
