// The log of a command: pino's JSON lines on stderr, warnings only unless the user wants more.
import pino from 'pino';
import type { Log, LogFields } from '../core/ports.ts';
import type { Screen } from './print/screen.ts';

/** Goes through the screen, so that a line never runs into the progress line. */
export function openLog(screen: Pick<Screen, 'tell'>, verbose: boolean): Log {
  const logger = pino(
    { level: verbose ? 'debug' : 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => screen.tell(line.trimEnd()) },
  );
  return {
    debug: (event, fields: LogFields = {}) => logger.debug(fields, event),
    info: (event, fields: LogFields = {}) => logger.info(fields, event),
    warn: (event, fields: LogFields = {}) => logger.warn(fields, event),
    error: (event, fields: LogFields = {}) => logger.error(fields, event),
  };
}
