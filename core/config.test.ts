// Tests of config.ts.
import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';
import { AppError } from './errors.ts';

test('defaults need nothing', () => {
  expect(parseConfig({})).toMatchObject({
    data: './data',
    lang: 'vi',
    ocr: 'auto',
    sure: 0.9,
    production: false,
  });
});

test.each([
  [{ sure: 2 }, 'sure'],
  [{ paperCodeTemplate: '{owner}' }, 'paperCodeTemplate'],
  [{ agency: 'hà nội' }, 'agency'],
  [{ colour: 'red' }, 'colour'],
])('%j is refused by name', (input, setting) => {
  const error = (() => {
    try {
      return parseConfig(input);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ kind: 'usage', code: 'config.invalid', params: { setting } });
});
