import type { Draft, DraftRow, DraftSection } from "./draft.js";

/** How a draft is printed, in ways that mean the same. */
export interface Look {
  /** Bold names, code, spans. */
  readonly decorated?: boolean;
  /** Cells of headers and bodies as an editor of the page may write them. */
  readonly plainCells?: boolean;
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The parts of a section in their order: rows that follow one another are a table. */
function* arrange({ header, parts }: DraftSection): Generator<string | Table> {
  let rows: string[][] = [];
  for (const part of parts) {
    const isRow = "name" in part;
    if (rows.length > 0 && (!isRow || part.isSplit)) {
      yield { header, rows };
      rows = [];
    }
    if (isRow) rows.push(toCells(part, header));
    else yield part.sentence;
  }
  if (rows.length > 0) yield { header, rows };
}

function toCells({ name, type, explanation, isSwapped }: DraftRow, header: readonly string[]): string[] {
  const texts: Readonly<Record<string, string>> = {
    Property: name,
    Type: type,
    Kind: type,
    Explanation: explanation,
  };
  const cells = header.map((column) => texts[column] ?? "");
  return isSwapped ? [cells[1] ?? "", cells[0] ?? "", ...cells.slice(2)] : cells;
}

const itemsOf = (draft: Draft, i: number): readonly string[] =>
  (draft.lists[i]?.items ?? []).map(
    ({ name, limit, text }) => `${name}${limit === undefined ? "" : ` (${limit})`} ${text}`,
  );

/** Calls back for each part of a draft in its order. */
function printAll(
  draft: Draft,
  print: {
    readonly heading: (text: string, level: number) => string;
    readonly text: (text: string) => string;
    readonly list: (items: readonly string[]) => string;
    readonly table: (table: Table) => string;
  },
): string {
  const out = [print.heading(draft.title, 1)];
  for (const [i, { introduction }] of draft.lists.entries())
    out.push(print.text(introduction), print.list(itemsOf(draft, i)));
  let side = "";
  for (const section of draft.sections) {
    if (section.side !== side) out.push(print.heading(section.side, 2));
    side = section.side;
    out.push(print.heading(section.heading, 3));
    for (const part of arrange(section))
      out.push(typeof part === "string" ? print.text(part) : print.table(part));
  }
  return out.join("\n\n");
}

const toMarkdown = (draft: Draft, { decorated }: Look): string => {
  const escape = (text: string): string => text.replaceAll("[", "\\[").replaceAll("|", "\\|");
  const mark = (text: string): string => (decorated && text !== "" ? `**${escape(text)}**` : escape(text));
  const row = (cells: readonly string[]): string => `| ${cells.map(mark).join(" | ")} |`;
  return printAll(draft, {
    heading: (text, level) => `${"#".repeat(level)} ${mark(text)}`,
    text: escape,
    list: (items) => items.map((item) => `${decorated ? "*" : "-"} ${escape(item)}`).join("\n"),
    table: ({ header, rows }) => [row(header), `|${"-|".repeat(header.length)}`, ...rows.map(row)].join("\n"),
  });
};

const toHtml = (draft: Draft, { decorated, plainCells }: Look): string => {
  const mark = (text: string): string => (decorated ? `<span class=x><b>${text}</b></span>` : text);
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${mark(cell)}</${tag}>`).join("")}</tr>`;
  return printAll(draft, {
    heading: (text, level) => `<h${level}>${mark(text)}</h${level}>`,
    text: (text) => (decorated ? `<div>${text}</div>` : `<p>${text}</p>`),
    list: (items) => `<ul>${items.map((item) => `<li>${mark(item)}`).join("\n")}</ul>`,
    table: ({ header, rows }) => {
      const body = rows.map((cells) => row(cells, "td")).join("\n");
      return plainCells
        ? `<table>${row(header, "td")}${body}</table>`
        : `<table><thead>${row(header, "th")}</thead><tbody>${body}</tbody></table>`;
    },
  });
};

const toText = (draft: Draft): string =>
  printAll(draft, {
    heading: (text) => text,
    text: (text) => text,
    list: (items) => items.map((item) => `  • ${item}`).join("\n"),
    table: ({ header, rows }) => [header, ...rows].map((cells) => cells.filter(Boolean).join(" ")).join("\n"),
  });

/** The forms in which a page is saved. */
export const forms: Readonly<
  Record<"page.md" | "page.html" | "page.txt", (draft: Draft, look: Look) => string>
> = {
  "page.md": toMarkdown,
  "page.html": toHtml,
  "page.txt": toText,
};
