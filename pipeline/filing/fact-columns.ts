// What a paper's row says of its kind and facts: made anew whenever one of them is corrected.
import type { Understanding } from '../../core/model.ts';
import type { PaperRow } from '../../core/ports.ts';
import type { Lists } from '../../lists/index.ts';
import { titleOf, validityOf } from '../understand/index.ts';

export type FactColumns = Pick<
  PaperRow,
  | 'kind'
  | 'kindConfidence'
  | 'title'
  | 'number'
  | 'issued'
  | 'issuerPrinted'
  | 'issuerAgency'
  | 'signer'
  | 'validFrom'
  | 'validTo'
  | 'perpetual'
>;

/** Null: nothing was understood. A kind that no list has any more gives no title and no term. */
export function factColumns(understanding: Understanding | null, lists: Lists): FactColumns {
  const facts = understanding?.facts ?? [];
  const value = (key: string) => facts.find((fact) => fact.key === key)?.value || null;
  const kind = understanding ? lists.kind(understanding.kind.code) : undefined;
  const validity = kind ? validityOf(kind, facts) : null;
  const issuer = value('co_quan_ban_hanh');
  const issued = value('ngay_ban_hanh') ?? value('ngay_cap');
  const agency = issuer ? lists.agencyByPrintedName(issuer, issued ?? undefined) : undefined;
  return {
    kind: kind?.code ?? null,
    kindConfidence: understanding?.kind.confidence ?? null,
    title: kind ? titleOf(kind, facts) : null,
    number: value('so_ky_hieu'),
    issued,
    issuerPrinted: issuer,
    issuerAgency: agency?.code ?? null,
    signer: value('nguoi_ky'),
    validFrom: validity?.from ?? null,
    validTo: validity?.to ?? null,
    perpetual: validity?.perpetual ?? false,
  };
}
