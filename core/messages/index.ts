// The one message catalogue: every text a user sees, Vietnamese first, English second. One file an area.
import type { MessageParams } from '../errors.ts';
import { atRestMessages } from './at-rest.ts';
import { cliMessages } from './cli.ts';
import { composeMessages } from './compose.ts';
import { doctorMessages } from './doctor.ts';
import { explainMessages } from './explain.ts';
import { faultMessages } from './faults.ts';
import { fieldMessages } from './fields.ts';
import { gateMessages } from './gate.ts';
import { hostileMessages } from './hostile.ts';
import { intakeMessages } from './intake.ts';
import { listsMessages } from './lists.ts';
import { pipelineMessages } from './pipeline.ts';
import { qualityMessages } from './quality.ts';
import { reportMessages } from './report.ts';
import { reviewMessages } from './review.ts';
import { signingMessages } from './signing.ts';
import { understandMessages } from './understand.ts';
import { warehouseMessages } from './warehouse.ts';
import { watchMessages } from './watch.ts';

export type Language = 'vi' | 'en';
/** `[Vietnamese, English]`; `{name}` is replaced by the parameter of that name. */
export type MessageTable = Readonly<Record<string, readonly [vi: string, en: string]>>;

const catalogue: MessageTable = {
  ...cliMessages,
  ...fieldMessages,
  ...intakeMessages,
  ...hostileMessages,
  ...pipelineMessages,
  ...understandMessages,
  ...composeMessages,
  ...signingMessages,
  ...reviewMessages,
  ...warehouseMessages,
  ...atRestMessages,
  ...listsMessages,
  ...reportMessages,
  ...explainMessages,
  ...watchMessages,
  ...gateMessages,
  ...faultMessages,
  ...qualityMessages,
  ...doctorMessages,
};

/** True where the catalogue holds this key. */
export const hasMessage = (key: string): boolean => Object.hasOwn(catalogue, key);

/** The message of a key in a language, parameters filled in; an unknown key is returned as it is. */
export function message(language: Language, key: string, params: MessageParams = {}): string {
  const entry = hasMessage(key) ? catalogue[key] : undefined;
  const text = entry ? entry[language === 'vi' ? 0 : 1] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? oneLine(params[name]) : whole,
  );
}

/** A file's name may hold line breaks: it must not look like a line of ours. */
export const oneLine = (value: string | number | undefined): string =>
  String(value).replace(/[\r\n\u2028\u2029]/g, '\ufffd');

/** Every key, for the test that holds both languages complete. */
export const messageKeys = (): string[] => Object.keys(catalogue);
export const messageEntry = (key: string): readonly [string, string] | undefined => catalogue[key];
