// Characters the shipped model lacks: what the network sees in them already, it is told to call by their name.

/** Character and the two that it is otherwise taken for: evidence for both together speaks for it. */
export const addedCharacters: readonly (readonly [added: string, one: string, other: string])[] = [
  ['ỵ', 'y', 'ẹ'],
  ['Ỵ', 'Y', 'Ẹ'],
  ['²', '2', '°'],
  ['³', '3', '°'],
  ['–', '-', '—'],
  ['‘', "'", '“'],
  ['’', "'", '”'],
  ['…', '.', '_'],
  ['•', '*', '°'],
  ['½', '2', '⁄'],
  ['×', 'x', '*'],
  ['≥', '>', '='],
  ['≤', '<', '='],
];

// Added to the mean of the two, so that it wins where both are about as likely, and loses where one is clear.
const lead = 4;
// Training gives a new character's output too little in a short course: only these two are in enough lines to be sure of.
const named = ['²', '³'];
// Codes of the network's outputs are the numbers of the character set less its two special ones.
const specials = 2;

/** `lstm`: an 8-bit network component; gives it with the outputs of `²` and `³` set from what they are taken for. */
export function nameAdded(lstm: Uint8Array, unicharset: string): Uint8Array {
  const bytes = Buffer.from(lstm);
  const ids = unicharset
    .split('\n')
    .slice(1)
    .map((line) => line.split(' ')[0]);
  const { rows, columns, cells, scales } = outputsOf(bytes);
  const row = (character: string) => {
    const at = ids.indexOf(character) - specials;
    if (at < 1 || at >= rows) throw new Error(`no output for ${character}`);
    return at;
  };
  for (const [added, one, other] of addedCharacters.filter(([character]) => named.includes(character))) {
    const weight = (of: number, column: number) =>
      bytes.readInt8(cells + of * columns + column) * bytes.readDoubleLE(scales + 8 * of);
    const [a, b] = [row(one), row(other)];
    const mean = Array.from({ length: columns }, (_, i) => (weight(a, i) + weight(b, i)) / 2);
    // The last column is the bias.
    mean[columns - 1]! += lead;
    const scale = Math.max(...mean.map(Math.abs)) / 127;
    const to = row(added);
    mean.forEach((value, i) => {
      bytes.writeInt8(Math.round(value / scale), cells + to * columns + i);
    });
    bytes.writeDoubleLE(scale, scales + 8 * to);
  }
  return bytes;
}

/** Where the weights of the last layer lie: one row of 8-bit cells and one scale an output. */
function outputsOf(lstm: Buffer) {
  const kind = lstm.lastIndexOf('Softmax');
  const mode = lstm.indexOf('Output', kind) + 'Output'.length;
  if (kind < 0 || (lstm[mode]! & 1) === 0) throw new Error('lstm component: no whole-number outputs');
  const rows = lstm.readUInt32LE(mode + 1);
  const columns = lstm.readUInt32LE(mode + 5);
  const cells = mode + 10;
  return { rows, columns, cells, scales: cells + rows * columns + 4 };
}
