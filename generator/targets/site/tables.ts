import { toHtmlText } from "../../text/html.js";
import { rowAnchor, toFragment, type TakeAnchor } from "./anchors.js";
import { always, lifeAttributes, parseLife, type Life } from "./life.js";
import { drawWith, type MarkdownIt, type Token } from "./parser.js";
import { textOf } from "./token-text.js";

/** A row that is about one name: a property, a value of an enum. */
export interface NamedRow {
  /** The first word of what stands over the names, in lower case: `property`, `value`. */
  readonly kind: string;
  readonly name: string;
  readonly anchor: string;
  /** What the last cell says. */
  readonly description: string;
  readonly life: Life;
}

interface Cell {
  readonly open: Token;
  readonly content: Token;
}

interface Row {
  readonly open: Token;
  readonly cells: readonly Cell[];
}

/** Gives the rows of the tables among some fresh tokens their anchors and lives, and tells which have a name. */
export function markTables(tokens: readonly Token[], takeAnchor: TakeAnchor): NamedRow[] {
  let heading = "";
  return tokens.flatMap((token, index) => {
    if (token.type === "heading_close") heading = String(token.meta?.["text"]);
    if (token.type !== "table_open") return [];
    const end = tokens.findIndex(({ type }, at) => at > index && type === "table_close");
    const [head, ...rows] = rowsOf(tokens.slice(index, end));
    const labels = head?.cells.map(({ content }) => textOf([content])) ?? [];
    token.meta = { label: heading === "" ? "Table" : `Table: ${heading}` };
    token.attrSet("class", shapeOf(labels));
    return rows.flatMap((row) => markRow(row, labels, takeAnchor));
  });
}

function rowsOf(tokens: readonly Token[]): Row[] {
  const starts = tokens.flatMap((open, index) => (open.type === "tr_open" ? [{ open, index }] : []));
  return starts.map(({ open, index }, row) => ({
    open,
    cells: cellsOf(tokens.slice(index, starts[row + 1]?.index)),
  }));
}

const cellsOf = (tokens: readonly Token[]): Cell[] =>
  tokens.flatMap((open, index) => {
    const content = tokens[index + 1];
    return (open.type === "td_open" || open.type === "th_open") && content ? [{ open, content }] : [];
  });

/** More columns than this are a matrix, which is looked at and not read. */
const mostColumns = 8;

/** On a phone a row of `cards` becomes a card, and a table that is `wide` is scrolled. */
const shapeOf = ({ length }: readonly string[]): string =>
  length > mostColumns ? "wide" : length > 2 ? "cards" : "narrow";

function markRow(row: Row, labels: readonly string[], takeAnchor: TakeAnchor): NamedRow[] {
  const life = labels.includes("Since")
    ? parseLife(
        textOf(
          row.cells
            .slice(labels.indexOf("Since"))
            .slice(0, 1)
            .map(({ content }) => content),
        ),
      )
    : always;
  lifeAttributes(life).forEach(([name, value]) => row.open.attrSet(name, value));
  const isWide = labels.length > mostColumns;
  row.cells.forEach(({ open, content }, index) =>
    markCell(open, content, isWide ? "" : (labels[index] ?? "")),
  );
  const [span] = codeSpanIn(row.cells[0]);
  if (span === undefined || isWide) return [];
  const kind = /^\p{L}+/u.exec(labels[0] ?? "")?.[0].toLowerCase() ?? "row";
  const anchor = takeAnchor(rowAnchor(kind, span.content));
  row.open.attrSet("id", anchor);
  span.meta = { anchor };
  const description = textOf(row.cells.slice(-1).map(({ content }) => content));
  return [{ kind, name: span.content, anchor, description, life }];
}

/** What a cell is about, for a narrow screen that has no heads of columns; and what is the rule in a column. */
function markCell(open: Token, content: Token, label: string): void {
  if (label !== "") open.attrSet("data-label", label);
  const text = textOf([content]);
  if (text === "yes" || text === "no") open.attrSet("class", text);
}

/** The code span that is all of a cell. */
const codeSpanIn = (cell: Cell | undefined): Token[] => {
  const children = cell?.content.children ?? [];
  return children.length === 1 ? children.filter(({ type }) => type === "code_inline") : [];
};

/** Lets wide tables scroll by themselves, also by keyboard, and names lead to their rows. */
export function drawTables(parser: MarkdownIt): void {
  drawWith(parser, "table_open", ({ meta }, usual) => {
    const label = toHtmlText(String(meta?.["label"]));
    return `<div class="table" role="group" tabindex="0" aria-label="${label}" data-scroll>${usual}`;
  });
  drawWith(parser, "table_close", () => "</table></div>\n");
  drawWith(parser, "code_inline", ({ content, meta }) => {
    const code = `<code>${toHtmlText(content)}</code>`;
    const href = toHtmlText(toFragment(String(meta?.["anchor"])));
    return meta ? `<a class="row-link" href="${href}">${code}</a>` : code;
  });
}
