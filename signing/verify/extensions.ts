// Reads the extensions of a certificate (RFC 5280, 4.2) that node:crypto does not tell.
import { child, children, type DerNode, readNode, readOid } from '../asn1/der-read.ts';
import { TAG } from '../asn1/der-write.ts';
import { OID } from '../cms/oids.ts';

export interface Extension {
  readonly critical: boolean;
  /** What the extension's octet string holds. */
  readonly value: DerNode;
}

export function certificateExtensions(der: Uint8Array): Map<string, Extension> {
  const found = new Map<string, Extension>();
  const wrapper = children(child(readNode(der), 0)).find((part) => part.tag === TAG.context3);
  for (const extension of wrapper ? children(child(wrapper, 0)) : []) {
    const [id, ...rest] = children(extension);
    const octets = rest.at(-1);
    if (!id || octets?.tag !== TAG.octetString) continue;
    const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0;
    found.set(readOid(id), { critical, value: readNode(octets.content) });
  }
  return found;
}

/** Bits of KeyUsage by their numbers in RFC 5280, 4.2.1.3. */
export const KEY_USAGE = { digitalSignature: 0, contentCommitment: 1, keyCertSign: 5 } as const;

/** True where the certificate allows one of these uses, or says nothing about its uses. */
export function allowsUse(extensions: ReadonlyMap<string, Extension>, ...uses: readonly number[]): boolean {
  const bits = extensions.get(OID.keyUsage)?.value;
  if (!bits) return true;
  // First content byte of a BIT STRING: number of unused bits.
  return uses.some((use) => ((bits.content[1 + (use >> 3)] ?? 0) & (0x80 >> (use & 7))) !== 0);
}

/** Longest path below a CA that its basicConstraints allow. */
export function longestPath(extensions: ReadonlyMap<string, Extension>): number {
  const constraints = extensions.get(OID.basicConstraints)?.value;
  const length = constraints && children(constraints).find((part) => part.tag === TAG.integer);
  return length ? [...length.content].reduce((sum, byte) => sum * 256 + byte, 0) : Number.POSITIVE_INFINITY;
}

/** True where the certificate says where its revocation could be asked. */
export function namesRevocationSource(extensions: ReadonlyMap<string, Extension>): boolean {
  if (extensions.has(OID.crlDistributionPoints)) return true;
  const access = extensions.get(OID.authorityInfoAccess)?.value;
  return access ? children(access).some((entry) => readOid(child(entry, 0)) === OID.ocsp) : false;
}

const UNDERSTOOD = new Set<string>([OID.keyUsage, OID.basicConstraints]);

/** True where a critical extension is one that is not looked at here: the certificate may then not be relied on. */
export const hasUnknownCritical = (extensions: ReadonlyMap<string, Extension>): boolean =>
  [...extensions].some(([id, { critical }]) => critical && !UNDERSTOOD.has(id));
