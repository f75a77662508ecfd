/**
 * Parses a vendor page that a browser saved as text, and writes it again as text, HTML or Markdown. It simulates
 * the vendor's editor, and uses no code of `drift`.
 */

/** A row of a table. `optional` is the mark as written, or "". */
export interface TableRow {
  readonly name: string;
  readonly type: string;
  readonly optional: string;
  readonly text: string;
}

export interface WideRow {
  readonly wide: string;
}

export type Block = { readonly gap: number } & (
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly entries: readonly string[] }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      readonly rows: readonly (TableRow | WideRow)[];
    }
);

export type Page = readonly Block[];

export const formats = ["text", "html", "markdown"] as const;

export type Format = (typeof formats)[number];

/** The choices of an editor, or of the program that saves the page. */
export interface Style {
  /** Position of the optional mark. "own" and "needed" are separate columns, for optional or required. */
  readonly mark: "type" | "text" | "name" | "own" | "needed";
  /** The form of a full-width line. */
  readonly wide: "cell" | "paragraph";
  readonly columns: readonly ("name" | "type" | "text")[];
  /** True if a table repeats its header after a note. Markdown requires a header. */
  readonly repeat: boolean;
  /** True if the second line of a list entry is on its own line. */
  readonly breaks: boolean;
  readonly names: "" | "bold" | "code" | "italic" | "link";
  readonly bullet: string;
  readonly frame: readonly [before: string, behind: string];
}

export const plain: Style = {
  mark: "type",
  wide: "cell",
  columns: ["name", "type", "text"],
  repeat: true,
  breaks: true,
  names: "",
  bullet: "•",
  frame: ["", ""],
};

const header = "Property Type Explanation";
const types =
  /^(?:string|text|int|bigint|number|boolean|uuid|datetime|date|array|object|payment|externalDiscount|decimal)(?:\[\])?$/;
const optional = /^\((?:optional|optioneel)\)$/i;

export function parsePage(text: string): Page {
  const blocks: Block[] = [];
  let gap = 0;
  let chunk: string[] = [];
  const end = (): void => {
    if (chunk.length > 0) blocks.push(...parseChunk(chunk, gap, blocks));
    if (chunk.length > 0) gap = 0;
    chunk = [];
  };
  for (const line of text.split("\n")) {
    if (line === "") {
      end();
      gap++;
    } else chunk.push(line);
  }
  end();
  return blocks;
}

function parseChunk(lines: readonly string[], gap: number, before: Page): readonly Block[] {
  const [first = ""] = lines;
  const at = lines.indexOf(header);
  if (at > 0)
    return [...parseChunk(lines.slice(0, at), gap, before), ...parseChunk(lines.slice(at), 0, before)];
  if (at === 0) return [{ kind: "table", gap, header: header.split(" "), rows: parseRows(lines.slice(1)) }];
  if (first.startsWith("  •")) return [{ kind: "list", gap, entries: parseEntries(lines) }];
  if (lines.length === 1 && isHeading(first)) {
    const level = before.length === 0 ? 1 : first.includes(" ") ? 2 : 3;
    return [{ kind: "heading", gap, level, text: first }];
  }
  const start = lines.findIndex(isRow);
  if (start > 0)
    return [...parseChunk(lines.slice(0, start), gap, before), ...parseChunk(lines.slice(start), 0, before)];
  if (start === 0) return [{ kind: "table", gap, header: [], rows: parseRows(lines) }];
  return [{ kind: "paragraph", gap, text: lines.join("\n") }];
}

const isRow = (line: string): boolean => {
  const { type, optional: mark } = splitRow(line);
  return type !== "" || mark !== "";
};

const isHeading = (line: string): boolean =>
  !/[.:,]$|\b[Aa]dded\b/.test(line) && line.split(" ").length < 6 && !isRow(line);

function parseEntries(lines: readonly string[]): readonly string[] {
  const entries: string[] = [];
  for (const line of lines)
    if (line.startsWith("  •")) entries.push(line.slice(4));
    else entries.push(`${entries.pop() ?? ""}\n${line.trim()}`);
  return entries;
}

/** Parses a line as a row. A name alone has no type. */
function splitRow(line: string): TableRow {
  const [name = "", ...rest] = line.split(" ");
  const type = types.test(rest[0] ?? "") ? (rest.shift() ?? "") : "";
  const mark = optional.test(rest[0] ?? "") ? (rest.shift() ?? "") : "";
  return { name, type, optional: mark, text: rest.join(" ") };
}

function parseRows(lines: readonly string[]): readonly (TableRow | WideRow)[] {
  const rows: (TableRow | WideRow)[] = [];
  for (const line of lines) {
    const row = splitRow(line);
    const last = rows.at(-1);
    const lastLine = lines[lines.indexOf(line) - 1] ?? ".";
    if (isRow(line) || !line.includes(" ")) rows.push(row);
    else if (/[.?!<]\)?$/.test(lastLine) || !last) rows.push({ wide: line });
    else rows.splice(-1, 1, append(last, line));
  }
  return rows;
}

const append = (row: TableRow | WideRow, line: string): TableRow | WideRow =>
  "wide" in row ? { wide: `${row.wide}\n${line}` } : { ...row, text: `${row.text}\n${line}` };

export function formatPage(page: Page, format: Format, style: Style = plain): string {
  const [before, behind] = style.frame;
  if (format === "text") return before + formatText(page, style) + behind;
  if (format === "markdown") return before + formatMarkdown(page, style) + behind;
  const title = page.find((block) => block.kind === "heading");
  const head = `<meta charset="utf-8"><title>${escape(title?.text ?? "")}</title>`;
  const body = page.map((block, i) => formatHtml(block, i, page, style)).join("\n");
  return `<!DOCTYPE html>\n<html lang="en">\n<head>${head}</head>\n<body>\n${before}<main>\n${body}\n</main>\n${behind}</body>\n</html>\n`;
}

const isWide = (row: TableRow | WideRow): row is WideRow => "wide" in row;

function formatText(page: Page, { bullet }: Style): string {
  const toLine = (row: TableRow | WideRow): string =>
    isWide(row)
      ? row.wide
      : [row.name, row.type, row.optional, row.text].filter(Boolean).join(" ").replace(/ \n/g, "\n");
  const toText = (block: Block): string => {
    if (block.kind === "table")
      return [...(block.header.length > 0 ? [block.header.join(" ")] : []), ...block.rows.map(toLine)].join(
        "\n",
      );
    if (block.kind !== "list") return block.text;
    return block.entries.map((entry) => `  ${bullet} ${entry.replaceAll("\n", "\n    ")}`).join("\n");
  };
  return page
    .map((block, i) => `${"\n".repeat(i === 0 ? block.gap : block.gap + 1)}${toText(block)}`)
    .join("");
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Finds the header for a table that has none because it continues another one. */
function findHeader(block: Block, at: number, page: Page): readonly string[] {
  if (block.kind !== "table" || block.header.length > 0) return block.kind === "table" ? block.header : [];
  const above = page.slice(0, at).findLast((each) => each.kind === "table" && each.header.length > 0);
  return above?.kind === "table" ? above.header : header.split(" ");
}

function toCells(row: TableRow, { mark, columns }: Style, name: string): readonly string[] {
  const add = (where: Style["mark"], text: string): string =>
    [text, mark === where ? row.optional : ""].filter(Boolean).join(" ");
  const first = mark === "text" ? [row.optional, row.text].filter(Boolean).join(" ") : row.text;
  const cells = { name: add("name", name), type: add("type", row.type), text: first.trim() };
  return [...columns.map((column) => cells[column]), ...listAnswers(row, mark)];
}

function listAnswers({ type, optional: given }: TableRow, mark: Style["mark"]): readonly string[] {
  if (mark !== "own" && mark !== "needed") return [];
  const isYes = (given !== "") === (mark === "own");
  return [type === "" && given === "" ? "" : isYes ? "yes" : "no"];
}

const orderHeader = (names: readonly string[], { columns, mark }: Style): readonly string[] => [
  ...columns.map((column) => names[["name", "type", "text"].indexOf(column)] ?? ""),
  ...(mark === "own" ? ["Optional"] : mark === "needed" ? ["Required"] : []),
];

const htmlMarks = { "": "", bold: "strong", code: "code", italic: "em", link: "a" } as const;

function formatHtml(block: Block, at: number, page: Page, style: Style): string {
  const mark = htmlMarks[style.names];
  const toName = (name: string): string =>
    mark === "" ? escape(name) : `<${mark}${mark === "a" ? ' href="#x"' : ""}>${escape(name)}</${mark}>`;
  if (block.kind === "heading") return `<h${block.level}>${escape(block.text)}</h${block.level}>`;
  if (block.kind === "paragraph") return `<p>${escape(block.text)}</p>`;
  if (block.kind === "list") {
    const toEntry = (entry: string): string =>
      entry.replace(/^(\w+)([^]*)$/, (_, name: string, rest: string) => toName(name) + escape(rest));
    const end = style.breaks ? "<br>\n" : "\n";
    return `<ul>\n${block.entries.map((entry) => `<li>${toEntry(entry).replaceAll("\n", end)}</li>`).join("\n")}\n</ul>`;
  }
  const names = block.header.length > 0 || style.repeat ? findHeader(block, at, page) : [];
  const head = orderHeader(names, style).map((name) => `<th>${escape(name)}</th>`);
  const open = `<table>${names.length > 0 ? `<thead><tr>${head.join("")}</tr></thead>` : ""}<tbody>`;
  const close = "</tbody></table>";
  const rows = block.rows.map((row) => {
    if (!isWide(row))
      return `<tr>${toCells({ ...row, text: escape(row.text) }, style, toName(row.name))
        .map((cell) => `<td>${cell}</td>`)
        .join("")}</tr>`;
    return style.wide === "cell"
      ? `<tr><td colspan="3">${escape(row.wide)}</td></tr>`
      : `${close}\n<p>${escape(row.wide)}</p>\n${open}`;
  });
  return [open, ...rows, close].join("\n");
}

const markdownMarks = { "": "", bold: "**", code: "`", italic: "*", link: "" } as const;

function formatMarkdown(page: Page, style: Style): string {
  const mark = markdownMarks[style.names];
  const toName = (name: string): string =>
    style.names === "link" ? `[${name.replace(/[[\]]/g, "\\$&")}](#x)` : `${mark}${name}${mark}`;
  const toCell = (text: string): string => text.replace(/\s*\n/g, " ").replaceAll("|", "\\|");
  const toLine = (cells: readonly string[]): string => `| ${cells.map(toCell).join(" | ")} |`;
  const toText = (block: Block, at: number): string => {
    if (block.kind === "heading") return `${"#".repeat(block.level)} ${block.text}`;
    if (block.kind === "paragraph") return block.text;
    if (block.kind === "list") {
      const bullet = style.bullet === "•" ? "-" : style.bullet;
      const toEntry = (entry: string): string =>
        entry.replace(/^\w+/, toName).replaceAll("\n", style.breaks ? "  \n  " : "\n  ");
      return block.entries.map((entry) => `${bullet} ${toEntry(entry)}`).join("\n");
    }
    const names = orderHeader(findHeader(block, at, page), style);
    const head = [toLine(names), toLine(names.map(() => "---"))];
    const rows = block.rows.flatMap((row, i) => {
      if (!isWide(row)) return [toLine(toCells(row, style, toName(row.name)))];
      if (style.wide === "cell") return [toLine([row.wide, "", ""])];
      const more = block.rows.slice(i + 1).some((each) => !isWide(each));
      return ["", row.wide, "", ...(more ? head : [])];
    });
    return [...head, ...rows].join("\n").trimEnd();
  };
  return `${page.map(toText).join("\n\n")}\n`;
}
