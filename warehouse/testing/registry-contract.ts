// The contract of the Registry port, run against every adapter.
import { afterAll, beforeAll, describe } from 'vitest';
import type { Registry } from '../../core/ports.ts';
import { commitContract } from './registry-commit-contract.ts';
import { depositContract } from './registry-intent-contract.ts';
import { keysContract } from './registry-keys-contract.ts';
import { paperContract } from './registry-paper-contract.ts';
import { reviewContract } from './registry-review-contract.ts';
import { searchContract } from './registry-search-contract.ts';
import { sequenceContract } from './registry-sequence-contract.ts';

/** What a suite works with: two connections to one registry, as two processes have them. */
export interface RegistryUnderTest {
  readonly registry: () => Registry;
  readonly other: () => Registry;
}

/** `open` gives another connection to the same registry at every call; `migrate` is the suite's first call. */
export function registryContract(name: string, open: () => Promise<Registry>): void {
  describe(`registry on ${name}`, () => {
    let registries: Registry[] = [];
    beforeAll(async () => {
      registries = await Promise.all([open(), open()]);
      // Both at once, as several processes start.
      await Promise.all([...registries, ...registries].map((registry) => registry.migrate()));
    }, 60_000);
    afterAll(() => Promise.all(registries.map((registry) => registry.close())));

    const under: RegistryUnderTest = { registry: () => registries[0]!, other: () => registries[1]! };
    paperContract(under);
    reviewContract(under);
    commitContract(under);
    depositContract(under);
    keysContract(under);
    searchContract(under);
    sequenceContract(under);
  });
}
