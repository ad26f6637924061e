// Streams of bytes cut anew: the first bytes looked at, and chunks of one size with the last one marked.

export interface Head {
  /** The first bytes, as many as asked for where the stream has them. */
  readonly head: Buffer;
  /** The whole stream, these bytes included; to be read once. */
  readonly whole: AsyncIterable<Uint8Array>;
  /** Lets go of the stream, whether or not it was read. */
  close(): Promise<void>;
}

export async function headOf(stream: AsyncIterable<Uint8Array>, length: number): Promise<Head> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      parts.push(next.value);
      size += next.value.byteLength;
    }
  }
  const close = async (): Promise<void> => {
    ended = true;
    await iterator.return?.();
  };
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* parts.splice(0);
    try {
      while (!ended) {
        const next = await iterator.next();
        if (next.done) ended = true;
        else yield next.value;
      }
    } finally {
      await close();
    }
  }
  const head = Buffer.concat(parts, size).subarray(0, length);
  return { head, whole: whole(), close };
}

/**
 * Chunks of `size` bytes from `skip` bytes on; the last one has 0 to `size` bytes and is always there. The memory of a
 * chunk is used again for the next one.
 */
export async function* exactChunks(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
  skip = 0,
): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  const chunk = Buffer.allocUnsafe(size);
  let filled = 0;
  let toSkip = skip;
  for await (const part of stream) {
    let at = Math.min(toSkip, part.byteLength);
    toSkip -= at;
    while (at < part.byteLength) {
      // Only now is it known that the full chunk is not the last.
      if (filled === size) {
        yield { bytes: chunk, last: false };
        filled = 0;
      }
      const taken = Math.min(size - filled, part.byteLength - at);
      chunk.set(part.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: chunk.subarray(0, filled), last: true };
}
