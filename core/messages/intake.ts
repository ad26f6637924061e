// Messages of intake: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const intakeMessages: MessageTable = {};
