// Messages of warehouse: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const warehouseMessages: MessageTable = {};
