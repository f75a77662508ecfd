/**
 * Parses a vendor page that a browser saved as text, and writes it again as text, HTML or Markdown. It simulates
 * the vendor's editor, and uses no code of `drift`.
 */

/** A row of a table. `optional` is the mark as written, or "". */
export interface Row {
  readonly name: string;
  readonly type: string;
  readonly optional: string;
  readonly text: string;
}

/** A string in `rows` is a line over all columns. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly entries: readonly string[] }
  | { readonly kind: "table"; readonly hasHeader: boolean; readonly rows: readonly (Row | string)[] };

export type Page = readonly Block[];

const columns = ["Property", "Type", "Explanation"];
const header = columns.join(" ");
const types =
  /^(?:string|text|int|bigint|number|boolean|uuid|datetime|date|array|object|payment|externalDiscount|decimal)(?:\[\])?$/;

export function parsePage(text: string): Page {
  const blocks: Block[] = [];
  for (const chunk of text.split(/\n{2,}/).filter(Boolean))
    blocks.push(...parseChunk(chunk.split("\n"), blocks.length === 0));
  return blocks;
}

function parseChunk(lines: readonly string[], isFirst: boolean): readonly Block[] {
  const [first = ""] = lines;
  const start = lines.findIndex((line) => line === header || isRow(line));
  if (start > 0)
    return [...parseChunk(lines.slice(0, start), isFirst), ...parseChunk(lines.slice(start), false)];
  const hasHeader = first === header;
  if (start === 0) return [{ kind: "table", hasHeader, rows: parseRows(lines.slice(hasHeader ? 1 : 0)) }];
  if (first.startsWith("  •")) return [{ kind: "list", entries: parseEntries(lines) }];
  const isHeading = lines.length === 1 && !/[.:,]$|\b[Aa]dded\b/.test(first) && first.split(" ").length < 6;
  if (isHeading) return [{ kind: "heading", level: isFirst ? 1 : first.includes(" ") ? 2 : 3, text: first }];
  return [{ kind: "paragraph", text: lines.join("\n") }];
}

const isRow = (line: string): boolean => toType(splitRow(line)) !== "";

const parseEntries = (lines: readonly string[]): readonly string[] =>
  lines
    .join("\n")
    .slice(4)
    .split("\n  • ")
    .map((entry) => entry.replace(/\n +/g, "\n"));

/** Parses a line as a row. A name alone has no type. */
function splitRow(line: string): Row {
  const [name = "", ...rest] = line.split(" ");
  const type = types.test(rest[0] ?? "") ? (rest.shift() ?? "") : "";
  const optional = /^\(optional\)$/i.test(rest[0] ?? "") ? (rest.shift() ?? "") : "";
  return { name, type, optional, text: rest.join(" ") };
}

function parseRows(lines: readonly string[]): readonly (Row | string)[] {
  const rows: (Row | string)[] = [];
  for (const [i, line] of lines.entries()) {
    const last = rows.at(-1);
    if (isRow(line) || !line.includes(" ")) rows.push(splitRow(line));
    else if (last === undefined || /[.?!<]\)?$/.test(lines[i - 1] ?? ".")) rows.push(line);
    else
      rows.splice(
        -1,
        1,
        typeof last === "string" ? `${last}\n${line}` : { ...last, text: `${last.text}\n${line}` },
      );
  }
  return rows;
}

const join = (...texts: readonly string[]): string => texts.filter(Boolean).join(" ");

export const toType = ({ type, optional }: Row): string => join(type, optional);

export const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|");

const toCells = (row: Row): readonly string[] => [row.name, toType(row), row.text];

const toLine = (row: Row | string): string =>
  typeof row === "string" ? row : join(...toCells(row)).replaceAll(" \n", "\n");

type Form<Kind> = (block: Extract<Block, { kind: Kind }>) => string;

const print = (
  page: Page,
  toHeading: Form<"heading">,
  toList: Form<"list">,
  toTable: Form<"table">,
): string =>
  page
    .map((block) => {
      if (block.kind === "heading") return toHeading(block);
      if (block.kind === "list") return toList(block);
      return block.kind === "table" ? toTable(block) : block.text;
    })
    .join("\n\n");

/** Cells are on one line with tabs between them, or run on with spaces. */
export const formatText = (page: Page, between: " " | "\t" = " "): string =>
  print(
    page,
    ({ text }) => text,
    ({ entries }) => entries.map((entry) => `  • ${entry.replaceAll("\n", "\n    ")}`).join("\n"),
    ({ hasHeader, rows }) => {
      const lines = rows.map((row) =>
        typeof row === "string" || between === " " ? toLine(row) : toCells(row).map(oneLine).join("\t"),
      );
      return [...(hasHeader ? [columns.join(between)] : []), ...lines].join("\n");
    },
  );

const toMarkdownRow = (...cells: readonly string[]): string => `| ${cells.map(oneLine).join(" | ")} |`;
const markdownHead = [toMarkdownRow(...columns), toMarkdownRow("---", "---", "---")];

/** `toRows` replaces the tables. */
export const formatMarkdown = (
  page: Page,
  toRows: (rows: readonly (Row | string)[]) => readonly string[] = (rows) => [
    ...markdownHead,
    ...rows.map((row) =>
      typeof row === "string" ? toMarkdownRow(row, "", "") : toMarkdownRow(...toCells(row)),
    ),
  ],
): string =>
  print(
    page,
    ({ level, text }) => `${"#".repeat(level)} ${text}`,
    ({ entries }) => entries.map((entry) => `- ${entry.replaceAll("\n", "  \n  ")}`).join("\n"),
    ({ rows }) => toRows(rows).join("\n"),
  );

export interface HtmlLayout {
  readonly heading: (level: number, text: string) => string;
  /** Cells of a row. */
  readonly row: (row: Row) => string;
  readonly note: (text: string) => string;
  readonly table: (rows: string, heading: string) => string;
}

const toHead = `<tr>${columns.map((name) => `<th>${name}</th>`).join("")}</tr>`;

export const usualHtml: HtmlLayout = {
  heading: (level, text) => `<h${level}>${text}</h${level}>`,
  row: (row) => `<tr><td>${row.name}</td><td>${toType(row)}</td><td>${escape(row.text)}</td></tr>`,
  note: (text) => `<tr><td colspan="3">${text}</td></tr>`,
  table: (rows) => `<table><thead>${toHead}</thead><tbody>${rows}</tbody></table>`,
};

export function formatHtml(page: Page, layout: Partial<HtmlLayout> = {}): string {
  const { heading, row: toRow, note, table } = { ...usualHtml, ...layout };
  let above = "";
  const text = print(
    page.map((block) =>
      block.kind === "paragraph" ? { ...block, text: `<p>${escape(block.text)}</p>` } : block,
    ),
    ({ level, text }) => {
      above = text;
      return heading(level, escape(text));
    },
    ({ entries }) =>
      `<ul>${entries.map((each) => `<li>${escape(each).replaceAll("\n", "<br>\n")}`).join("\n")}</ul>`,
    ({ rows }) =>
      table(rows.map((row) => (typeof row === "string" ? note(escape(row)) : toRow(row))).join("\n"), above),
  );
  return `<!DOCTYPE html><html><head><title>Webhooks</title></head><body>\n${text}\n</body></html>\n`;
}
