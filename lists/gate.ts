// Rules of the gate at intake as data: what is not digitised, on which legal basis, and who may let it pass.
import { z } from 'zod';
import { AppError, type MessageParams } from '../core/errors.ts';
import type { GivenForm } from '../core/model.ts';
import gateJson from './data/gate.json' with { type: 'json' };

const text = z
  .string()
  .min(1)
  .transform((value) => value.normalize('NFC'));
const code = z.string().regex(/^[a-z][a-z-]{1,39}$/);
const kindCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,79}$/);
const both = { vi: text, en: text };
/** How far the law behind a rule can be trusted: read in a source, in a secondary one, concluded, or remembered. */
const sureness = z.enum(['found', 'secondary', 'derived', 'memory']);
const cited = z.strictObject({ ...both, source: text, sureness });

/**
 * From the weakest: the paper passes; it is filed with a problem; its facts are filed and its picture is not; it is
 * refused and nothing of it kept; it is refused and what was made of it overwritten.
 */
export const gateActions = ['pass', 'warn', 'facts-only', 'skip', 'stop'] as const;
const action = z.enum(gateActions);
const form = z.enum(['original', 'copy', 'certified-copy', 'shown']) satisfies z.ZodType<GivenForm>;

/** Any of these makes the rule hold, but for `exceptKinds`, `liftedBy` and `unless`, which keep it from holding. */
const when = z.strictObject({
  /** What the list of kinds says of the kind. */
  digitise: z.enum(['facts-only', 'no']).optional(),
  kinds: z
    .array(
      z.strictObject({
        code: kindCode,
        /** Where the paper is data already. */
        base: z.strictObject(both).optional(),
        /** Only in these procedures, as long as they look it up there first. */
        procedures: z.array(text).min(1).optional(),
        sureness: sureness.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** The clerk's word for the form it was handed in. */
  forms: z.array(form).min(1).optional(),
  /** Stamps and printed markings; `sure: false` takes what only looks like one, too. */
  markings: z.strictObject({ sure: z.boolean(), words: z.array(text).min(1) }).optional(),
  /** Words of the page, whichever way they are broken into lines. */
  phrases: z.array(text).min(1).optional(),
  /** Alone on a line near the head, or stamped. */
  titles: z.array(text).min(1).optional(),
  /** No coloured ink on a colour scan of a paper that carries a seal or a signature. */
  withoutColour: z.literal(true).optional(),
  exceptKinds: z.array(kindCode).min(1).optional(),
  liftedBy: z.array(text).min(1).optional(),
  unless: z.array(text).min(1).optional(),
});

const ruleSchema = z.strictObject({
  code,
  /** Where one of these holds, this rule has nothing to add. */
  impliedBy: z.array(code).min(1).optional(),
  /** Key of the message catalogue. */
  message: z.string().regex(/^gate\.[a-z-]+$/),
  when,
  action,
  /** No site may choose a weaker action. */
  least: action.optional(),
  /** Roles that may let one run pass, with a reason; empty: nobody. */
  overridableBy: z.array(code),
  legalBasis: cited,
  /** What to do with the paper instead. */
  channel: cited.optional(),
});

const gateSchema = z.strictObject({
  roles: z.array(z.strictObject({ code, name: z.strictObject(both) })).min(1),
  rules: z.array(ruleSchema).min(1),
});

/** A site's own choices, by rule. */
const changesSchema = z.record(
  code,
  z.strictObject({ action: action.optional(), overridableBy: z.array(code).optional() }),
);

export type Gate = z.output<typeof gateSchema>;
export type GateRule = z.output<typeof ruleSchema>;
export type GateAction = z.output<typeof action>;
export const strength = (of: GateAction): number => gateActions.indexOf(of);

const fail = (failure: string, params: MessageParams, cause?: unknown): never => {
  throw new AppError('input', failure, { params, cause });
};

function parsed<T>(failure: string, schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String) ?? [];
  const params = { list: 'gate.json', entry: path[0] ?? '–', where: path.slice(1).join('.') || '–' };
  return fail(failure, params, result.error);
}

let shipped: Gate | undefined;

/**
 * The shipped rules with a site's changes (`{"plain-copy": {"action": "skip"}}`).
 * @throws AppError input `lists.gate-*` naming the rule that is wrong.
 */
export function loadGate(changes?: unknown): Gate {
  shipped ??= checkGate(parsed('lists.shape', gateSchema, gateJson));
  if (changes === undefined) return shipped;
  const given = parsed('lists.gate-shape', changesSchema, changes);
  for (const rule of Object.keys(given))
    if (!shipped.rules.some((known) => known.code === rule)) fail('lists.gate-unknown', { rule });
  const rules = shipped.rules.map((rule) => changed(rule, given[rule.code]));
  return checkGate({ ...shipped, rules });
}

function changed(rule: GateRule, change: z.output<typeof changesSchema>[string] | undefined): GateRule {
  if (!change) return rule;
  const roles = change.overridableBy ?? rule.overridableBy;
  // A rule that may not be weakened may not be opened to more people either.
  if (rule.least && roles.some((role) => !rule.overridableBy.includes(role)))
    fail('lists.gate-weakened', { rule: rule.code });
  return { ...rule, action: change.action ?? rule.action, overridableBy: roles };
}

function checkGate(gate: Gate): Gate {
  const codes = new Set(gate.rules.map((rule) => rule.code));
  if (codes.size !== gate.rules.length) fail('lists.gate-twice', {});
  const roles = new Set(gate.roles.map((role) => role.code));
  for (const rule of gate.rules) {
    if (rule.least && strength(rule.action) < strength(rule.least))
      fail('lists.gate-weakened', { rule: rule.code });
    for (const other of rule.impliedBy ?? [])
      if (!codes.has(other)) fail('lists.gate-unknown', { rule: other });
    for (const role of rule.overridableBy)
      if (!roles.has(role)) fail('lists.gate-role', { rule: rule.code, role });
  }
  return gate;
}
