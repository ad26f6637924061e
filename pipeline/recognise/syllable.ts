// Which written syllables Vietnamese has, by rule: initial, medial, nucleus, final, tone. Says what can be a word, never
// what a word should be.

/** Initials; before which vowels a spelling stands is in `fitting`. */
const initials = 'ngh ng gh gi kh nh ph qu th tr ch b c d đ g h k l m n p r s t v x'.split(' ');

/** Finals after each nucleus; a full stop means none. With a medial before it the nucleus takes the second list. */
const rhymes: Readonly<Record<string, readonly [plain: string, rounded: string]>> = {
  a: ['. c ch i m n ng nh o p t u y', '. c ch i m n ng nh o p t y'],
  ă: ['c m n ng p t', 'c m n ng t'],
  â: ['c m n ng p t u y', 'n ng t y'],
  e: ['. c m n ng o p t', '. n o t'],
  ê: ['. ch m n nh p t u', '. ch n nh'],
  i: ['. ch m n nh p t u', ''],
  y: ['.', '. ch n nh p t u'],
  o: ['. c i m n ng p t', ''],
  oo: ['c ng', ''],
  ô: ['. c i m n ng p t', ''],
  ơ: ['. i m n p t', '.'],
  u: ['. c i m n ng p t', ''],
  ư: ['. c i m n ng t u', ''],
  ia: ['.', ''],
  iê: ['c m n ng p t u', ''],
  ya: ['', '.'],
  yê: ['m n ng t u', 'n t'],
  ua: ['.', ''],
  uô: ['c i m n ng t', ''],
  ưa: ['.', ''],
  ươ: ['c i m n ng p t u', ''],
};
// Behind "qu" the medial is spelled already.
const afterQu = new Set(['a', 'ă', 'â', 'e', 'ê', 'i', 'y', 'ơ', 'yê', 'ô', 'o']);
const front = /^[eêiy]/;

const allRhymes = new Set<string>();
const quRhymes = new Set(['ôc', 'ich', 'it']);
for (const [nucleus, [plain, rounded]] of Object.entries(rhymes)) {
  for (const final of split(plain)) allRhymes.add(nucleus + final);
  const medial = /^[aăe]/.test(nucleus) ? 'o' : 'u';
  for (const final of split(rounded)) {
    allRhymes.add(medial + nucleus + final);
    if (afterQu.has(nucleus)) quRhymes.add(nucleus + final);
  }
}
for (const rhyme of ['i', 'âu', 'ơi']) quRhymes.add(rhyme);
quRhymes.delete('ô');

function split(list: string): string[] {
  return list === '' ? [] : list.split(' ').map((final) => (final === '.' ? '' : final));
}

/** Combining grave, acute, hook, tilde, dot below. */
const toneMarks = /[\u0300\u0301\u0309\u0303\u0323]/g;
const stopped = /(?:c|ch|p|t)$/;
const ofStopped = ['\u0301', '\u0323'];

/** True for a syllable that Vietnamese spelling allows, in any case, with either place of the tone (hoà, hòa). */
export function isSyllable(text: string): boolean {
  const apart = text.toLowerCase().normalize('NFD');
  const tones = apart.match(toneMarks) ?? [];
  const letters = apart.replace(toneMarks, '').normalize('NFC');
  if (tones.length > 1 || !/^\p{L}+$/u.test(letters)) return false;
  if (stopped.test(letters) && /[^c]/.test(letters) && !ofStopped.includes(tones[0] ?? '')) return false;
  return readings(letters).some(([initial, rhyme]) => fitting(initial, rhyme));
}

/** The ways to part a syllable: "gin" is gi + in and g + in. */
function readings(letters: string): [initial: string, rhyme: string][] {
  const ways: [string, string][] = [['', letters]];
  for (const initial of initials)
    if (letters.startsWith(initial)) ways.push([initial, letters.slice(initial.length)]);
  if (letters.startsWith('gi')) ways.push(['gi', letters.slice(1)]);
  return ways;
}

function fitting(initial: string, rhyme: string): boolean {
  if (initial === 'qu') return quRhymes.has(rhyme);
  if (!allRhymes.has(rhyme)) return false;
  if (/^(?:k|gh|ngh)$/.test(initial)) return front.test(rhyme);
  if (/^(?:c|g|ng)$/.test(initial)) return !front.test(rhyme);
  // A rhyme spelled with y or yê at its head stands alone, or is y alone ("ký", "lý").
  if (rhyme.startsWith('yê')) return initial === '';
  if (initial === '') return !/^(?:iê)/.test(rhyme);
  return true;
}
