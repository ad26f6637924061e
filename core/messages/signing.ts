// Messages of signing: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const signingMessages: MessageTable = {};
