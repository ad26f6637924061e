// Codes of administrative procedures: national `D.NNNNNN`, with the local tail and its variant (DOMAIN 5).

export interface ProcedureCode {
  readonly code: string;
  /** `1.001193`: what the lists hold. */
  readonly national: string;
  /** Province or ministry of the local form, `H55`. */
  readonly local?: string;
}

const pattern = /^(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.([A-Z]\d{2})(?:\.\d{2})?)?$/;

/** Null for any other form. */
export function parseProcedureCode(text: string): ProcedureCode | null {
  const code = text.trim();
  const [, national, local] = pattern.exec(code) ?? [];
  if (national === undefined) return null;
  return local === undefined ? { code, national } : { code, national, local };
}
