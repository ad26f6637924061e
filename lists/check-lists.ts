// What the shape alone cannot say: that the lists agree with themselves and with one another.
import { AppError, type MessageParams } from '../core/errors.ts';
import { nfc } from '../core/text.ts';
import type { Agency } from './agency.ts';
import type { Kind } from './kind.ts';
import type { Procedure } from './procedure.ts';

const fail = (code: string, params: MessageParams): never => {
  throw new AppError('input', code, { params });
};

function checkRoles(kind: Kind): void {
  const keys = new Set(kind.fields.map((field) => field.key));
  if (keys.size !== kind.fields.length) fail('lists.field-twice', { kind: kind.code });
  if (kind.ownerRoles.length > 0 && kind.ownerRoles.filter((role) => role.lead).length !== 1) {
    fail('lists.lead-role', { kind: kind.code });
  }
  const { validity } = kind;
  const term = validity === null ? [] : ['toField' in validity ? validity.toField : validity.fromField];
  const roles = kind.ownerRoles.flatMap((role) => [
    role.idField,
    role.nameField,
    role.birthField ?? role.nameField,
  ]);
  for (const field of [...roles, ...term]) {
    if (!keys.has(field)) fail('lists.unknown-field', { kind: kind.code, field });
  }
}

/** Throws AppError input for the first kind that contradicts itself or another one. */
export function checkKinds(kinds: readonly Kind[]): void {
  const [codes, shortCodes, titles] = [
    new Set<string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ];
  for (const kind of kinds) {
    if (codes.has(kind.code)) fail('lists.code-twice', { kind: kind.code });
    codes.add(kind.code);
    const sameShort = shortCodes.get(kind.shortCode);
    if (sameShort)
      fail('lists.short-code-twice', { shortCode: kind.shortCode, kind: kind.code, other: sameShort });
    shortCodes.set(kind.shortCode, kind.code);
    for (const title of kind.titles.map(nfc)) {
      const other = titles.get(title);
      if (other) fail('lists.title-twice', { title, kind: kind.code, other });
      titles.set(title, kind.code);
    }
    checkRoles(kind);
  }
}

/** Throws AppError input where a procedure or an agency names something the lists do not hold. */
export function checkReferences(
  kinds: readonly Kind[],
  procedures: readonly Procedure[],
  agencies: readonly Agency[],
): void {
  const codes = new Set(kinds.map((kind) => kind.code));
  const versions = new Set<string>();
  for (const procedure of procedures) {
    const version = `${procedure.code} v${procedure.version}`;
    if (versions.has(version)) fail('lists.version-twice', { procedure: version });
    versions.add(version);
    for (const kind of [
      ...procedure.components.flatMap((component) => component.anyOf),
      ...procedure.results,
    ]) {
      if (!codes.has(kind)) fail('lists.unknown-kind', { procedure: procedure.code, kind });
    }
  }
  const known = new Set(agencies.map((agency) => agency.code));
  for (const agency of agencies) {
    for (const other of [...agency.successors, ...(agency.parent === null ? [] : [agency.parent])]) {
      if (!known.has(other)) fail('lists.unknown-agency', { agency: agency.code, other });
    }
  }
}
