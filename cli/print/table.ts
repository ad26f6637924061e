// Tables of text: columns as wide as their widest cell, two spaces apart.

/** Cells may carry colour; their width is counted without it. An empty list gives no line at all. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns a text takes on a terminal: NFC letters, no colour codes. */
export const widthOf = (text: string): number =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with ESC
  [...text.replace(/\u001b\[[\d;]*m/g, '').normalize('NFC')].length;

/** `text` filled up with spaces to a width. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
