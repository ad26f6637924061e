// A complete request to file one paper, with bytes nobody else has.
import type { DepositFile, DepositRequest } from '../deposit-request.ts';
import { newId, ownerRow, paperRow } from './rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The same every time but for its identifiers, owner and contents. */
export function depositRequest(changes: Partial<DepositRequest> = {}): DepositRequest {
  const { code: _, dossierId: __, createdAt: ___, filedAt: ____, ...paper } = paperRow();
  const [{ scheme, number }] = ownerRow().identifiers as [{ scheme: 'SDD'; number: string }];
  const owner = { kind: 'citizen', scheme, number, name: 'Phạm Thử Nghiệm', birth: '1990-02-01' } as const;
  const prefix = `${number}.KQ.G15.000031.123/2019`;
  const files: DepositFile[] = (['original', 'legal-copy', 'text', 'evidence'] as const).map((role) => ({
    role,
    mediaType: role === 'text' ? 'application/json' : 'application/pdf',
    bytes: bytes(`${role} of ${paper.id}`),
  }));
  return {
    paper,
    code: { sequence: prefix, make: (sequence) => `${prefix}.${String(sequence).padStart(2, '0')}` },
    owners: [{ ref: owner, role: 'chu_giay_to', lead: true }],
    dossier: {
      code: `H01.20-20261122-${newId().slice(-7)}`,
      received: '2026-11-22',
      procedure: '1.001193',
      procedureVersion: 1,
      owners: [owner],
      paper: { component: 'chung_minh_viec_sinh', role: 'submitted', form: 'original', issuingAgency: null },
    },
    facts: Array.from({ length: 10 }, (_, index) => ({
      key: `truong_${index}`,
      value: `giá trị ${index}`,
      confidence: 0.95,
      page: 1,
      box: [0.1, 0.1, 0.2, 0.02],
      origin: 'machine',
      evidence: ['label:Trường'],
    })),
    files,
    events: (['received', 'scanned', 'sealed', 'filed'] as const).map((kind) => ({
      kind,
      at: '2026-11-22T02:30:00.000Z',
      actor: 'officer',
      agency: 'H01.20',
    })),
    text: `Giấy khai sinh của bé, trang chữ ${paper.id}`,
    ...changes,
  };
}
