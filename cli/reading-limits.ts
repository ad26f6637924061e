// The limits of the configuration as intake and the pools take them.
import type { Limits } from '../core/config.ts';
import type { IntakeLimits } from '../pipeline/intake/source.ts';

const MEGA = 1024 ** 2;
/** Of a page that is drawn: A0 at 240 dpi. Larger ones are drawn coarser, not refused. */
const RENDERED = 50_000_000;

export function intakeLimits(limits: Limits): IntakeLimits {
  const maxPixels = Math.floor(limits.megapixels * 1_000_000);
  return {
    maxBytes: Math.floor(limits.fileMegabytes * MEGA),
    maxPages: limits.pages,
    maxPixels,
    maxRenderPixels: Math.min(RENDERED, maxPixels),
    maxStreamBytes: Math.floor(limits.streamMegabytes * MEGA),
    maxObjects: limits.objects,
    maxNesting: limits.nesting,
  };
}
