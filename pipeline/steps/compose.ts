// The unsigned copy: PDF/A-2u of the legal pictures with invisible text. Input that came signed stays what it is.
import { composeLegalCopy, type LegalPage } from '../compose/legal-copy.ts';
import type { PaperStep, PaperWork, ReadingPorts } from '../paper.ts';
import { bytesOf } from '../work-files.ts';
import { factsOnly } from './check.ts';

export const compose: PaperStep<ReadingPorts> = {
  name: 'compose',
  version: 3,
  async run(work) {
    if (factsOnly(work) || work.held) return work;
    const { original, pages } = work;
    if (original.signed) return { ...work, legalCopy: await bytesOf(original.folder.readOriginal()) };
    const unsigned = await composeLegalCopy({
      pages: eachPage(work),
      title: titleFor(original.source, pages[0]?.number ?? 1, work.dossier?.code),
      originalSha256: original.sha256,
    });
    return { ...work, unsigned, legalCopy: unsigned };
  },
};

/** Read one after the other, as they are written: a paper may have 2,000 pages. */
async function* eachPage({ original, pages }: PaperWork): AsyncGenerator<LegalPage> {
  for (const { number, text } of pages) yield { ...(await original.folder.picture(number)), text };
}

/** File and dossier, no facts: the title is seen wherever the file goes. */
function titleFor(source: string, firstPage: number, dossier: string | undefined): string {
  const file = source.split('/').at(-1) ?? source;
  return [dossier, `${file}#${firstPage}`].filter(Boolean).join(' · ');
}
