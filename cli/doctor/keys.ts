// The keys: what signs, for how long still, and what encrypts. Never a key itself.
import { X509Certificate } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { secretIn } from '../keys.ts';
import type { ShownKey } from '../print/certificates.ts';
import { dateWord } from '../print/words.ts';
import { type Check, type Finding, ok, type Patient, problem, problemOf, warning } from './finding.ts';

/** Days before the end of a certificate from which somebody should order the next. */
const SOON = 30;
const DAY = 24 * 60 * 60 * 1000;
const SECRET_BYTES = 32;

export const keys: Check = {
  area: 'keys',
  look: async (patient) => [...(await signing(patient)), ...secret(patient), ...(await encrypting(patient))],
};

async function signing({ cli, environment, made }: Patient): Promise<Finding[]> {
  const { production } = cli.config;
  let shown: ShownKey[];
  try {
    shown = await cli.wiring.keys();
  } catch (error) {
    return [problemOf(error)];
  }
  if (shown.length === 0) {
    if (production || environment.SOHOA_P12) return [problem('doctor.keys.none-production')];
    return [made ? warning('doctor.keys.none') : ok('doctor.keys.to-be-made')];
  }
  return shown.flatMap((key) =>
    signingKey(key, { now: cli.clock.now(), production, use: cli.say(`cli.keys.use.${key.use}`) }),
  );
}

function signingKey(
  { signer, file }: ShownKey,
  { now, production, use }: { now: Date; production: boolean; use: string },
): Finding[] {
  const end = new X509Certificate(Buffer.from(signer.chain[0] ?? [])).validToDate;
  const days = Math.floor((end.getTime() - now.getTime()) / DAY);
  const params = { use, file, date: dateWord(end.toISOString().slice(0, 10)), days };
  const term = days < SOON ? warning('doctor.keys.ends-soon', params) : ok('doctor.keys.valid', params);
  if (!signer.development) return [term];
  return [
    term,
    production
      ? problem('doctor.keys.development-production', params)
      : warning('doctor.keys.development', params),
  ];
}

/** Without the secret that names objects no object is found again. */
function secret({ cli, made }: Patient): Finding[] {
  const file = secretIn(cli.wiring.layout.keys);
  if (!existsSync(file)) {
    const lost = made && existsSync(cli.wiring.layout.objects);
    return lost ? [problem('doctor.keys.secret-missing', { file })] : [];
  }
  return statSync(file).size === SECRET_BYTES ? [] : [problem('cli.secret-damaged', { file })];
}

async function encrypting({ cli, askable }: Patient): Promise<Finding[]> {
  const { config, wiring } = cli;
  try {
    const keyring = await wiring.keyring();
    const marker = askable ? await (await wiring.registry()).atRest() : null;
    const [kek] = keyring?.ids ?? [];
    if (!marker) {
      if (kek !== undefined && config.atRest !== 'plain') return [ok('doctor.keys.kek-ready', { kek })];
      if (config.atRest === 'encrypted') return [problem('at-rest.no-kek')];
      return [config.production ? warning('doctor.keys.no-kek-production') : ok('doctor.keys.no-kek')];
    }
    const params = { kek: marker.kekId };
    if (!keyring) return [problem('at-rest.kek-needed', params)];
    if (!keyring.ids.includes(marker.kekId)) return [problem('at-rest.kek-wrong', params)];
    return marker.state === 'mixed'
      ? [warning('doctor.keys.mixed', params)]
      : [ok('doctor.keys.kek', params)];
  } catch (error) {
    return [problemOf(error)];
  }
}
