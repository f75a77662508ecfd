import type { MarkdownText } from "../text/escape.js";

/** A laid-out page with its tables aligned, and without the blank lines that absent parts leave behind. Code stays. */
export function tidyMarkdown(text: MarkdownText): MarkdownText {
  const tidied = partsOf(text.trim()).map(({ lines, fence }) => {
    const part = lines.join("\n");
    return fence === undefined ? tidyProse(part) : part;
  });
  return `${tidied.join("\n")}\n` as MarkdownText;
}

/** Lines of prose, or of a block between two fences. */
interface Part {
  readonly lines: string[];
  readonly fence?: string;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [{ lines: [] }];
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const fence = open === undefined ? /^`{3,}/.exec(line)?.[0] : undefined;
    if (fence !== undefined) parts.push({ lines: [], fence });
    parts.at(-1)?.lines.push(line);
    if (line === open) parts.push({ lines: [] });
    open = fence ?? (line === open ? undefined : open);
  }
  return parts.filter(({ lines }) => lines.length > 0);
}

const tidyProse = (text: string): string => alignTables(text.replace(/\n{3,}/g, "\n\n"));

const alignTables = (text: string): string => text.replace(/^\|.*(?:\n\|.*)*/gm, alignTable);

/**
 * Every column but the last is as wide as its widest cell, in steps, so that few changes move them all. The last one,
 * which has the long texts, is not padded and so has no bar behind it.
 */
function alignTable(table: string): string {
  const rows = table.split("\n").map(cellsOf);
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns - 1 }, (_, column) =>
    widthOf(rows.map((row) => row[column] ?? "")),
  );
  return rows.map((row) => formatRow(row, widths)).join("\n");
}

const step = 4;

const widthOf = (cells: readonly string[]): number =>
  Math.ceil(Math.max(...cells.map((cell) => cell.length)) / step) * step;

function formatRow(row: readonly string[], widths: readonly number[]): string {
  const isRule = row.every((cell) => /^-+$/.test(cell));
  const cells = row.map((cell, column) => {
    const width = widths[column];
    if (width === undefined) return cell === "" ? "–" : cell;
    return isRule ? "-".repeat(width) : cell + " ".repeat(width - cell.length);
  });
  return `| ${cells.join(" | ")}`;
}

/** The cells of a row; a bar behind a backslash is text. */
function cellsOf(row: string): string[] {
  const cells = [""];
  for (const [token] of row.slice(1).matchAll(/\\.?|[^|\\]+|\|/g)) {
    if (token === "|") cells.push("");
    else cells.push(`${cells.pop() ?? ""}${token}`);
  }
  return (cells.at(-1) === "" ? cells.slice(0, -1) : cells).map((cell) => cell.trim());
}
