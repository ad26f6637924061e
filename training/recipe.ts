// What is learnt in which order: plain pages first, then with as many lines of what reading errs on, at last ever finer.

export interface Lesson {
  readonly name: string;
  readonly seed: number;
  readonly pages: number;
  /** Share of lines made of what reading errs on most. */
  readonly hard: number;
}

export interface Recipe {
  readonly lessons: readonly Lesson[];
  readonly courses: readonly {
    readonly rate: number;
    readonly iterations: number;
    /** Names of lessons. */
    readonly of: readonly string[];
  }[];
  readonly measured: Lesson;
}

export const full: Recipe = {
  lessons: [
    { name: 'plain', seed: 1, pages: 49, hard: 0 },
    { name: 'hard', seed: 2, pages: 40, hard: 0.5 },
  ],
  courses: [
    { rate: 1e-4, iterations: 4000, of: ['plain'] },
    { rate: 1e-4, iterations: 2700, of: ['plain', 'hard'] },
    { rate: 2e-5, iterations: 1000, of: ['plain', 'hard'] },
  ],
  measured: { name: 'measured', seed: 900, pages: 8, hard: 0.2 },
};

/** Every step once, in a few minutes. */
export const quick: Recipe = {
  lessons: [
    { name: 'plain-quick', seed: 1, pages: 2, hard: 0 },
    { name: 'hard-quick', seed: 2, pages: 1, hard: 0.5 },
  ],
  courses: [
    { rate: 1e-4, iterations: 100, of: ['plain-quick'] },
    { rate: 2e-5, iterations: 50, of: ['plain-quick', 'hard-quick'] },
  ],
  measured: { name: 'measured-quick', seed: 900, pages: 1, hard: 0.2 },
};
