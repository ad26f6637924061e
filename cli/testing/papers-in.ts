// What a data folder holds, as the real program lists it.
import { expect } from 'vitest';
import { sohoa } from './run-cli.ts';

export interface ListedPaper {
  readonly id: string;
  readonly status: string;
  readonly originalSha256: string;
  readonly signatures: number;
}

export async function papersIn(data: string): Promise<ListedPaper[]> {
  const { stdout, code } = await sohoa(['papers', '--json', '--data', data]);
  expect(code).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ListedPaper);
}
