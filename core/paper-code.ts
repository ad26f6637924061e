// The code of a digitised paper: built from a template and read back from both ends (DESIGN 6, DOMAIN 10).

/** What a code is made of. Empty owner or number = unknown; `sequence` counts from 1. */
export interface PaperCodeParts {
  readonly owner: string;
  readonly kind: string;
  readonly number: string;
  readonly sequence: number;
}

export const defaultPaperCodeTemplate = '{owner}.{kind}.{number}.{nn}';

// Kind codes hold dots themselves; their national and local forms (DOMAIN 10) say where they end. Longest form first.
const kindForms = [
  String.raw`KQ\.[A-Z]\d{2}(?:\.[0-9A-Z]{1,4})*\.\d{6}`, // KQ.G15.000031
  String.raw`\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-[A-Z]*\d+`, // 000.00.00.G15-KQ004389
  String.raw`[A-Z]{2,4}-[A-Z]\d{2}(?:\.[0-9A-Z]{1,4})*\.\d{6}`, // KQ-H24.000001
  String.raw`[A-Z]\d{2}(?:\.[0-9A-Z]{1,4})*-[A-Z0-9]+`, // H38-KQ000320, H36.12-KS
  '[^.]*',
];
const forms: Readonly<Record<string, string>> = {
  owner: '([A-Za-z0-9%-]*)',
  kind: `(${kindForms.join('|')})`,
  number: '(.*)',
  nn: String.raw`(\d{2,})`,
};
const placeholder = /\{(\w+)\}/g;

/** Which placeholders a template lacks, repeats or does not know; empty where it is usable. */
export function paperCodeTemplateFaults(template: string): string[] {
  const used = [...template.matchAll(placeholder)].map((match) => match[1] ?? '');
  const unknown = used.filter((name) => !(name in forms));
  const wrong = ['kind', 'nn'].filter((name) => !used.includes(name));
  return [...unknown, ...wrong, ...used.filter((name, index) => used.indexOf(name) !== index)];
}

const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
const escapePercent = (text: string): string => text.normalize('NFC').replaceAll('%', '%25');
/** Writes out the signs that part this template. */
const escapeSigns = (text: string, template: string): string =>
  text.replace(/[^\p{L}\p{N}%]/gu, (sign) => (sign === '.' || template.includes(sign) ? hex(sign) : sign));
const plain = (text: string): string =>
  text.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(placeholder, (whole, name: string) => values[name] ?? whole);

/**
 * The code of a paper, e.g. `068183004512.KQ.G15.000031.123/2019.01`; the sequence has two digits and grows past 99.
 * Parts stand as they are unless they would not read back; then their dots are written `%2E`, likewise other signs
 * that part the template.
 */
export function buildPaperCode(parts: PaperCodeParts, template = defaultPaperCodeTemplate): string {
  const nn = String(parts.sequence).padStart(2, '0');
  const owner = escapeSigns(escapePercent(parts.owner), template.replaceAll('-', ''));
  const [kind, number] = [escapePercent(parts.kind), escapePercent(parts.number)];
  const attempts = [
    { kind, number },
    { kind, number: escapeSigns(number, template) },
    { kind: escapeSigns(kind, template), number: escapeSigns(number, template) },
  ].map((attempt) => fill(template, { owner, nn, ...attempt }));
  const readable = attempts.find((code) => {
    const read = parsePaperCode(code, template);
    const same = (name: 'owner' | 'kind' | 'number'): boolean =>
      !template.includes(`{${name}}`) || read?.[name] === parts[name].normalize('NFC');
    return read !== null && same('owner') && same('kind') && same('number');
  });
  return readable ?? attempts[0] ?? '';
}

/** The parts of a code by the template it was built with; null where it does not follow it. */
export function parsePaperCode(code: string, template = defaultPaperCodeTemplate): PaperCodeParts | null {
  const names: string[] = [];
  const source = template
    .split(/(\{\w+\})/)
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined || !(name in forms))
        return piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      names.push(name);
      return forms[name];
    })
    .join('');
  const match = new RegExp(`^${source}$`, 'su').exec(code);
  if (!match) return null;
  const part = (name: string): string => (names.includes(name) ? (match[names.indexOf(name) + 1] ?? '') : '');
  return {
    owner: plain(part('owner')),
    kind: plain(part('kind')),
    number: plain(part('number')),
    sequence: Number(part('nn')),
  };
}

/** The kind's part of a code: national result code, else component code, else `<agency>-<shortCode>`. */
export function kindCodeFor(
  kind: {
    readonly resultCode: string | null;
    readonly componentCode: string | null;
    readonly shortCode: string;
  },
  agency: string,
): string {
  return kind.resultCode ?? kind.componentCode ?? `${agency}-${kind.shortCode}`;
}
