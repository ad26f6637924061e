// What a paper is in its dossier: which component of the procedure it answers, or its result.
import type { DossierInput, PaperForm } from '../../core/model.ts';
import type { DepositDossier } from '../../core/ports-deposit.ts';
import type { Lists } from '../../lists/index.ts';
import { givenForm } from '../gate/gate-of-pages.ts';
import type { PaperWork } from '../paper.ts';

/** All of a dossier's deposit but what the clerk gave. */
export type DossierPart = Omit<DepositDossier, keyof DossierInput>;

/** `original`: for the clerk's word on the form of this very file. */
type DossierWork = Pick<PaperWork, 'understanding' | 'dossier' | 'started'> & {
  readonly original?: { readonly source: string };
};

/** By the procedure version in force on the day of reception; a kind the procedure does not ask for has no component. */
export function dossierPart(work: DossierWork, lists: Lists): DossierPart {
  const { dossier } = work;
  const code = work.understanding?.kind.code ?? '';
  const day = dossier?.received ?? work.started.slice(0, 10);
  const procedure = dossier?.procedure ? lists.procedureInForce(dossier.procedure, day) : undefined;
  const component = procedure?.components.find((c) => c.anyOf.includes(code));
  const isResult = component === undefined && (procedure?.results.includes(code) ?? false);
  const receiving = dossier?.code.match(/^[A-Z]\d{2}(?:\.\d{1,3})*(?=-)/)?.[0];
  return {
    ...(procedure ? { procedureVersion: procedure.version } : {}),
    ...(receiving ? { receivingAgency: receiving } : {}),
    paper: {
      component: component?.key ?? null,
      role: isResult ? 'result' : 'submitted',
      form: formOf(givenForm({ source: work.original?.source ?? '', dossier }) ?? component?.form),
      issuingAgency: null,
    },
  };
}

/** What is handed in where a certified copy is asked for is a copy. */
const formOf = (asked: 'original' | 'certified-copy' | 'copy' | 'shown' = 'original'): PaperForm =>
  asked === 'certified-copy' ? 'copy' : asked;
