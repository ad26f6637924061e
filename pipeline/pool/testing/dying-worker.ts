// A worker for the pool's tests whose process dies on page 13, hangs on page 14, and answers every other page.
import type { PageInput } from '../../read-page.ts';

export default async function work({ number }: PageInput): Promise<unknown> {
  if (number === 13) process.exit(3);
  if (number === 14) for (;;);
  return {
    ok: {
      reading: { number, blank: true, rotation: 0, skew: 0, marks: [], problems: [] },
      legal: { jpeg: new Uint8Array(1), width: 1, height: 1, dpi: 1 },
      timings: {},
    },
  };
}
