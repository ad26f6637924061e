// How reliable the machine's facts were when this version was measured: shipped, so that a new office has a curve.
import { z } from 'zod';
import reliabilityJson from './data/reliability.json' with { type: 'json' };

const count = z.number().int().min(0);
const bin = z.strictObject({ from: z.number().min(0).max(1), count, right: count });
const reliability = z.strictObject({
  /** What was measured, in words. */
  origin: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  measured: z.iso.date(),
  papers: count,
  pages: count,
  /** By type of field, and `kind`; a bin reaches up to the next edge of pipeline/review/reliability.ts. */
  curves: z.record(z.string(), z.array(bin)),
});
export type Reliability = z.output<typeof reliability>;

export const shippedReliability = (): Reliability => reliability.parse(reliabilityJson);
