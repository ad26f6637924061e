// What was found about signatures, for reading.
import type { SignatureReport, VerifyReport } from '../../signing/verify.ts';
import type { Cli } from '../command.ts';
import { localTime } from './words.ts';

type Shows = Pick<Cli, 'say' | 'screen'>;

const COLOURS = { 'TOTAL-PASSED': 'green', 'TOTAL-FAILED': 'red', INDETERMINATE: 'yellow' } as const;

/** Two spaces in; what is wrong with a signature stands below it. */
export function signatureLines({ say, screen }: Shows, signatures: readonly SignatureReport[]): string[] {
  return signatures.flatMap((signature) => {
    const { indication, subIndication, signer, time, level, field, problems } = signature;
    const word = screen.paint(COLOURS[indication], say(`cli.indication.${indication}`));
    const parts = [
      word + (subIndication === null ? '' : ` (${subIndication})`),
      signer ?? say('cli.nameless'),
      time === null ? null : localTime(time),
      level,
      say(signature.coversWholeDocument ? 'cli.covers-all' : 'cli.covers-part'),
      field,
    ];
    const first = `  ${parts.filter((part) => part !== null).join(' · ')}`;
    return [first, ...problems.map((problem) => `    ${say(`verify.${problem}`)}`)];
  });
}

export function verifyLines(cli: Shows, file: string, report: VerifyReport): string[] {
  const { say, screen } = cli;
  const verdict = screen.paint(
    report.valid ? 'green' : 'red',
    say(report.valid ? 'cli.verify.valid' : 'cli.verify.not-valid'),
  );
  return [
    `${file}: ${verdict}`,
    ...report.problems.map((problem) => `  ${say(`verify.${problem}`)}`),
    ...signatureLines(cli, report.signatures),
  ];
}
