// Whose paper it is: the roles of its kind filled with its facts.
import { schemeOf } from '../../core/identifiers.ts';
import type { Fact, OwnerRef } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';

export interface PaperOwner extends OwnerRef {
  readonly role: string;
  /** Its number opens the paper's code. */
  readonly lead: boolean;
}

/**
 * One owner a role, the lead first; `number` is empty where the paper prints none or none that can be read. A role of
 * which neither number nor name was found is left out. Further owners of a role that repeats come as facts whose key
 * has `#2`, `#3` behind it.
 */
export function ownersOf(kind: Kind, facts: readonly Fact[]): PaperOwner[] {
  const value = (key: string | undefined): string => facts.find((fact) => fact.key === key)?.value ?? '';
  const roles = [...kind.ownerRoles].sort((a, b) => Number(b.lead) - Number(a.lead));
  return roles.flatMap((role) => {
    const endings = role.repeats ? ['', ...Array.from({ length: 20 }, (_, i) => `#${i + 2}`)] : [''];
    return endings.flatMap((ending): PaperOwner[] => {
      const [number, name] = [value(role.idField + ending), value(role.nameField + ending)];
      if (number === '' && name === '') return [];
      const birth = role.birthField ? value(role.birthField + ending) : '';
      const scheme = schemeOf(number) ?? (role.ownerKind === 'organisation' ? 'MST' : 'SDD');
      return [
        {
          role: role.role,
          lead: role.lead && ending === '',
          kind: role.ownerKind,
          scheme,
          number,
          ...(name === '' ? {} : { name }),
          ...(birth === '' ? {} : { birth }),
        },
      ];
    });
  });
}
