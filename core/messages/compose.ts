// Messages of compose: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const composeMessages: MessageTable = {};
