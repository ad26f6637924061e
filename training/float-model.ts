// Rewrites the network of a shipped Tesseract model from 8-bit to real weights, so that training can go on from it.
// The form is Tesseract's own serialisation (src/lstm of tesseract-ocr/tesseract): little-endian, layer by layer.

const weightFlags = { int8: 1, adam: 4, double: 128 };
const trainingFlags = { int: 1 };
const ownRates = 64;

/** `lstm`: the component of that name. Gives the same network with weight = int8 x scale of its row. */
export function toFloatModel(lstm: Uint8Array): Uint8Array {
  const walk = new Walk(lstm);
  layer(walk);
  walk.text(); // the network's description
  const flags = walk.copied(4);
  flags.writeInt32LE(flags.readInt32LE(0) & ~trainingFlags.int, 0);
  walk.rest();
  return walk.written();
}

/** Reads from one buffer and keeps what is to be written. */
class Walk {
  readonly #from: Buffer;
  readonly #to: Buffer[] = [];
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  take(bytes: number): Buffer {
    if (this.#at + bytes > this.#from.length) throw new Error('lstm component: ends too early');
    const from = this.#at;
    this.#at += bytes;
    return this.#from.subarray(from, this.#at);
  }
  put(bytes: Buffer): void {
    this.#to.push(bytes);
  }
  /** Carried over; the copy may be changed. */
  copied(bytes: number): Buffer {
    const part = Buffer.from(this.take(bytes));
    this.put(part);
    return part;
  }
  count(): number {
    return this.copied(4).readUInt32LE(0);
  }
  text(): string {
    return this.copied(this.count()).toString('latin1');
  }
  rest(): void {
    this.copied(this.#from.length - this.#at);
  }
  written(): Uint8Array {
    return Buffer.concat(this.#to);
  }
}

/** One layer with all that it holds. */
function layer(walk: Walk): void {
  walk.copied(1);
  const kind = walk.text();
  walk.copied(2); // trained, and its errors passed on
  const flags = walk.count();
  walk.copied(12); // inputs, outputs, number of weights
  walk.text(); // its name
  if (
    /^(Series|Parallel|Replicated|ParBidiLSTM|DepParUDLSTM|Par2dLSTM|RTLReversed|TTBReversed|XYTranspose)$/.test(
      kind,
    )
  ) {
    for (let left = walk.count(); left > 0; left--) layer(walk);
    if ((flags & ownRates) !== 0) walk.copied(4 * walk.count());
  } else if (kind === 'Input') walk.copied(20);
  else if (/^(Convolve|Maxpool|Reconfig)$/.test(kind)) walk.copied(8);
  else if (/^(LSTM|SummLSTM)$/.test(kind)) {
    walk.copied(4);
    for (const _gate of ['cell', 'input', 'forget', 'output']) weights(walk);
  } else if (/^(Tanh|Softmax|Relu|Linear|Logistic|SoftmaxNoCTC)$/.test(kind)) weights(walk);
  else throw new Error(`lstm component: layer ${JSON.stringify(kind)} not known`);
}

function weights(walk: Walk): void {
  const mode = walk.take(1)[0]!;
  if ((mode & weightFlags.double) === 0) throw new Error('lstm component: old form of weights');
  walk.put(Buffer.of(mode & ~weightFlags.int8));
  const rows = walk.count();
  const columns = walk.count();
  if ((mode & weightFlags.int8) === 0) {
    walk.copied(8 * (1 + rows * columns));
    return;
  }
  const empty = walk.take(1).readInt8(0);
  const cells = walk.take(rows * columns);
  const scales = walk.take(4).readUInt32LE(0);
  const scale = walk.take(8 * scales);
  const out = Buffer.alloc(8 * (1 + rows * columns));
  out.writeDoubleLE(empty, 0);
  for (let i = 0; i < rows * columns; i++) {
    const row = Math.floor(i / columns);
    out.writeDoubleLE(cells.readInt8(i) * scale.readDoubleLE(8 * row), 8 * (1 + i));
  }
  walk.put(out);
}
