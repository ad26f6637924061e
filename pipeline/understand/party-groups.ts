// Which fields speak of the same person or organisation: by owner roles, else by the ending of their keys.
import { fold } from '../../core/text.ts';
import type { Kind } from '../../lists/index.ts';
import { partyWords } from '../../lists/words.ts';
import { labelKey } from './label-book.ts';

export interface PartyGroup {
  readonly name: string;
  readonly fields: ReadonlySet<string>;
  /** Field whose place decides where the others are looked for. */
  readonly nameField: string;
  /** Folded heads of the party's column or block. */
  readonly heads: readonly string[];
}

const columnOf = (convention: string): string[] => {
  const match = /column(?: or block)? ([\p{L} ]+?)(?: \(|$|;|,)/u.exec(convention);
  return match?.[1] ? [match[1]] : [];
};

const endings = ['ho_ten', 'so_dinh_danh', 'ngay_sinh', 'nguoi'];
const endingOf = (key: string): string => {
  const start = endings.find((candidate) => key.startsWith(candidate));
  return start === undefined ? key : key.slice(start.length).replace(/^_/, '');
};

/** Groups of a kind, the lead role first. */
export function partyGroups(kind: Kind): PartyGroup[] {
  const conventions = new Map(kind.fields.map((field) => [field.key, field.convention]));
  const roles = [...kind.ownerRoles].sort((a, b) => Number(b.lead) - Number(a.lead));
  const groups: { name: string; fields: string[]; nameField: string }[] = roles.map((role) => ({
    name: role.role,
    nameField: role.nameField,
    fields: [role.nameField, role.idField, ...(role.birthField ? [role.birthField] : [])],
  }));
  const taken = new Set(groups.flatMap((group) => group.fields));
  for (const field of kind.fields.filter(
    (candidate) => candidate.key.startsWith('ho_ten') && !taken.has(candidate.key),
  )) {
    const ending = endingOf(field.key);
    const own = kind.fields.filter((other) =>
      endings.some((start) => other.key === (ending ? `${start}_${ending}` : start)),
    );
    const free = own.map((other) => other.key).filter((key) => !taken.has(key));
    groups.push({ name: field.key, nameField: field.key, fields: free });
  }
  const labels = new Map(kind.fields.map((field) => [field.key, field.labels]));
  return groups.map((group) => {
    const ending = endingOf(group.nameField);
    const named = group.fields.flatMap((key) => columnOf(conventions.get(key) ?? ''));
    // A label of this party's name and of no other's may stand alone as its head: "BÊN ĐƯỢC ỦY QUYỀN".
    const others = groups
      .filter((other) => other !== group)
      .flatMap((other) => labels.get(other.nameField) ?? []);
    const own = (labels.get(group.nameField) ?? []).filter((label) => !others.includes(label));
    const words = [
      ...named,
      ...(partyWords[ending] ?? []),
      group.name.replaceAll('_', ' '),
      ending.replaceAll('_', ' '),
      ...own,
    ];
    const heads = [...new Set(words.map((word) => labelKey(fold(word))).filter((word) => word.length > 1))];
    return { name: group.name, nameField: group.nameField, fields: new Set(group.fields), heads };
  });
}
