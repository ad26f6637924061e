// Messages of lists: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const listsMessages: MessageTable = {};
