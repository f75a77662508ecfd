import { toHtmlText, type HtmlText } from "../text/escape.js";
import { toVisibleLine } from "../text/quote.js";
import type { Aside, Block, Choices, CodeBlock, Diagram, Heading, List } from "./block.js";
import { printTable } from "./html-table.js";
import { listAnchors, printAttributes, printText, toFragment, type Anchors } from "./html-text.js";
import { describeSequence, drawSequence, type DescribedStep } from "./sequence-drawing.js";
import { toPlainString } from "./text.js";

/** The page that blocks are printed on. */
interface Place {
  readonly path: string;
  readonly anchors: Anchors;
  /** The id of the heading above. */
  readonly heading: string | undefined;
}

/** Blocks as HTML, on the page that lies at `path`. What stands beside a section is in one element with it. */
export function printBlocks(
  blocks: readonly Block[],
  path: string,
  anchors: Anchors = listAnchors(blocks),
): HtmlText {
  const parts: string[] = [];
  let section = 0;
  let heading: string | undefined;
  for (const block of blocks) {
    if (block.kind === "heading") {
      heading = anchors.get(block);
      if (block.level === 2) section = parts.length;
    }
    const html = `${printBlock(block, { path, anchors, heading })}\n`;
    if (block.kind !== "aside") parts.push(html);
    else section = parts.push(`${withAside(parts.splice(section), html)}\n`);
  }
  return parts.join("") as HtmlText;
}

const withAside = (section: readonly string[], aside: string): string =>
  `<div class="beside">\n<div class="main">\n${section.join("")}</div>\n${aside}</div>`;

function printBlock(block: Block, place: Place): string {
  const { path, anchors, heading } = place;
  switch (block.kind) {
    case "heading":
      return printHeading(block, anchors.get(block) ?? "", path);
    case "paragraph":
      return `<p>${printText(block.text, path)}</p>`;
    case "list":
      return printList(block, place);
    case "table": {
      const name = heading === undefined ? { "aria-label": "Table" } : { "aria-labelledby": heading };
      return printTable(block, { path, anchors, name, depth: 0 });
    }
    case "code":
      return printCode(block);
    case "diagram":
      return printDiagram(block);
    case "choices":
      return printChoices(block, path);
    case "aside":
      return printAside(block, place);
  }
}

/** The link of a heading to itself is beside it: inside, it would be read as a part of the heading. */
function printHeading({ level, text }: Heading, anchor: string, path: string): string {
  const label = `Link to “${toPlainString(text)}”`;
  const link = { class: "anchor", href: toFragment(anchor), "aria-label": label };
  const heading = `<h${level}${printAttributes({ id: anchor })}>${printText(text, path)}</h${level}>`;
  return `<div class="heading">${heading}<a${printAttributes(link)}>#</a></div>`;
}

function printList({ isNumbered, items }: List, place: Place): string {
  const { path } = place;
  const tag = isNumbered ? "ol" : "ul";
  const entries = items.map(({ text, items: inner, blocks = [] }) => {
    const list = inner.map((item) => `<li>${printText(item, path)}</li>\n`).join("");
    const below = blocks.map((block) => `\n${printBlock(block, place)}`).join("");
    return `<li>${printText(text, path)}${list === "" ? "" : `\n<ul>\n${list}</ul>\n`}${below}</li>\n`;
  });
  return `<${tag}>\n${entries.join("")}</${tag}>`;
}

function printChoices({ look, choices }: Choices, path: string): string {
  const entries = choices.map(({ link, about }) => {
    const text = about.length === 0 ? "" : `\n<p>${printText(about, path)}</p>\n`;
    return `<li>${printText([link], path)}${text}</li>\n`;
  });
  return `<ul class="${looks[look]}">\n${entries.join("")}</ul>`;
}

/** The class of each: that of tables whose rows become cards is taken. */
const looks = { buttons: "buttons", cards: "choice-cards" } as const;

const printAside = ({ blocks }: Aside, place: Place): string =>
  `<div class="sample">\n${blocks.map((block) => `${printBlock(block, place)}\n`).join("")}</div>`;

/** The drawing, and below it the same in words: for readers who cannot see it, and to be searched and copied. */
function printDiagram({ sequence }: Diagram): string {
  const title = toHtmlText(toVisibleLine(sequence.title));
  return `<figure class="diagram">
<div role="group" aria-label="Diagram: ${title}" tabindex="0" data-scroll>
${drawSequence(sequence)}
</div>
<details class="unfold"><summary>In words<span class="unseen">: ${title}</span></summary>
${printSteps(describeSequence(sequence))}</details>
</figure>`;
}

const printSteps = (steps: readonly DescribedStep[]): string =>
  `<ul>\n${steps
    .map(
      ({ text, inner }) =>
        `<li>${toHtmlText(text)}${inner.length === 0 ? "" : `\n${printSteps(inner)}`}</li>\n`,
    )
    .join("")}</ul>\n`;

/** A block of code with its caption. */
function printCode({ language, code, title, marked = [] }: CodeBlock): string {
  const caption = title === undefined ? "" : `<figcaption>${toHtmlText(title)}</figcaption>`;
  const text = language === "json" ? colourJson(code) : toHtmlText(code);
  const region = { tabindex: "0", role: "group", "aria-label": title ?? "Code", "data-scroll": "" };
  const shown = markLines(text, new Set(marked));
  return `<figure class="code">${caption}<pre${printAttributes(region)}><code>${shown}</code></pre></figure>`;
}

/** Marks lines; those that follow one another have one mark. No element of coloured code goes over a line's end. */
function markLines(html: string, marked: ReadonlySet<number>): string {
  const lines = html.split("\n");
  return lines
    .map((line, index) => {
      const start = marked.has(index) && !marked.has(index - 1) ? "<mark>" : "";
      const end = marked.has(index) && !marked.has(index + 1) ? "</mark>" : "";
      return `${start}${line}${index < lines.length - 1 ? "\n" : ""}${end}`;
    })
    .join("");
}

/** A string (with the colon that makes it a key), a number or a literal. */
const jsonPart = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|-?\b\d[\d.]*(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** JSON as HTML, with marks for its keys, texts and other values. */
export function colourJson(json: string): HtmlText {
  let html = "";
  let end = 0;
  for (const match of json.matchAll(jsonPart)) {
    const [whole, text, colon] = match;
    const kind = text === undefined ? "value" : colon === undefined ? "text" : "key";
    const [coloured, rest] = text === undefined ? [whole, ""] : [text, colon ?? ""];
    html += `${toHtmlText(json.slice(end, match.index))}<span class="${kind}">${toHtmlText(coloured)}</span>${rest}`;
    end = match.index + whole.length;
  }
  return (html + toHtmlText(json.slice(end))) as HtmlText;
}
