// Seeded random numbers, so that every run draws and damages the same pages.

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Normal with mean 0 and deviation 1 (sum of uniforms, good enough for sensor noise). */
  normal(): number;
}

/** 32 bits of state, period 2^32: uniform in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The seed is any text. */
export function seeded(seed: string): Random {
  let state = 0x9e3779b9;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  const next = mulberry32(state);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: () => next() + next() + next() + next() - next() - next() - next() - next(),
  };
}
