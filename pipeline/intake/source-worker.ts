// What the process does that opens foreign files: takes their bytes over, gives page pictures. It reads no file itself.
import { AppError, type ErrorKind, type MessageParams } from '../../core/errors.ts';
import type { Problem } from '../../core/model.ts';
import { openBytes, type PictureReader } from './open-source.ts';
import type { FileFacts, IntakeLimits } from './source.ts';

/** Bytes come part by part, each a task of its own: that keeps their sender from running ahead. */
export type SourceTask =
  | { readonly do: 'begin'; readonly id: number; readonly facts: FileFacts; readonly limits: IntakeLimits }
  | { readonly do: 'bytes'; readonly id: number; readonly part: Uint8Array }
  | { readonly do: 'open'; readonly id: number }
  | { readonly do: 'page'; readonly id: number; readonly number: number }
  | { readonly do: 'cut'; readonly id: number; readonly pages: readonly number[] }
  | { readonly do: 'close'; readonly id: number };

/** What opening tells. */
export interface Opened {
  readonly pageCount: number;
  readonly signed: boolean;
  readonly problems: readonly Problem[];
}

/** Errors do not survive the way between processes as what they are: they come as data. */
export type SourceAnswer =
  | { readonly ok: unknown }
  | {
      readonly error: { readonly kind: ErrorKind; readonly code: string; readonly params: MessageParams };
      readonly crash?: string;
    }
  | { readonly crash: string }
  /** The file came to an earlier process, which has died. */
  | { readonly lost: true };

interface Coming {
  push(part: Uint8Array): Promise<void>;
  stop(): void;
  end(): Promise<PictureReader>;
}

const coming = new Map<number, Coming>();
const open = new Map<number, PictureReader>();

export default async function work(task: SourceTask): Promise<SourceAnswer> {
  const { id } = task;
  if (task.do !== 'begin' && !coming.has(id) && !open.has(id)) return { lost: true };
  try {
    return { ok: await answer(task) };
  } catch (thrown) {
    const crash = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    if (!(thrown instanceof AppError)) return { crash };
    const { kind, code, params } = thrown;
    const cause = thrown.cause instanceof Error ? thrown.cause.stack : undefined;
    return { error: { kind, code, params }, ...(cause ? { crash: cause } : {}) };
  }
}

async function answer(task: SourceTask): Promise<unknown> {
  const { id } = task;
  switch (task.do) {
    case 'begin':
      coming.set(id, receive(task.facts, task.limits));
      return undefined;
    case 'bytes':
      return coming.get(id)!.push(task.part);
    case 'open': {
      const reader = await coming
        .get(id)!
        .end()
        .finally(() => coming.delete(id));
      open.set(id, reader);
      const { pageCount, signed, problems } = reader;
      return { pageCount, signed, problems } satisfies Opened;
    }
    case 'page':
      return open.get(id)!.page(task.number);
    case 'cut':
      return open.get(id)!.cut(task.pages);
    case 'close':
      coming.get(id)?.stop();
      coming.delete(id);
      open.get(id)?.close();
      open.delete(id);
      return undefined;
  }
}

/** Parts that are pushed are pulled by the opener; who refuses the file early refuses its next part. */
function receive(facts: FileFacts, limits: IntakeLimits): Coming {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const reader = openBytes({ facts, limits, bytes: readable });
  reader.catch((error: unknown) => writer.abort(error)).catch(() => undefined);
  return {
    push: (part) => writer.write(part),
    stop: () => void writer.abort(new Error('given up')).catch(() => undefined),
    end: async () => {
      // Rejects where the reader has refused already, which the reader says itself.
      await writer.close().catch(() => undefined);
      return reader;
    },
  };
}
