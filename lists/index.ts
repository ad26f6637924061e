// The code lists: kinds of paper, procedures, agencies; shipped as data, extended by an operator.
export type { Agency } from './agency.ts';
export { type Gate, type GateAction, type GateRule, gateActions, strength } from './gate.ts';
export type { Kind, KindField, KindValidity, OwnerRole } from './kind.ts';
export { type Lists, type ListsOptions, loadLists, makeLists } from './load-lists.ts';
export { packageRoot } from './package-root.ts';
export type { Procedure, ProcedureComponent } from './procedure.ts';
export { type Reliability, shippedReliability } from './reliability.ts';
export { needsSecondPerson } from './second-person.ts';
