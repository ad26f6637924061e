// Kinds of paper as data: what a kind is called, prints, and whose it is.
import { z } from 'zod';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const text = z
  .string()
  .min(1)
  .transform((value) => value.normalize('NFC'));
/** Printed titles are upper case. */
const title = text.refine((value) => value.length >= 2 && !/\p{Ll}/u.test(value));

const field = z.strictObject({
  /** Unique in the kind; the same word in all kinds. */
  key,
  type: z.enum(['id', 'name', 'date', 'place', 'number', 'text', 'enum']),
  /** As printed, variants and legacy forms; empty where the page has no label. */
  labels: z.array(text),
  /** Every complete paper of the kind prints it: missing or unsure sends the paper to review. */
  required: z.boolean(),
  sensitive: z.boolean(),
  values: z.array(text).min(1).optional(),
  /** How the value is written down. */
  convention: text,
});

const ownerRole = z.strictObject({
  role: key,
  idField: key,
  nameField: key,
  birthField: key.optional(),
  ownerKind: z.enum(['citizen', 'organisation']),
  /** Its number opens the paper's code. */
  lead: z.boolean(),
  /** More lines of the same shape name more owners. */
  repeats: z.literal(true).optional(),
});

const term = z.number().int().min(1);
const validity = z.union([
  z.strictObject({ months: term, fromField: key }),
  z.strictObject({ years: term, fromField: key }),
  z.strictObject({ toField: key, perpetualText: z.array(text).min(1).optional() }),
]);

export const kindSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,79}$/),
  name: text,
  kind: z.enum(['ket_qua', 'thanh_phan', 'van_ban']),
  resultCode: text.nullable(),
  componentCode: text.nullable(),
  /** Our local code: stands in a paper's code, behind the agency's, where both others are null. */
  shortCode: z.string().regex(/^[A-Z0-9]{2,6}$/),
  otherResultCodes: z.array(text).min(1).optional(),
  otherComponentCodes: z.array(text).min(1).optional(),
  titles: z.array(title),
  /** Titles that look alike or contain one of ours but belong to another kind, listed or not. */
  negativeTitles: z.array(title),
  /** Type letters in the number of a letter (`63/QĐ-UBND`), Decree 30/2020. */
  numberAbbreviations: z.array(text).min(1).optional(),
  ownerRoles: z.array(ownerRole),
  /** Null: perpetual. */
  validity: validity.nullable(),
  effectNote: text.optional(),
  digitise: z.enum(['yes', 'facts-only', 'no']),
  legalBasis: text.optional(),
  sensitive: z.boolean(),
  sensitiveReason: text.optional(),
  /** Its papers are approved by somebody who had no hand in them. */
  secondPerson: z.literal(true).optional(),
  fields: z.array(field),
  unverified: z.literal(true).optional(),
  unverifiedNote: text.optional(),
});

export type Kind = z.output<typeof kindSchema>;
export type KindField = z.output<typeof field>;
export type OwnerRole = z.output<typeof ownerRole>;
export type KindValidity = z.output<typeof validity>;
