// Facts in QR codes: identity cards (7 fields) and receipts of the counter; unsigned, so the print must agree.
import { isIsoDate, parseDate } from '../../core/dates.ts';
import { parseDossierCode } from '../../core/dossier-code.ts';
import { parsePersonalNumber } from '../../core/identifiers.ts';
import { parseProcedureCode } from '../../core/procedure-code.ts';
import type { Kind } from '../../lists/index.ts';
import type { OutsideFact } from './compare-sources.ts';
import type { PageLayout } from './page-layout.ts';

type Parsed = Readonly<Record<string, string | null | undefined>>;

/** `number|old number|name|ddMMyyyy|gender|address|ddMMyyyy`, at least 7 fields, more are ignored (DOMAIN 6). */
export function parseCardQr(text: string): Parsed | null {
  const parts = text.normalize('NFC').split('|');
  const [number, , name, birth, gender, address, issued] = parts;
  if (parts.length < 7 || !parsePersonalNumber(number ?? '') || !name) return null;
  return {
    so_dinh_danh: number,
    ho_ten: name,
    ngay_sinh: parseDate(birth ?? ''),
    gioi_tinh: gender,
    noi_thuong_tru: address,
    ngay_cap: parseDate(issued ?? ''),
  };
}

/** `dossier code|procedure|owner number|name of the paper|system|issued|appointed` (Circular 01/2023, article 26). */
export function parseReceiptQr(text: string): Parsed | null {
  const [dossier, procedure, owner, , , issued, appointed] = text.normalize('NFC').split('|');
  if (!parseDossierCode(dossier ?? '') || !parseProcedureCode(procedure ?? '')) return null;
  const day = (value: string | undefined): string | null =>
    value && isIsoDate(value) ? value : parseDate(value ?? '');
  return {
    ma_ho_so: dossier,
    ma_tthc: procedure,
    so_dinh_danh: owner,
    ngay_ban_hanh: day(issued),
    ngay_hen_tra: day(appointed),
  };
}

/** What the QR codes of the pages say about fields of this kind. */
export function qrFacts(kind: Kind, pages: readonly PageLayout[]): OutsideFact[] {
  const keys = new Set(kind.fields.map((field) => field.key));
  return pages.flatMap((layout) =>
    layout.reading.marks.flatMap((mark) => {
      const card = parseCardQr(mark.text);
      const parsed = card ?? parseReceiptQr(mark.text);
      const source = card ? 'qr:cccd' : 'qr:receipt';
      return Object.entries(parsed ?? {}).flatMap(([key, value]) =>
        value && keys.has(key) ? [{ key, value, source, folded: false, page: layout.page }] : [],
      );
    }),
  );
}
