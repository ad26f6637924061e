// A data folder with a few papers, filled through the ports as a digitising run fills it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, ulidSource } from '../../core/ids.ts';
import type { Fact, OwnerRef } from '../../core/model.ts';
import type { PaperRow } from '../../core/ports.ts';
import { separatorSheets } from '../../pipeline/compose/separator-sheets.ts';
import { seal } from '../../signing/seal.ts';
import { deposit } from '../../warehouse/deposit.ts';
import type { DepositPorts, DepositRequest } from '../../warehouse/deposit-request.ts';
import { fileObjectStore } from '../../warehouse/objects/files.ts';
import { postgresRegistry } from '../../warehouse/registry/postgres.ts';
import { sqliteRegistry } from '../../warehouse/registry/sqlite.ts';
import { paperRow } from '../../warehouse/testing/rows.ts';
import { layoutOf } from '../data-layout.ts';
import { objectSecret, openSigner } from '../keys.ts';

const clock = { now: () => new Date() };
const newId = ulidSource(clock);

export const nurse: OwnerRef = {
  kind: 'citizen',
  scheme: 'SDD',
  number: '036190000001',
  name: 'Đỗ Thị Thử Nghiệm',
  birth: '1990-03-01',
};
export const husband: OwnerRef = {
  kind: 'citizen',
  scheme: 'SDD',
  number: '001088000002',
  name: 'Lê Văn Mẫu',
};

export interface FilledData {
  readonly folder: string;
  readonly diploma: PaperRow;
  readonly practice: PaperRow;
  readonly land: PaperRow;
  /** Only its facts are kept. */
  readonly card: PaperRow;
  readonly waiting: PaperRow;
}

/** `database`: a PostgreSQL instead of the folder's SQLite. */
export async function fillData(database?: string): Promise<FilledData> {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-cli-'));
  const layout = layoutOf(folder);
  const registry = database ? postgresRegistry({ url: database }) : sqliteRegistry(layout.registry);
  await registry.migrate();
  const objects = await fileObjectStore(layout.objects);
  const store = { registry, objects, clock, secret: await objectSecret(layout.keys) };
  try {
    return { folder, ...(await filePapers(store, await sealedPdf(layout.keys))) };
  } finally {
    await registry.close();
  }
}

async function sealedPdf(keys: string): Promise<Uint8Array> {
  const now = clock.now();
  const newKeys = { organisation: 'UBND xã Thử', officer: 'Cán Bộ Thử', agency: 'UBND xã Thử', now };
  const { signer } = await openSigner({ folder: keys, used: false, p12: null, production: false, newKeys });
  const pdf = await separatorSheets({ count: 1 });
  return seal({ pdf, signer, at: now, keepFree: [], marks: [], production: false });
}

async function filePapers(store: DepositPorts, copy: Uint8Array): Promise<Omit<FilledData, 'folder'>> {
  const file = (made: Made): Promise<PaperRow> => deposit(store, requestOf(made, copy));
  return {
    diploma: await file({ kind: 'VAN_BANG_CHUYEN_MON', number: 'B123/45', owners: [nurse], perpetual: true }),
    practice: await file({
      kind: 'GIAY_XAC_NHAN_QUA_TRINH_THUC_HANH',
      number: '77',
      owners: [nurse],
      validTo: '2026-03-24',
    }),
    land: await file({
      kind: 'GIAY_CHUNG_NHAN_QUYEN_SU_DUNG_DAT',
      number: 'CK 123456',
      owners: [husband, nurse],
      perpetual: true,
    }),
    card: await file({ kind: 'CAN_CUOC_CONG_DAN', number: '', owners: [nurse], factsOnly: true }),
    waiting: await file({ kind: 'GIAY_CHUNG_SINH', number: '9', owners: [nurse], state: 'review' }),
  };
}

interface Made {
  readonly kind: string;
  readonly number: string;
  readonly owners: readonly OwnerRef[];
  readonly perpetual?: true;
  readonly validTo?: string;
  readonly factsOnly?: true;
  readonly state?: 'review';
}

function requestOf(made: Made, pdf: Uint8Array): DepositRequest {
  const id = newId();
  const { kind, number, owners, perpetual = false, validTo = null, state = 'filed' } = made;
  const prefix = `${owners[0]?.number}.${kind}.${number}`;
  const copy = made.factsOnly ? null : pdf;
  const fact: Fact = {
    key: 'so_ky_hieu',
    value: number,
    confidence: 0.93,
    page: 1,
    box: [0.1, 0.2, 0.3, 0.02],
    origin: 'machine',
    evidence: ['label:Số'],
  };
  const row = paperRow({
    ...{
      id,
      kind,
      title: kind,
      number: number || null,
      issued: '2020-01-02',
      validFrom: null,
      validTo,
      perpetual,
    },
    ...{ state, sourceName: 'scans/01.pdf', originalSha256: sha256(id) },
    legalCopySha256: copy && sha256(copy),
    signatures: copy ? 1 : 0,
    problems: state === 'review' ? [{ code: 'understand.kind-unsure' }] : [],
  });
  const { code: _, dossierId: __, createdAt: ___, filedAt: ____, ...paper } = row;
  return {
    paper,
    code:
      state === 'filed'
        ? { sequence: prefix, make: (sequence) => `${prefix}.${String(sequence).padStart(2, '0')}` }
        : null,
    owners: owners.map((ref, index) => ({ ref, role: 'chu_giay_to', lead: index === 0 })),
    dossier: {
      code: 'H40.09-20261122-0000001',
      received: '2026-11-22',
      procedure: '1.012289',
      owners,
      paper: { component: null, role: 'submitted', form: 'original', issuingAgency: null },
    },
    facts: [fact],
    files: copy ? [{ role: 'legal-copy', mediaType: 'application/pdf', bytes: copy }] : [],
    events: [{ kind: 'filed', at: '2026-11-22T02:30:00.000Z', actor: 'Cán Bộ Thử' }],
    text: `Cộng hòa xã hội chủ nghĩa Việt Nam ${kind} số ${number}`,
  };
}
