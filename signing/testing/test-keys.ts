// Development keys for tests, made once a test file; and keys of other kinds by the openssl command.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Signer } from '../../core/ports.ts';
import { answers } from '../../testing/judges/program.ts';
import { createDevelopmentKeys } from '../keys/development-keys.ts';
import { p12Signer } from '../keys/p12-signer.ts';

export const SIGNED_AT = new Date('2026-11-21T02:30:00Z');
export const PASSWORD = 'mật khẩu thử';

/** Whether the openssl command is there, for keys of other kinds. */
export const openssl = answers('openssl', 'version', 'openssl (Debian: openssl)');

export interface TestKeys {
  readonly officer: Signer;
  readonly agency: Signer;
  readonly trust: readonly string[];
}

export function makeKeys(now: Date = SIGNED_AT): TestKeys {
  const keys = createDevelopmentKeys({
    organisation: 'Ủy ban nhân dân phường Mẫu',
    officer: 'Nguyễn Thị Minh Khuê',
    agency: 'ỦY BAN NHÂN DÂN PHƯỜNG MẪU',
    now,
    password: PASSWORD,
  });
  return {
    officer: p12Signer(keys.officerP12, PASSWORD, now),
    agency: p12Signer(keys.agencyP12, PASSWORD, now),
    trust: [keys.caPem],
  };
}

/** A self-signed certificate and its P12 made by openssl, as other software writes them; valid from now. */
export function opensslP12(
  keyArguments: readonly string[],
  password: string,
): { p12: Uint8Array; pem: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-keys-'));
  const [key, certificate, p12] = ['key.pem', 'certificate.pem', 'keys.p12'].map((name) =>
    join(folder, name),
  );
  const subject = ['-subj', '/CN=Trần Văn Đức', '-utf8', '-days', '30', '-nodes'];
  const run = (...args: (string | undefined)[]): void => {
    execFileSync('openssl', args.map(String), { stdio: ['ignore', 'ignore', 'pipe'] });
  };
  run('req', '-x509', ...keyArguments, ...subject, '-keyout', key, '-out', certificate);
  run('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', p12, '-passout', `pass:${password}`);
  return { p12: new Uint8Array(readFileSync(p12!)), pem: readFileSync(certificate!, 'utf8') };
}
