// Messages of pipeline: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const pipelineMessages: MessageTable = {};
