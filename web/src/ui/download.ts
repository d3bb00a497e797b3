/** Give the reader a file, or put a table on the clipboard. */

export type Plain = string | number | boolean | null | undefined;

/** A table as CSV (RFC 4180); text that a spreadsheet would run as a formula is defused. */
export function asCsv(header: readonly string[], rows: readonly (readonly Plain[])[]): string {
  return [header, ...rows]
    .map((row) => row.map(csvCell).join(","))
    .join("\r\n")
    .concat("\r\n");
}

/** A table as tab-separated text, which spreadsheets paste as cells. */
export function asTabs(header: readonly string[], rows: readonly (readonly Plain[])[]): string {
  const cell = (value: Plain) => defused(value).replace(/[\t\r\n]+/g, " ");
  return [header, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

export function downloadText(name: string, text: string, type = "text/csv"): void {
  // Spreadsheets need the mark to read UTF-8.
  const mark = type === "text/csv" ? "\ufeff" : "";
  downloadBlob(name, new Blob([mark, text], { type: `${type};charset=utf-8` }));
}

export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(name);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const NOT_IN_NAMES = new RegExp(
  `[${["\\u0000-\\u001f", '<>:"/\\\\|?*', "\\u202a-\\u202e\\u2066-\\u2069"].join("")}]+`,
  "g",
);

/** A name that every system takes as a file's. */
export const fileName = (name: string): string => name.replace(NOT_IN_NAMES, "-").slice(0, 120);

const CELL_BEGINS = /((?:^|[;\t\r\n])(?:["\0]|[^\S\t\r\n])*)(?=[=+\-@＝＋－＠])/g;

function csvCell(value: Plain): string {
  const text = defused(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Numbers stay numbers. Where text begins like a formula it gets an apostrophe before the sign, and so behind what ends a cell
 * where the decimal mark is a comma: there a row is one cell up to the first ";", whatever quotes stand in it (as in
 * src/clew/app/spreadsheet_file.py, which names the source).
 */
function defused(value: Plain): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  if (/^[+-]?\d+([.,]\d+)?%?$/.test(value)) return value;
  const guarded = value.replace(CELL_BEGINS, "$1'");
  return /^[=+\-@\t\r\n\0＝＋－＠]/.test(guarded) ? `'${guarded}` : guarded;
}
