// Any syllable Vietnamese spelling allows, so that no tone or letter is learnt only from the words that are frequent.
import type { Chance } from '../random.ts';

const initials = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
// Rimes that end in c, ch, p, t take two tones only.
const open =
  'a ai ao au ay am an ang anh ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu i ia im in inh iu iêm iên iêng iêu o oi om on ong oa oai oan oang oay oăn oe ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uân uê uôi uôm uôn uông uy uyên uya ư ưa ưi ưu ưn ưng ươi ươm ươn ương ươu y yên yêu'.split(
    ' ',
  );
const stopped =
  'ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oc op ot oac oat ôc ôp ôt ơp ơt uc up ut uôc uôt uât uych uyêt ưc ưt ươc ươp ươt'.split(
    ' ',
  );
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** One syllable in small letters, NFC; spelt by the rules, whether or not any word uses it. */
export function syllable(chance: Chance): string {
  const isStopped = chance.yes(0.3);
  const rime = chance.of(isStopped ? stopped : open);
  const fitting = initials.filter((i) => fits(i, rime));
  const tone = isStopped ? chance.of(['\u0301', '\u0323']) : chance.of(tones);
  return (chance.yes(0.06) ? '' : chance.of(fitting)) + toned(rime, tone);
}

function fits(initial: string, rime: string): boolean {
  const front = /^[eêiy]/.test(rime);
  if (/^(k|gh|ngh)$/.test(initial)) return front;
  if (/^(c|g|ng)$/.test(initial)) return !front;
  if (initial === 'qu') return /^(a|ă|â|e|ê|y)/.test(rime) && !/^(au|âu|ua)/.test(rime);
  if (initial === 'gi') return /^[aăâeoôơuư]/.test(rime);
  return true;
}

/** The mark stands on the main vowel, in the common (old) manner on the first of `oa`, `oe`, `uy`. */
function toned(rime: string, tone: string): string {
  const vowels = /^[^cmnpt]*?(?=(ch|ng|nh|[cmnpt])?$)/.exec(rime)![0];
  const at = markedVowel(vowels, rime.length > vowels.length);
  return (rime.slice(0, at + 1) + tone + rime.slice(at + 1)).normalize('NFC');
}

function markedVowel(vowels: string, closed: boolean): number {
  const marked = [...vowels].findLastIndex((v) => 'ăâêôơư'.includes(v));
  if (marked >= 0) return marked;
  if (vowels.length === 1) return 0;
  if (vowels.length === 3) return 1;
  return closed ? vowels.length - 1 : 0;
}
