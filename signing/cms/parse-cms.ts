// Takes a CMS SignedData (RFC 5652) apart; every part keeps its raw bytes. Judges nothing.
import { child, children, DerError, type DerNode, expectTag, readNode, readOid } from '../asn1/der-read.ts';
import { TAG } from '../asn1/der-write.ts';
import { OID } from './oids.ts';

export interface ParsedCms {
  /** OIDs of the outer digestAlgorithms. */
  readonly digestAlgorithms: readonly string[];
  readonly contentType: string;
  /** Content inside the CMS: none in a detached signature. */
  readonly hasContent: boolean;
  /** DER, in the order found. */
  readonly certificates: readonly Uint8Array[];
  readonly signers: readonly ParsedSigner[];
  /** Length of the CMS; what follows it in /Contents is padding. */
  readonly length: number;
}

export interface ParsedSigner {
  /** Issuer name and serial number of the signing certificate, raw DER; or its key identifier. */
  readonly issuer: Uint8Array | null;
  readonly serial: Uint8Array | null;
  readonly keyIdentifier: Uint8Array | null;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  /** The signed attributes as a SET, the bytes that were signed; null where there are none. */
  readonly signedBytes: Uint8Array | null;
  /** Values by attribute type; a type that stands there twice is refused. */
  readonly signedAttributes: ReadonlyMap<string, readonly DerNode[]>;
  readonly unsignedTypes: readonly string[];
}

/** Throws DerError for anything that is not a DER SignedData. */
export function parseCms(bytes: Uint8Array): ParsedCms {
  const contentInfo = expectTag(readNode(bytes), TAG.sequence);
  if (children(contentInfo).length !== 2) throw new DerError('content info');
  if (readOid(child(contentInfo, 0)) !== OID.signedData) throw new DerError('not signed data');
  const parts = children(child(child(contentInfo, 1, TAG.context0), 0, TAG.sequence));
  const [version, digests, encapsulated, ...rest] = parts;
  const signers = rest.at(-1);
  if (!digests || !encapsulated || !signers) throw new DerError('incomplete signed data');
  const certificates = rest.find((part) => part.tag === TAG.context0);
  const contentType = readOid(child(expectTag(encapsulated, TAG.sequence), 0));
  const parsedSigners = children(expectTag(signers, TAG.set)).map(parseSigner);
  const found = certificates ? children(certificates) : [];
  // Attribute certificates, signers by key identifier and other content need a later version (RFC 5652, 5.1).
  const plain = contentType === OID.data && parsedSigners.every((signer) => signer.issuer !== null);
  if (plain && found.every((node) => node.tag === TAG.sequence)) expectVersion(version, 1);
  else expectVersion(version, 3, 4, 5);
  return {
    digestAlgorithms: children(expectTag(digests, TAG.set)).map(algorithmOid),
    contentType,
    hasContent: children(encapsulated).length > 1,
    certificates: found.map((node) => node.raw),
    signers: parsedSigners,
    length: contentInfo.raw.length,
  };
}

/** OID of an AlgorithmIdentifier; one with parameters other than NULL (as PSS has) is marked, and so is known to nobody. */
function algorithmOid(node: DerNode): string {
  const [id, parameters, more] = children(expectTag(node, TAG.sequence));
  if (!id || more) throw new DerError('algorithm');
  const plain = !parameters || (parameters.tag === TAG.null && parameters.content.length === 0);
  return plain ? readOid(id) : `${readOid(id)} with parameters`;
}

/** The version a SignedData or SignerInfo must have (RFC 5652, 5.1 and 5.3). */
function expectVersion(node: DerNode | undefined, ...allowed: readonly number[]): void {
  if (node?.tag !== TAG.integer || node.content.length !== 1 || !allowed.includes(node.content[0] ?? -1)) {
    throw new DerError('version');
  }
}

function parseSigner(node: DerNode): ParsedSigner {
  const [version, sid, digestAlgorithm, ...rest] = children(expectTag(node, TAG.sequence));
  const attributes = rest[0]?.tag === TAG.context0 ? rest.shift() : undefined;
  const [signatureAlgorithm, signature, unsigned] = rest;
  if (!sid || !digestAlgorithm || !signatureAlgorithm || !signature) throw new DerError('incomplete signer');
  const byName = sid.tag === TAG.sequence;
  expectVersion(version, byName ? 1 : 3);
  return {
    issuer: byName ? child(sid, 0).raw : null,
    serial: byName ? child(sid, 1).raw : null,
    keyIdentifier: sid.tag === 0x80 ? sid.content : null,
    digestAlgorithm: algorithmOid(digestAlgorithm),
    signatureAlgorithm: algorithmOid(signatureAlgorithm),
    signature: expectTag(signature, TAG.octetString).content,
    signedBytes: attributes ? Buffer.concat([Uint8Array.of(TAG.set), attributes.raw.subarray(1)]) : null,
    signedAttributes: attributes ? readAttributes(attributes) : new Map(),
    unsignedTypes: unsigned?.tag === TAG.context1 ? [...readAttributes(unsigned).keys()] : [],
  };
}

function readAttributes(node: DerNode): Map<string, readonly DerNode[]> {
  const found = new Map<string, readonly DerNode[]>();
  for (const attribute of children(node)) {
    const type = readOid(child(attribute, 0));
    if (found.has(type)) throw new DerError('attribute twice');
    found.set(type, children(child(attribute, 1, TAG.set)));
  }
  return found;
}
