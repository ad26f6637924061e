// Seals a paper in two phases, so that the key may sit on another machine: prepare gives what to sign, embed finishes.
import { createHash, X509Certificate } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import type { SealRequest, Signer } from '../core/ports.ts';
import { buildCms, signatureLength, signedAttributes } from './cms/build-cms.ts';
import { hasSignature } from './has-signature.ts';
import { refuseOutOfTime } from './keys/p12-signer.ts';
import { appendSignature } from './pdf/append-signature.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { drawStamp } from './stamp/draw-stamp.ts';
import { type StampBlock, stampBlocks } from './stamp/layout-stamp.ts';
import { placeStamp } from './stamp/place-stamp.ts';
import { STAMP_PROFILES, vietnamTime } from './stamp/stamp-profiles.ts';

/** All of a signer but its key. */
export type SignerIdentity = Omit<Signer, 'sign'>;
export type PrepareRequest = Omit<SealRequest, 'signer'> & { readonly signer: SignerIdentity };

/** Waits for its signature; plain bytes and numbers, so it can be stored and finished later or elsewhere. */
export interface PreparedSeal {
  readonly bytes: Uint8Array;
  readonly byteRange: readonly [number, number, number, number];
  readonly attributes: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly algorithm: Signer['algorithm'];
}

export interface SealToSign {
  /** SHA-256 (32 bytes) to sign. */
  readonly digest: Uint8Array;
  /** The bytes the digest is of (the CMS signed attributes), for keys that hash for themselves. */
  readonly message: Uint8Array;
  readonly prepared: PreparedSeal;
}

/** Placeholder bytes beyond what the dry run needs: nothing is known to need them, a token may surprise. */
const SLACK = 32;

/**
 * Phase one: stamp, field and empty signature appended to the PDF. PAdES B-B; same request, same bytes.
 * Errors: `signing.already-signed`, `signing.development-key` (in a production run), `signing.certificate-expired` and
 * `signing.certificate-not-yet` at `at`, `signing.no-place` (a QR fills the page), `signing.pdf-*`.
 */
export async function prepareSeal(request: PrepareRequest): Promise<SealToSign> {
  const { pdf, signer, at } = request;
  const certificate = signer.chain[0];
  if (!certificate) throw new AppError('input', 'signing.p12-empty');
  if (request.production && signer.development) throw new AppError('usage', 'signing.development-key');
  refuseOutOfTime(new X509Certificate(certificate), at);
  if (hasSignature(pdf)) throw new AppError('conflict', 'signing.already-signed');

  const opened = await openPdf(pdf);
  const { block, x, y } = chooseStamp(request, opened.page);
  const { bytes, byteRange } = await appendSignature(pdf, opened, {
    drawing: drawStamp(block, signer.development),
    place: { x, y, width: block.width, height: block.height },
    name: signer.name,
    reason: STAMP_PROFILES[profileOf(request)].reason,
    at,
    reserved: cmsSize(signer) + SLACK,
  });
  const message = signedAttributes(digestOf(bytes, byteRange), certificate);
  return {
    digest: createHash('sha256').update(message).digest(),
    message,
    prepared: { bytes, byteRange, attributes: message, chain: signer.chain, algorithm: signer.algorithm },
  };
}

/** Phase two: the signature value (PKCS#1 v1.5, or DER ECDSA) put into its place. Throws `signing.signature-too-long`. */
export function embedSignature(prepared: PreparedSeal, signature: Uint8Array): Uint8Array {
  const cms = Buffer.from(buildCms({ ...prepared, signature })).toString('hex');
  const [, gap, after] = prepared.byteRange;
  if (cms.length > after - gap - 2) throw new AppError('integrity', 'signing.signature-too-long');
  const sealed = Uint8Array.from(prepared.bytes);
  sealed.set(Buffer.from(cms, 'latin1'), gap + 1);
  return sealed;
}

/** Both phases with a key that is at hand. */
export async function seal(request: SealRequest): Promise<Uint8Array> {
  const { digest, message, prepared } = await prepareSeal(request);
  return embedSignature(prepared, await request.signer.sign(digest, message));
}

const profileOf = (request: PrepareRequest) => request.profile ?? 'TT01_2023_COUNTER';

function chooseStamp(
  request: PrepareRequest,
  page: { readonly width: number; readonly height: number },
): { block: StampBlock; x: number; y: number } {
  const profile = profileOf(request);
  const { name, development } = request.signer;
  const time = vietnamTime(request.at);
  const blocks = stampBlocks({ profile, name, development, time }, page.width);
  const { keepFree, marks } = request;
  const place = placeStamp({ page, keepFree, marks, blocks, corner: STAMP_PROFILES[profile].corner });
  const block = place && blocks[place.block];
  if (!block) throw new AppError('input', 'signing.no-place');
  return { block, x: place.x, y: place.y };
}

/** Dry run: the CMS with a signature of zeros, as long as the key can make one. */
function cmsSize({ chain, algorithm }: SignerIdentity): number {
  const certificate = chain[0]!;
  const attributes = signedAttributes(new Uint8Array(32), certificate);
  const signature = new Uint8Array(signatureLength(certificate));
  return buildCms({ attributes, chain, algorithm, signature }).length;
}

function digestOf(bytes: Uint8Array, [, before, after, rest]: PreparedSeal['byteRange']): Uint8Array {
  return createHash('sha256')
    .update(bytes.subarray(0, before))
    .update(bytes.subarray(after, after + rest))
    .digest();
}
