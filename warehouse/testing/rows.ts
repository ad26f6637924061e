// Rows for tests: complete, each with new identifiers, changed where the test says so.
import { sha256, ulidSource } from '../../core/ids.ts';
import type { DossierRow, EventRow, FileRow, OwnerRow, PaperRow } from '../../core/ports.ts';

export const newId = ulidSource({ now: () => new Date() });

export function paperRow(changes: Partial<PaperRow> = {}): PaperRow {
  const id = changes.id ?? newId();
  return {
    id,
    code: null,
    kind: 'GIAY_KHAI_SINH',
    kindConfidence: 0.98,
    title: 'Giấy khai sinh',
    number: '123/2019',
    issued: '2019-05-20',
    issuerPrinted: 'UBND xã Ví Dụ',
    issuerAgency: null,
    signer: 'Nguyễn Văn Mẫu',
    validFrom: '2019-05-20',
    validTo: null,
    perpetual: true,
    legalStatus: 'effective',
    approval: 'pending',
    approvedBy: null,
    approvedAt: null,
    source: 'counter',
    state: 'filed',
    dossierId: null,
    originalSha256: sha256(id),
    sourceName: '01.pdf',
    pages: [1, 2],
    legalCopySha256: sha256(`copy of ${id}`),
    signatures: 1,
    signedInput: false,
    problems: [{ code: 'capture.dark', page: 2 }],
    received: '2026-11-22',
    createdAt: '2026-11-22T02:30:00.000Z',
    filedAt: null,
    ...changes,
  };
}

let people = 0;

/** A citizen with a number nobody else has. */
export function ownerRow(changes: Partial<OwnerRow> = {}): OwnerRow {
  people += 1;
  const number = `0011990${String(people).padStart(5, '0')}`;
  return {
    id: newId(),
    kind: 'citizen',
    name: 'Trần Thị Thử',
    birth: '1990-02-01',
    identifiers: [{ scheme: 'SDD', number }],
    ...changes,
  };
}

export function dossierRow(changes: Partial<DossierRow> = {}): DossierRow {
  const id = newId();
  return {
    id,
    code: `H01.20-20261122-${id.slice(-7)}`,
    receivingAgency: 'H01.20',
    competentAgency: null,
    procedure: '1.001193',
    procedureVersion: 1,
    applicantId: null,
    received: '2026-11-22',
    state: 'open',
    ...changes,
  };
}

export function eventRow(changes: Partial<EventRow> = {}): EventRow {
  return {
    id: newId(),
    kind: 'filed',
    at: '2026-11-22T02:30:00.000Z',
    actor: 'officer',
    paperId: null,
    dossierId: null,
    agency: 'H01.20',
    area: 'Hộ tịch',
    procedure: '1.001193',
    procedureVersion: 1,
    note: null,
    ...changes,
  };
}

export const fileRow = (paperId: string, changes: Partial<FileRow> = {}): FileRow => ({
  paperId,
  role: 'legal-copy',
  sha256: sha256(paperId),
  size: 5_000_000_000,
  key: sha256(`key of ${paperId}`),
  mediaType: 'application/pdf',
  ...changes,
});
