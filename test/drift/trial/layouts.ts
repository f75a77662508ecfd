import { formatPage, plain, type Block, type Page, type TableRow, type WideRow } from "./page.js";

export type Layout = readonly [name: string, extension: "html" | "md" | "txt", write: (page: Page) => string];

type Table = Extract<Block, { kind: "table" }>;

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const isWide = (row: TableRow | WideRow): row is WideRow => "wide" in row;

const html =
  (
    toTable: (table: Table, object: string) => string,
    toHeading = (level: number, text: string): string => `<h${level}>${text}</h${level}>`,
  ) =>
  (page: Page): string => {
    let object = "";
    const parts = page.map((block) => {
      if (block.kind === "heading") {
        object = block.text;
        return toHeading(block.level, escape(block.text));
      }
      if (block.kind === "list")
        return `<ul>${block.entries.map((entry) => `<li>${escape(entry).replaceAll("\n", "<br>")}</li>`).join("")}</ul>`;
      return block.kind === "table" ? toTable(block, object) : `<p>${escape(block.text)}</p>`;
    });
    return `<!DOCTYPE html><html><head><title>Webhooks JSON Definitions</title></head><body>\n${parts.join("\n")}\n</body></html>\n`;
  };

const rows =
  (toRow: (row: TableRow, object: string) => string, around = (inner: string): string => inner) =>
  (table: Table, object: string): string => {
    const parts = table.rows.map((row) => (isWide(row) ? { wide: row.wide } : { row: toRow(row, object) }));
    const out: string[] = [];
    let open: string[] = [];
    const close = (): void => {
      if (open.length > 0) out.push(around(open.join("\n")));
      open = [];
    };
    for (const { wide, row } of parts)
      if (wide === undefined) open.push(row);
      else {
        close();
        out.push(`<p>${escape(wide)}</p>`);
      }
    close();
    return out.join("\n");
  };

const cells = (...texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;

const toTyped = ({ type, optional }: TableRow): string => [type, optional].filter(Boolean).join(" ");

const table = (header: readonly string[]) => (inner: string) =>
  `<table><thead><tr>${header.map((name) => `<th>${name}</th>`).join("")}</tr></thead><tbody>${inner}</tbody></table>`;

const markdown =
  (
    toRows: (row: TableRow) => string,
    toHeading = (level: number, text: string): string => `${"#".repeat(level)} ${text}`,
    head = "",
  ) =>
  (page: Page): string =>
    page
      .map((block) => {
        if (block.kind === "heading") return toHeading(block.level, block.text);
        if (block.kind === "list")
          return block.entries.map((entry) => `- ${entry.replaceAll("\n", "\n  ")}`).join("\n");
        if (block.kind === "paragraph") return block.text;
        const lines = block.rows.map((row) => (isWide(row) ? `\n${row.wide}\n\n${head}` : toRows(row)));
        return `${head}${lines.join("\n")}`;
      })
      .join("\n\n");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|");

const bold = (level: number, text: string): string =>
  level === 1 ? `<h1>${text}</h1>` : `<p><b>${text}</b></p>`;

const usual = rows(
  (row) => cells(row.name, toTyped(row), escape(row.text)),
  table(["Property", "Type", "Explanation"]),
);

/** The same page as other editors and documentation generators lay it out. */
export const layouts: readonly Layout[] = [
  [
    "Docusaurus",
    "md",
    (page) =>
      `---\nid: definitions\ntitle: Webhooks JSON Definitions\n---\n\n${formatPage(page, "markdown", { ...plain, names: "code", wide: "paragraph" }).replace(/^(Attention: .*)$/gm, ":::caution\n\n$1\n\n:::")}`,
  ],
  [
    "Slate: a column says what is required",
    "md",
    (page) =>
      formatPage(page, "markdown", { ...plain, mark: "needed", names: "code" }).replaceAll(
        "| Property |",
        "| Parameter |",
      ),
  ],
  [
    "Confluence",
    "html",
    html(
      rows(
        (row) =>
          cells(
            `<p><strong>${row.name}</strong></p>`,
            `<p>${toTyped(row)}</p>`,
            `<p>${escape(row.text)}</p>`,
          ),
        (inner) =>
          `<div class="table-wrap"><table class="confluenceTable"><colgroup><col/><col/><col/></colgroup><tbody><tr><th class="confluenceTh"><p>Property</p></th><th><p>Type</p></th><th><p>Explanation</p></th></tr>${inner}</tbody></table></div>`,
      ),
    ),
  ],
  [
    "a list of definitions",
    "html",
    html(
      rows(
        (row) => `<dt>${row.name}</dt><dd>${toTyped(row)} ${escape(row.text)}</dd>`,
        (inner) => `<dl>${inner}</dl>`,
      ),
    ),
  ],
  [
    "a list of definitions, the type beside the name",
    "html",
    html(
      rows(
        (row) => `<dt><code>${row.name}</code> <em>${toTyped(row)}</em></dt><dd>${escape(row.text)}</dd>`,
        (inner) => `<dl>${inner}</dl>`,
      ),
    ),
  ],
  [
    "boxes",
    "html",
    html(
      rows(
        (row) =>
          `<div class="prop"><div>${row.name}</div><div>${toTyped(row)}</div><div>${escape(row.text)}</div></div>`,
      ),
    ),
  ],
  [
    "boxes of a line",
    "html",
    html(
      rows(
        (row) =>
          `<div><span>${row.name}</span> <span>${toTyped(row)}</span> <span>${escape(row.text)}</span></div>`,
      ),
    ),
  ],
  [
    "bullets",
    "md",
    markdown(
      (row) =>
        `- \`${row.name}\` (${[row.type, row.optional.replace(/[()]/g, "")].filter(Boolean).join(", ")}): ${oneLine(row.text)}`,
    ),
  ],
  [
    "bullets with dashes",
    "md",
    markdown((row) => `- **${row.name}** ${toTyped(row)} – ${oneLine(row.text)}`),
  ],
  [
    "a heading for each property",
    "md",
    markdown(
      (row) => `\n#### ${row.name.replaceAll("[]", "\\[\\]")}\n\n${toTyped(row)} ${oneLine(row.text)}\n`,
    ),
  ],
  [
    "a heading for each property, the type in a line of its own",
    "md",
    markdown(
      (row) => `\n#### ${row.name.replaceAll("[]", "\\[\\]")}\n\n*${toTyped(row)}*\n\n${oneLine(row.text)}\n`,
    ),
  ],
  [
    "a heading for each property, the type behind a word",
    "md",
    markdown(
      (row) =>
        `\n#### ${row.name.replaceAll("[]", "\\[\\]")}\n\nType: ${toTyped(row)}\n\n${oneLine(row.text)}\n`,
    ),
  ],
  ["no headings", "html", html(usual, bold)],
  ["no headings and no title", "html", html(usual, (_, text) => `<p><b>${text}</b></p>`)],
  [
    "headings of one level",
    "html",
    html(usual, (level, text) => (level === 1 ? `<h1>${text}</h1>` : `<h2>${text}</h2>`)),
  ],
  [
    "merged cells: the object beside its properties",
    "html",
    html((given, object) => {
      const inner = given.rows.map((row, i) => {
        const first = i === 0 ? `<td rowspan="${given.rows.length}">${object}</td>` : "";
        return isWide(row)
          ? `<tr>${first}<td colspan="3">${escape(row.wide)}</td></tr>`
          : `<tr>${first}<td>${row.name}</td><td>${toTyped(row)}</td><td>${escape(row.text)}</td></tr>`;
      });
      return table(["Object", "Property", "Type", "Explanation"])(inner.join("\n"));
    }),
  ],
  [
    "columns in another order",
    "html",
    (page) => formatPage(page, "html", { ...plain, columns: ["type", "name", "text"] }),
  ],
  [
    "tables without headers",
    "html",
    html(
      rows(
        (row) => cells(row.name, toTyped(row), escape(row.text)),
        (inner) => `<table>${inner}</table>`,
      ),
    ),
  ],
  [
    "details that open",
    "html",
    html(usual, (level, text) =>
      level < 3 ? `<h${level}>${text}</h${level}>` : `<details open></details><summary>${text}</summary>`,
    ),
  ],
  [
    "text with tabs",
    "txt",
    (page) =>
      page
        .map((block) => {
          if (block.kind === "list")
            return block.entries.map((entry) => `• ${entry.replaceAll("\n", "\n  ")}`).join("\n");
          if (block.kind !== "table") return block.text;
          const lines = block.rows.map((row) =>
            isWide(row) ? row.wide : [row.name, toTyped(row), oneLine(row.text)].join("\t"),
          );
          return ["Property\tType\tExplanation", ...lines].join("\n");
        })
        .join("\n\n"),
  ],
  [
    "headings with numbers",
    "html",
    html(usual, (level, text) => `<h${level}>${level === 1 ? "" : "1.2 "}${text}</h${level}>`),
  ],
  [
    "a column of dashes for a release",
    "html",
    html(
      rows(
        (row) =>
          cells(
            row.name,
            row.type,
            row.type === "" ? "" : row.optional === "" ? "no" : "yes",
            "",
            escape(row.text),
          ),
        table(["Property", "Type", "Optional", "Since", "Explanation"]),
      ),
    ),
  ],
  [
    "a sample for each object, and nothing else",
    "md",
    (page) =>
      page
        .map((block) => {
          if (block.kind === "heading") return `${"#".repeat(block.level)} ${block.text}`;
          if (block.kind !== "table") return "";
          const names = block.rows.flatMap((row) => (isWide(row) ? [] : `  ${row.name}: ${row.type}`));
          return ["```", ...names, "```"].join("\n");
        })
        .join("\n\n"),
  ],
  [
    "a block in the cell of the name",
    "html",
    html(
      rows(
        (row) =>
          cells(
            `<span>${row.name}</span><div>${row.optional || "required"}</div>`,
            row.type,
            escape(row.text),
          ),
        table(["Property", "Type", "Explanation"]),
      ),
    ),
  ],
  [
    "a small table of facts for each property",
    "html",
    html(
      rows(
        (row) =>
          `<p><b>${row.name}</b></p><table>${cells("Type", toTyped(row))}${cells("Explanation", escape(row.text))}</table>`,
      ),
    ),
  ],
  [
    "bullets within bullets",
    "md",
    markdown((row) => `- **${row.name}**: \`${toTyped(row)}\`\n    - ${oneLine(row.text)}`),
  ],
];
