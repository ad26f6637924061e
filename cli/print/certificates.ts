// A signing certificate, for reading.
import { X509Certificate } from 'node:crypto';
import type { Signer } from '../../core/ports.ts';
import type { Cli } from '../command.ts';
import { localTime } from './words.ts';

export interface ShownKey {
  /** What it is used for: key of the catalogue, `cli.keys.use.<use>`. */
  readonly use: 'officer' | 'agency';
  readonly file: string;
  readonly signer: Signer;
}

export function certificateLines({ say, screen }: Pick<Cli, 'say' | 'screen'>, key: ShownKey): string[] {
  const { use, file, signer } = key;
  const certificate = new X509Certificate(Buffer.from(signer.chain[0] ?? []));
  const issuer = /^CN=(.*)$/m.exec(certificate.issuer)?.[1] ?? certificate.issuer;
  const title = `${say(`cli.keys.use.${use}`)}: ${signer.name}`;
  return [
    screen.paint('bold', title),
    `  ${say('cli.keys.issuer')}: ${issuer}`,
    `  ${say('cli.keys.term')}: ${localTime(certificate.validFromDate.toISOString())} – ${localTime(certificate.validToDate.toISOString())}`,
    `  ${say('cli.keys.algorithm')}: ${signer.algorithm}, SHA-256`,
    `  SHA-256: ${certificate.fingerprint256}`,
    `  ${file}`,
    ...(signer.development ? [`  ${screen.paint('yellow', say('cli.development-keys'))}`] : []),
  ];
}
