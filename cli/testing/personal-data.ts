// Numbers and names of the people in the samples, and whether a text holds any of them in whatever spelling.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLists, packageRoot } from '../../lists/index.ts';
import { truthOf } from '../../pipeline/testing/truth.ts';

export interface PersonalData {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  /** Those that stand in the text. */
  foundIn(text: string): string[];
}

const samples = join(packageRoot(), 'samples');
export const sampleDossiers = readdirSync(samples, { withFileTypes: true, recursive: true })
  .filter(({ name }) => name === 'dossier.json')
  .map(({ parentPath }) => parentPath);

interface Dossier {
  readonly owners: readonly { readonly id: string; readonly name?: string }[];
}

/** Everything personal that the samples' truth and their dossiers know. */
export function personalData(): PersonalData {
  const fields = new Map(
    loadLists().kinds.flatMap((kind) => kind.fields.map((field) => [field.key, field.type])),
  );
  const numbers = new Set<string>();
  const names = new Set<string>();
  for (const folder of sampleDossiers) {
    const { owners } = JSON.parse(readFileSync(join(folder, 'dossier.json'), 'utf8')) as Dossier;
    for (const { id, name } of owners) {
      numbers.add(id);
      if (name) names.add(name);
    }
    for (const paper of truthOf(folder.slice(samples.length + 1))) {
      for (const number of paper.owners) numbers.add(number);
      for (const [key, value] of Object.entries(paper.fields)) {
        if (value && fields.get(key) === 'id') numbers.add(value);
        if (value && fields.get(key) === 'name' && !key.startsWith('co_quan')) names.add(value);
      }
    }
  }
  return { numbers: [...numbers], names: [...names], foundIn: searcher([...numbers], [...names]) };
}

function searcher(numbers: readonly string[], names: readonly string[]): (text: string) => string[] {
  const spelled = [...numbers, ...names].map((value) => [value, spellings(value)] as const);
  return (text) => {
    const [plain, tight] = [folded(text), tightened(text)];
    return spelled
      .filter(([, forms]) => forms.plain.some((form) => plain.includes(form)) || tight.includes(forms.tight))
      .map(([value]) => value);
  };
}

/** As it is, as hexadecimal and as a URL has it (folding takes case away), and without anything between its letters. */
const spellings = (value: string) => ({
  plain: [folded(value), Buffer.from(value).toString('hex'), folded(encodeURIComponent(value))],
  tight: tightened(value),
});

/** Small letters without diacritics. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Letters and digits alone, line by line: `Nguyễn_Văn-A` is `nguyenvana`, `036 194 008 214` is one number. */
const tightened = (text: string): string => folded(text).replace(/[^\p{L}\p{N}\n]/gu, '');
