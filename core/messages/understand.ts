// Messages of understand: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const understandMessages: MessageTable = {};
