// Digits as a reader may have seen them: letters that look like digits, only where a number must stand.

const looksLike: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
};

export interface Digits {
  readonly digits: string;
  /** Letters taken for digits: each makes the value less sure. */
  readonly guessed: number;
}

/** The digits of a text of digits and lookalikes; null where other letters stand in it or most are guesses. */
export function readDigits(text: string): Digits | null {
  let [digits, guessed] = ['', 0];
  for (const sign of text.replace(/[\s.,:;'’`_-]/gu, '')) {
    if (/\d/.test(sign)) digits += sign;
    else if (looksLike[sign] !== undefined) {
      digits += looksLike[sign];
      guessed += 1;
    } else return null;
  }
  return digits !== '' && guessed * 2 < digits.length ? { digits, guessed } : null;
}
