// What a spreadsheet takes for a formula (also in the full-width forms that some accept), or for the end of the text before.
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as a CSV cell that no spreadsheet runs: an apostrophe stands before one that begins as a formula does, and one
 * more before a text that already looks so, so that {@link bareText} gives each back exactly.
 */
export function shieldedText(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** What {@link shieldedText} was made of. A foreign `'=1+1` loses its apostrophe, too, as it would in a spreadsheet. */
export function bareText(cell: string): string {
  return cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell;
}
