// What the capture check doubts on pages as they were read.
import { expect, test } from 'vitest';
import { centred, page, state } from '../understand/testing/layout-maker.ts';
import { captureDoubts } from './capture-check.ts';

const motto = state.map((text) => centred(text, 12));
const words = 'một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn';
const codes = (...pages: Parameters<typeof captureDoubts>[0]) =>
  captureDoubts(pages).map(({ code, page: at }) => [code, at]);

test('a good scan is not doubted', () => {
  expect(codes(page([...motto, words]), page([words], { number: 2 }))).toEqual([]);
});

test('a page most of whose words are guesses', () => {
  const guessed = page([...motto, { text: `${words} ${words}`, confidence: 0.3 }]);
  expect(codes(guessed)).toEqual([['capture.unreadable', 1]]);
  expect(codes(page([{ text: 'vài chữ', confidence: 0.2 }]))).toEqual([]);
});

test('a page that begins like another paper', () => {
  expect(codes(page([...motto, words]), page([...motto, words], { number: 2 }))).toEqual([
    ['capture.new-paper', 2],
  ]);
  expect(codes(page([words]), page([...motto, words], { number: 2 }))).toEqual([]);
});

test('a separator that was not obeyed, and what is wrong with the scan itself', () => {
  const marks = [{ format: 'QRCode', text: 'SOHOA/1/SEP', box: [0.1, 0.1, 0.2, 0.2] }] as const;
  expect(codes(page([words], { marks }))).toEqual([['capture.sheet-ignored', 1]]);
  const dark = { ...page([words]), problems: [{ code: 'quality.dark', page: 1 }] };
  expect(codes(dark)).toEqual([['quality.dark', 1]]);
  expect(codes({ ...page([words]), problems: [{ code: 'intake.other', page: 1 }] })).toEqual([]);
});
