// Days in the lists, and whether a period holds a day.
import { z } from 'zod';
import { isIsoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/model.ts';

/** `YYYY-MM-DD` that exists. */
export const day = z.string().refine((value) => value.length === 10 && isIsoDate(value));
/** `YYYY-MM-DD` or `YYYY`. */
export const dayOrYear = z.string().refine(isIsoDate);

/** True where `on` lies in from–to, both included and each open where absent; a year stands for all its days. */
export const holds = (
  period: { readonly validFrom?: IsoDate | null | undefined; readonly validTo?: IsoDate | null | undefined },
  on: IsoDate,
): boolean =>
  (!period.validFrom || on.slice(0, period.validFrom.length) >= period.validFrom.slice(0, on.length)) &&
  (!period.validTo || on.slice(0, period.validTo.length) <= period.validTo.slice(0, on.length));
