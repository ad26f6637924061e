// Runs Tesseract's training programs: learns on from the base, then turns the result into a small whole-number model.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameAdded } from './added-characters.ts';
import type { BaseModel } from './base-model.ts';

export interface Course {
  readonly rate: number;
  /** Lines looked at, each counted as often as it comes. */
  readonly iterations: number;
  /** List of `.lstmf` files. */
  readonly lines: string;
}

export interface TuneRequest {
  readonly base: BaseModel;
  readonly folder: string;
  readonly courses: readonly Course[];
  readonly told?: (line: string) => void;
}

/** Path of the finished traineddata. */
export function fineTune({ base, folder, courses, told }: TuneRequest): string {
  mkdirSync(folder, { recursive: true });
  let from = base.network;
  courses.forEach((course, i) => {
    const output = join(folder, `course-${i + 1}`);
    const first = i === 0;
    const said = train([
      ['continue_from', from],
      // Only the first step changes the character set; later ones go on from a checkpoint.
      ...(first ? [['old_traineddata', base.stock]] : [['reset_learning_rate', 'true']]),
      ['traineddata', base.starter],
      ['train_listfile', course.lines],
      ['model_output', output],
      ['learning_rate', String(course.rate)],
      ['max_iterations', String(course.iterations)],
    ]);
    told?.(said);
    from = `${output}_checkpoint`;
  });
  const finished = join(folder, 'vie.traineddata');
  train([
    ['stop_training', 'true'],
    ['convert_to_int', 'true'],
    ['continue_from', from],
    ['traineddata', base.starter],
    ['model_output', finished],
  ]);
  nameInModel(finished, folder);
  return finished;
}

function nameInModel(model: string, folder: string): void {
  const part = (name: string) => join(folder, `vie.${name}`);
  execFileSync('combine_tessdata', ['-u', model, part('')], { stdio: 'ignore' });
  const named = nameAdded(readFileSync(part('lstm')), readFileSync(part('lstm-unicharset'), 'utf8'));
  writeFileSync(part('lstm'), named);
  execFileSync('combine_tessdata', ['-o', model, part('lstm')], { stdio: 'ignore' });
}

/** Last line the program said. */
function train(options: readonly (readonly string[])[]): string {
  const args = options.map(([name, value]) => `--${name}=${value}`);
  // Threads only make it slower; the same seed and one thread give the same model.
  const env = { PATH: '/usr/bin:/bin', OMP_THREAD_LIMIT: '1' };
  const said = execFileSync('lstmtraining', args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 << 20,
  });
  return said.toString().trim().split('\n').at(-1) ?? '';
}
