// The gate's list holds together; a site's file is checked, and never opens what must stay shut.
import { describe, expect, test } from 'vitest';
import { hasMessage } from '../core/messages/index.ts';
import { gateActions, loadGate, strength } from './gate.ts';

const refusal = (changes: unknown) => {
  try {
    loadGate(changes);
  } catch (thrown) {
    return thrown;
  }
  throw new Error('was not refused');
};

test('the shipped rules stop secrets, for nobody to let pass', () => {
  const rule = loadGate().rules.find(({ code }) => code === 'secret');
  expect(rule).toMatchObject({ action: 'stop', least: 'stop', overridableBy: [] });
  for (const { legalBasis } of loadGate().rules) expect(legalBasis.vi).not.toBe(legalBasis.en);
  expect(gateActions.map(strength)).toEqual([0, 1, 2, 3, 4]);
});

test('a site changes single rules, the others stay', () => {
  const changed = loadGate({ 'plain-copy': { action: 'skip', overridableBy: [] } });
  const of = (code: string) => changed.rules.find((rule) => rule.code === code);
  expect(of('plain-copy')).toMatchObject({ action: 'skip', overridableBy: [] });
  expect(of('certified-copy')?.action).toBe('warn');
  expect(loadGate().rules.find(({ code }) => code === 'plain-copy')?.action).toBe('warn');
});

describe('refused', () => {
  test.each<[string, unknown, object]>([
    [
      'weaker secrecy',
      { secret: { action: 'warn' } },
      { code: 'lists.gate-weakened', params: { rule: 'secret' } },
    ],
    ['no secrecy', { 'secret-doubt': { action: 'pass' } }, { code: 'lists.gate-weakened' }],
    ['more people for it', { secret: { overridableBy: ['supervisor'] } }, { code: 'lists.gate-weakened' }],
    [
      'no such rule',
      { sercet: { action: 'warn' } },
      { code: 'lists.gate-unknown', params: { rule: 'sercet' } },
    ],
    ['no such role', { 'plain-copy': { overridableBy: ['boss'] } }, { code: 'lists.gate-role' }],
    [
      'no such action',
      { 'plain-copy': { action: 'maybe' } },
      { code: 'lists.gate-shape', params: { entry: 'plain-copy' } },
    ],
    ['another shape', ['plain-copy'], { code: 'lists.gate-shape' }],
  ])('%s', (_what, changes, wanted) => {
    const error = refusal(changes) as { code: string };
    expect(error).toMatchObject({ kind: 'input', ...wanted });
    expect(hasMessage(error.code)).toBe(true);
  });
});
