// Every printed label of the lists by its folded words, so that a page is searched once for all kinds.
import { fold } from '../../core/text.ts';
import type { Kind, KindField, Lists } from '../../lists/index.ts';
import { commonLabels } from '../../lists/words.ts';

export interface LabelEntry {
  /** As the list prints it. */
  readonly label: string;
  readonly key: string;
  /** Letters and digits with their marks, lower case. */
  readonly marked: string;
  readonly words: readonly string[];
  /** Kinds with a field of this label; a common label no field asks for has none. */
  readonly kinds: ReadonlySet<string>;
  /** Printed on papers of many kinds, whether their lists ask for it or not. */
  readonly common: boolean;
}

export interface LabelBook {
  readonly entries: readonly LabelEntry[];
  /** By the first word. */
  readonly byFirst: ReadonlyMap<string, readonly LabelEntry[]>;
}

/** Folded words of a label: letters and digits only. */
export const labelWords = (label: string): string[] =>
  fold(label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Letters and digits of a text with their marks, lower case: told apart what folding makes one. */
export const markedKey = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export const labelKey = (label: string): string => labelWords(label).join('');

/** A label and, where it is printed with its translation ("Hộ chiếu số / Passport number"), its Vietnamese part. */
function variantsOf(label: string): string[] {
  const [vietnamese = '', translation] = label.split(/\s*\/\s*/);
  const translated =
    translation !== undefined && /^[\x20-\x7e]+$/.test(translation) && labelKey(vietnamese).length > 4;
  return translated ? [label, vietnamese] : [label];
}

const books = new WeakMap<Lists, LabelBook>();

function makeBook(lists: Lists): LabelBook {
  const found = new Map<string, { label: string; words: string[]; kinds: Set<string> }>();
  const common = new Set(commonLabels.map(labelKey));
  const add = (label: string, kind?: Kind): void => {
    const words = labelWords(label);
    const key = words.join('');
    if (key === '') return;
    const entry = found.get(key) ?? { label, words, kinds: new Set<string>() };
    if (kind) entry.kinds.add(kind.code);
    found.set(key, entry);
  };
  for (const kind of lists.kinds)
    for (const field of kind.fields) for (const label of field.labels.flatMap(variantsOf)) add(label, kind);
  for (const label of commonLabels) add(label);
  const entries = [...found].map(([key, entry]) => ({
    key,
    marked: markedKey(entry.label),
    common: common.has(key),
    ...entry,
  }));
  const byFirst = new Map<string, LabelEntry[]>();
  for (const entry of entries) {
    const first = entry.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return { entries, byFirst };
}

/** The book of these lists, made once. */
export function labelBook(lists: Lists): LabelBook {
  const book = books.get(lists) ?? makeBook(lists);
  books.set(lists, book);
  return book;
}

/** Keys of a field's labels. */
export const keysOfField = (field: KindField): string[] => [
  ...new Set([...field.labels, ...field.labels.flatMap(variantsOf)].map(labelKey)),
];
