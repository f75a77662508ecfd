import { escape, formatHtml, formatMarkdown, formatText, oneLine, toType } from "./page.js";
import { usualHtml, type HtmlLayout, type Page, type Row } from "./page.js";

export type Layout = readonly [name: string, extension: "html" | "md" | "txt", write: (page: Page) => string];

const html = (name: string, layout: Partial<HtmlLayout>): Layout => [
  name,
  "html",
  (page) => formatHtml(page, layout),
];

/** Each property is Markdown of its own, without a table. */
const markdown = (name: string, toRow: (row: Row) => string): Layout => [
  name,
  "md",
  (page) =>
    formatMarkdown(page, (rows) => rows.map((row) => (typeof row === "string" ? `\n${row}\n` : toRow(row)))),
];

/** The same page as other editors and documentation generators lay it out. */
export const layouts: readonly Layout[] = [
  html("a list of definitions", {
    row: (row) => `<dt>${row.name}</dt><dd>${toType(row)} ${escape(row.text)}</dd>`,
    note: (text) => `</dl><p>${text}</p><dl>`,
    table: (rows) => `<dl>${rows}</dl>`,
  }),
  html("boxes", {
    row: (row) => `<div><div>${row.name}</div><div>${toType(row)}</div><div>${escape(row.text)}</div></div>`,
    note: (text) => `<p>${text}</p>`,
    table: (rows) => rows,
  }),
  markdown("bullets", (row) => `- \`${row.name}\` (${toType(row)}): ${oneLine(row.text)}`),
  markdown(
    "a heading for each property",
    (row) => `\n#### ${row.name.replaceAll("[]", "\\[\\]")}\n\n${toType(row)} ${oneLine(row.text)}\n`,
  ),
  html("no headings", {
    heading: (level, text) => (level === 1 ? `<h1>${text}</h1>` : `<p><b>${text}</b></p>`),
  }),
  html("merged cells: the object beside its properties", {
    table: (rows, heading) => {
      const count = rows.split("<tr>").length - 1;
      const merged = rows.replace("<tr>", `<tr><td rowspan="${count}">${heading}</td>`);
      return usualHtml.table(merged, heading).replace("<tr><th>", "<tr><th>Object</th><th>");
    },
  }),
  html("tables without headers", { table: (rows) => `<table>${rows}</table>` }),
  ["text with tabs", "txt", (page) => formatText(page, "\t")],
];
