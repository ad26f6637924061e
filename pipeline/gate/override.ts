// Letting a rule of the gate pass for one run: who may, in which role, and why.
import { AppError } from '../../core/errors.ts';
import type { Gate } from '../../lists/index.ts';

export interface GateOverride {
  readonly rule: string;
  readonly actor: string;
  readonly role: string;
  /** Kept in the evidence chain alone: whoever writes it may name people. */
  readonly reason: string;
}

/**
 * @throws AppError usage `gate.override-incomplete`, `-unknown`, `-nobody`, `-role`.
 */
export function overrideOf(
  given: { rule?: string | undefined; role?: string | undefined; reason?: string | undefined },
  gate: Gate,
): Omit<GateOverride, 'actor'> | null {
  const { rule, role, reason } = given;
  if (rule === undefined && role === undefined && reason === undefined) return null;
  const why = reason?.trim() ?? '';
  if (rule === undefined || role === undefined || why === '')
    throw new AppError('usage', 'gate.override-incomplete');
  const known = gate.rules.find(({ code }) => code === rule);
  const rules = gate.rules.filter((each) => each.overridableBy.length > 0).map(({ code }) => code);
  if (!known)
    throw new AppError('usage', 'gate.override-unknown', { params: { rule, rules: rules.join(', ') } });
  const roles = known.overridableBy;
  if (roles.length === 0) throw new AppError('usage', 'gate.override-nobody', { params: { rule } });
  if (!roles.includes(role))
    throw new AppError('usage', 'gate.override-role', { params: { rule, role, roles: roles.join(', ') } });
  return { rule, role, reason: why };
}
