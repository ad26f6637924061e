// Messages of cli: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const cliMessages: MessageTable = {};
