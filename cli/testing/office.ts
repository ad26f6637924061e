// One office for tests: a data folder with the adapters that the command line wires, digitising through the pipeline.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../core/config.ts';
import type { DossierInput } from '../../core/model.ts';
import type { GateOverride } from '../../pipeline/gate/override.ts';
import type { DigitizePorts } from '../../pipeline/paper.ts';
import { type DigitizedPaper, type DigitizeFile, digitize, type ProgressEvent } from '../../pipeline/run.ts';
import { openWiring, type Wiring } from '../wire.ts';

export interface Office {
  readonly folder: string;
  readonly wiring: Wiring;
  readonly ports: DigitizePorts;
  /** Every log line so far, as it would be written. */
  readonly logged: readonly string[];
  run(order: OfficeOrder): Promise<DigitizedPaper[]>;
  /** Of every object in the store. */
  keys(): Promise<string[]>;
  /** An object's bytes. */
  bytesOf(key: string): Promise<Buffer>;
  /** The store is left as it is; everything else is closed. */
  close(): Promise<void>;
  remove(): Promise<void>;
}

export interface OfficeOrder {
  readonly files: readonly DigitizeFile[];
  readonly dossier?: DossierInput | null;
  readonly override?: GateOverride;
  readonly signal?: AbortSignal;
  onProgress?(event: ProgressEvent): void;
}

export async function openOffice(): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'sohoa-office-'));
  const logged: string[] = [];
  const record = (event: string, fields = {}) => void logged.push(JSON.stringify({ event, ...fields }));
  const wiring = openWiring({
    config: parseConfig({ data: folder }),
    environment: {},
    clock: { now: () => new Date() },
    log: { debug: record, info: record, warn: record, error: record },
    names: { organisation: 'UBND xã Thử', officer: 'Cán Bộ Thử', agency: 'UBND xã Thử' },
  });
  const { signer } = await wiring.signer();
  const ports = await wiring.digitizePorts(signer);
  return {
    folder,
    wiring,
    ports,
    logged,
    run: ({
      files,
      dossier = null,
      override,
      signal = new AbortController().signal,
      onProgress = () => {},
    }) => {
      const order = { files, dossier, out: null, production: false, officer: signer.name };
      return digitize({ ...order, override: override ?? null }, ports, { signal, onProgress });
    },
    keys: async () => {
      const keys: string[] = [];
      for await (const { key } of ports.objects.list('')) keys.push(key);
      return keys;
    },
    bytesOf: async (key) => {
      const parts: Uint8Array[] = [];
      for await (const part of await ports.objects.get(key)) parts.push(part);
      return Buffer.concat(parts);
    },
    close: () => wiring.close(),
    remove: async () => {
      await wiring.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
