// sohoa doctor: looks at everything a run depends on, and says what to do where something is wrong.
import { hasMessage } from '../../core/messages/index.ts';
import { type Cli, type CommandSpec, isSet } from '../command.ts';
import type { Finding, Level } from '../doctor/finding.ts';
import { EXIT } from '../exit-codes.ts';
import type { Colour } from '../print/screen.ts';

export const doctor: CommandSpec = {
  name: 'doctor',
  arguments: [],
  options: [
    { flags: '--json', about: 'cli.opt.json' },
    { flags: '--quick', about: 'cli.opt.quick' },
    { flags: '--production', about: 'cli.opt.production' },
    { flags: '--ocr <ENGINE>', about: 'cli.opt.ocr', choices: ['auto', 'wasm', 'native'] },
    { flags: '--workers <N>', about: 'cli.opt.workers' },
  ],
  async run(cli, given) {
    const { examine } = await import('../doctor/examine.ts');
    const json = isSet(given, 'json');
    const counts: Record<Level, number> = { ok: 0, warning: 0, problem: 0 };
    const told: object[] = [];
    for await (const { area, findings } of examine(cli, process.env, { quick: isSet(given, 'quick') })) {
      for (const { level } of findings) counts[level] += 1;
      told.push(...findings.map((finding) => ({ area, ...inWords(cli, finding) })));
      if (!json) tell(cli, area, findings);
    }
    const { problem: problems, warning: warnings } = counts;
    if (json) cli.screen.print(JSON.stringify({ ok: problems === 0, problems, warnings, checks: told }));
    else
      cli.screen.print(`\n${cli.say(problems > 0 ? 'doctor.ill' : 'doctor.well', { problems, warnings })}`);
    return problems > 0 ? EXIT.usage : EXIT.done;
  },
};

interface Words {
  readonly level: Level;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

function inWords({ say }: Cli, { level, code, params }: Finding): Words {
  const hint = `${code}.hint`;
  const message = say(code, params);
  return { level, code, message, ...(level !== 'ok' && hasMessage(hint) ? { hint: say(hint, params) } : {}) };
}

const sign: Readonly<Record<Level, readonly [string, Colour]>> = {
  ok: ['✓', 'green'],
  warning: ['!', 'yellow'],
  problem: ['✗', 'red'],
};

function tell(cli: Cli, area: string, findings: readonly Finding[]): void {
  const { screen, say } = cli;
  if (findings.length === 0) return;
  screen.print(screen.paint('bold', say(`doctor.area.${area}`)));
  for (const finding of findings) {
    const { level, message, hint } = inWords(cli, finding);
    const [mark, colour] = sign[level];
    screen.print(`  ${screen.paint(colour, mark)} ${message}`);
    if (hint) screen.print(`      → ${hint}`);
  }
}
