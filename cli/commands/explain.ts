// sohoa explain: where a stored paper's facts come from and what it rests on; with --report, scan against legal copy.
import { existsSync } from 'node:fs';
import { AppError } from '../../core/errors.ts';
import { type Cli, type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { explainLines } from '../explain/explain-lines.ts';
import type { ExplainPictures } from '../explain/explain-pictures.ts';
import { type Explanation, explanationOf } from '../explain/explanation.ts';
import { codeParts, validityReasons } from '../explain/reasons.ts';
import { findPaper, registryToAsk } from '../find-paper.ts';
import { readWord } from '../read-word.ts';
import { evidenceWords } from '../report/evidence-words.ts';
import { factName, wordsIn } from '../report/fact-view.ts';
import { writeNewFile } from '../write-new-file.ts';

export const explain: CommandSpec = {
  name: 'explain',
  arguments: [{ flags: '[CODE|ID]', about: 'cli.arg.paper' }],
  options: [
    { flags: '--report <FILE>', about: 'cli.opt.explain-report' },
    { flags: '--force', about: 'cli.opt.force' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const { screen } = cli;
    const registry = await registryToAsk(cli);
    const paper = await findPaper(registry, await readWord(cli, given.words[0], 'cli.ask.paper'));
    const file = textOf(given, 'report');
    const force = isSet(given, 'force');
    if (file !== undefined && !force && existsSync(file))
      throw new AppError('conflict', 'cli.file-exists', { params: { file } });
    const explanation = await explanationOf(cli, paper);
    if (isSet(given, 'json')) screen.print(JSON.stringify(toJson(cli, explanation), null, 2));
    else for (const line of explainLines(cli, explanation)) screen.print(line);
    if (file !== undefined) await writeReport(cli, explanation, { file, force });
    const damaged = explanation.chain?.broken || explanation.files.some(({ intact }) => !intact);
    return damaged ? EXIT.failed : EXIT.done;
  },
};

async function writeReport(
  cli: Cli,
  explanation: Explanation,
  { file, force }: { file: string; force: boolean },
): Promise<void> {
  const { screen, say } = cli;
  const { explainPage } = await import('../report/explain-page.ts');
  const pictures = await picturesOf(cli, explanation);
  const html = explainPage({
    lang: cli.lang,
    at: cli.clock.now(),
    config: cli.config,
    explanation,
    pictures,
  });
  await writeNewFile(file, Buffer.from(html), force);
  screen.tell(say('try.written', { file }));
  screen.tell(screen.paintError('yellow', say('try.personal')));
}

async function picturesOf(cli: Cli, explanation: Explanation): Promise<ExplainPictures | null> {
  const [{ explainPictures }, { openPageComparer }] = await Promise.all([
    import('../explain/explain-pictures.ts'),
    import('../../pipeline/pictures/page-comparer.ts'),
  ]);
  const comparer = openPageComparer();
  try {
    const sources = await cli.wiring.sources();
    return await explainPictures(cli, explanation, {
      open: (facts, bytes, signal) => sources.openBytes(facts, bytes, signal),
      comparer,
    });
  } finally {
    await comparer.close();
  }
}

/** For programs: the same without pictures. */
function toJson({ lang, config }: Cli, explanation: Explanation): unknown {
  const { paper, kind, kindEvidence, facts, versions, pages, owners, chain, signatures, files, events } =
    explanation;
  return {
    paper,
    dossier: explanation.dossier,
    kind: {
      code: paper.kind,
      name: kind?.name ?? null,
      confidence: paper.kindConfidence,
      evidence: kindEvidence,
    },
    facts: facts.map((fact) => ({
      ...fact,
      name: factName(lang, fact.key, kind),
      why: evidenceWords(lang, fact.evidence),
      read: wordsIn(
        pages?.find(({ number }) => number === fact.page),
        fact.box,
      ),
      versions: versions.filter(({ key }) => key === fact.key),
    })),
    validity: validityReasons(lang, explanation),
    owners,
    code: codeParts(lang, explanation, config.paperCodeTemplate),
    pages: pages?.map(({ number, blank, rotation, skew }) => ({ number, blank, rotation, skew })) ?? null,
    chain,
    signatures,
    files: files.map(({ role, sha256, size, mediaType, intact }) => ({
      role,
      sha256,
      size,
      mediaType,
      intact,
    })),
    events,
  };
}
