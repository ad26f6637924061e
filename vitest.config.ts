// Test runner: one process a file, since native modules (sharp, onnxruntime, better-sqlite3) keep state in a process.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'data/**', 'reports/**', '.cache/**'],
    pool: 'forks',
    setupFiles: ['./testing/own-temporary-folder.ts'],
    // All cores: most of the time is spent in programs that tests start and wait for.
    maxWorkers: '100%',
    // Tests that load onnxruntime in their own process; the product's workers bring their own environment.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    // Tests that start a real PostgreSQL, read a page or print with Java need more than the default 5 s.
    // A test says for itself where it needs longer than this on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './testing/counts-reporter.ts'],
  },
});
