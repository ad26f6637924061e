// Times as PDF writes them (ISO 32000-1, 7.9.4): D:YYYYMMDDHHmmSS+HH'mm'.

const VIETNAM_HOURS = 7;

/** An instant in Vietnam's time, `D:20261121093000+07'00'`; whole seconds. */
export function pdfTime(at: Date): string {
  const local = new Date(at.getTime() + VIETNAM_HOURS * 3_600_000).toISOString();
  return `D:${local.slice(0, 19).replace(/\D/g, '')}+07'00'`;
}

/** ISO 8601 in UTC; null for what is no PDF time. Missing parts are the earliest, a missing offset is UTC. */
export function isoTime(text: string): string | null {
  const parts = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z.*|([+-])(\d{2})'?(\d{2})?'?)?$/.exec(
    text,
  );
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? Number.NaN));
  const utc = Date.UTC(year!, (month || 1) - 1, day || 1, hour || 0, minute || 0, second || 0);
  const offset = Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0);
  const instant = new Date(utc - (parts[7] === '-' ? -1 : 1) * offset * 60_000);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
