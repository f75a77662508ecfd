import { toHtmlText, type HtmlText } from "../../base/text/escape.js";
import { toVisibleLine } from "../../base/text/quote.js";
import { formatRelease, type Release } from "../../base/time/release.js";
import { addedIn, removedIn } from "../../base/time/spans.js";
import {
  formLabels,
  type Availability,
  type Block,
  type Cell,
  type CodeBlock,
  type Diagram,
  type FormName,
  type Heading,
  type List,
  type Sample,
  type SampleSet,
  type Table,
} from "./block.js";
import { groupFolded, type FoldedSection } from "./folded-section.js";
import { type DescribedStep, describeSequence, drawSequence } from "./sequence-drawing.js";
import { headingAnchor, toHref, toPlainString, type Inline, type Text } from "./text.js";
import { isAvailability, toCellText } from "./builders.js";

interface PrintContext {
  readonly path: string;
  readonly anchors: Anchors;
  /** The id of the heading above it, or words. */
  readonly name: { readonly "aria-labelledby": string } | { readonly "aria-label": string };
}

/**
 * Prints blocks for the page at `path`. An aside shares an element with its section, and samples share one with
 * all sections above.
 */
export function printBlocks(
  blocks: readonly Block[],
  path: string,
  anchors: Anchors = listAnchors(blocks),
): HtmlText {
  return printGrouped(groupFolded(blocks), { path, anchors, name: { "aria-label": "Table" } });
}

function printGrouped(blocks: readonly (Block | FoldedSection)[], place: PrintContext): HtmlText {
  const { anchors } = place;
  const parts: string[] = [];
  let section = 0;
  let firstSection: number | undefined;
  let name = place.name;
  for (const block of blocks) {
    if (block.kind === "folded") {
      section = parts.push(printFolded(block, place));
      firstSection ??= section - 1;
      continue;
    }
    if (block.kind === "heading") {
      name = { "aria-labelledby": anchors.get(block) ?? "" };
      if (block.level === 2) section = parts.length;
      firstSection ??= section;
    }
    const html = `${printBlock(block, { ...place, name })}\n`;
    if (block.kind === "aside" || block.kind === "samples") {
      const start = block.kind === "aside" ? section : (firstSection ?? 0);
      const main = `<div class="main">\n${parts.splice(start).join("")}</div>\n`;
      section = parts.push(`<div class="beside">\n${main}${html}</div>\n`);
    } else parts.push(html);
  }
  return parts.join("") as HtmlText;
}

function printBlock(block: Block, place: PrintContext): string {
  const { path, anchors } = place;
  switch (block.kind) {
    case "heading":
      return printHeading(block, anchors.get(block) ?? "", path);
    case "paragraph":
      return `<p>${printText(block.text, path)}</p>`;
    case "list":
      return printList(block, place);
    case "table":
      return printTable(block, place);
    case "code":
      return printCode(block);
    case "diagram":
      return printDiagram(block);
    case "aside":
      return `<div class="sample">\n${block.blocks.map((each) => `${printBlock(each, place)}\n`).join("")}</div>`;
    case "samples":
      return printSamples(block, place);
  }
}

/** The heading's link to itself is outside of it, so that screen readers do not read it as part of the heading. */
const printHeading = (heading: Heading, anchor: string, path: string): string =>
  `<div class="heading">${printTitle(heading, anchor, path)}${printSelfLink(heading, anchor)}</div>`;

const printTitle = ({ level, text }: Heading, anchor: string, path: string): string =>
  `<h${level}${printAttributes({ id: anchor })}>${printText(text, path)}</h${level}>`;

function printSelfLink({ text }: Heading, anchor: string): string {
  const label = `Link to “${toPlainString(text)}”`;
  return `<a${printAttributes({ class: "anchor", href: toFragment(anchor), "aria-label": label })}>#</a>`;
}

/** Where there is room, a script opens the section. */
function printFolded({ heading, lead, blocks }: FoldedSection, place: PrintContext): string {
  const { path, anchors } = place;
  const anchor = anchors.get(heading) ?? "";
  const title = printTitle(heading, anchor, path);
  const summary = lead ? `${title} <span class="lead">${printText(lead.text, path)}</span>` : title;
  const content = printGrouped(blocks, { ...place, name: { "aria-labelledby": anchor } });
  return `<details class="section"><summary>${summary}</summary>
${printSelfLink(heading, anchor)}
${content}</details>\n`;
}

function printList({ isNumbered, items, fold }: List, place: PrintContext): string {
  const { path } = place;
  const tag = isNumbered ? "ol" : "ul";
  const entries = items.map(({ text, items: inner, blocks = [] }) => {
    const list = inner.map((item) => `<li>${printText(item, path)}</li>\n`).join("");
    const below = blocks.map((block) => `\n${printBlock(block, place)}`).join("");
    return `<li>${printText(text, path)}${list === "" ? "" : `\n<ul>\n${list}</ul>\n`}${below}</li>\n`;
  });
  return foldBelow(fold, `<${tag}>\n${entries.join("")}</${tag}>`);
}

const foldBelow = (summary: string | undefined, html: string): string =>
  summary === undefined
    ? html
    : `<details class="fold"><summary>${toHtmlText(summary)}</summary>\n${html}\n</details>`;

/** Prints all samples in all forms. The style sheet shows the chosen form, so this works without scripts. */
function printSamples(set: SampleSet, place: PrintContext): string {
  const { event, samples } = set;
  const choices = formNames.map((form) => {
    const attributes = { type: "radio", name: "form", value: form };
    const checked = form === formNames[0] ? " checked" : "";
    return `<label><input${printAttributes(attributes)}${checked}><span>${formLabels[form]}</span></label>\n`;
  });
  const isAlone = samples.length === 1;
  const shown = samples.map((sample, index) => {
    const title = toHtmlText(sample.title);
    const body = printSample(sample, place);
    return isAlone
      ? `<p><strong>${title}</strong></p>\n${body}`
      : `<details name="sample"${index === 0 ? " open" : ""}><summary>${title}</summary>\n${body}</details>\n`;
  });
  const region = { class: "samples", id: place.anchors.get(set), "aria-label": `Samples of ${event}` };
  return `<section${printAttributes(region)}>
<fieldset><legend>Show ${isAlone ? "the sample" : "the samples"} as</legend>
${choices.join("")}</fieldset>
${shown.join("")}</section>`;
}

const formNames = Object.keys(formLabels) as FormName[];

const absentForms: Readonly<Record<FormName, string>> = {
  request: "request",
  answer: "answer",
  typescript: "answer",
  php: "answer",
  python: "answer",
  curl: "request",
};

/** An answer that not every shop accepts has handlers only in languages without generated code. */
const describeAbsence = (absent: FormName, { forms }: Sample): string =>
  (absent === "typescript" || absent === "php") && forms.some(({ form }) => form === "python")
    ? "Code generated for your shops rejects this answer."
    : `This sample has no ${absentForms[absent]}.`;

function printSample(sample: Sample, { path, anchors }: PrintContext): string {
  const forms = formNames.map((form) => {
    const own = sample.forms.filter((each) => each.form === form);
    const code = own.map((each, index) => {
      const lead = index === 0 ? "" : `<p>${printText(each.lead, path)}:</p>\n`;
      return `${lead}${printCode(each.code)}\n`;
    });
    const content = code.join("") || `<p>${describeAbsence(form, sample)}</p>\n`;
    return `<div class="form ${form}">\n${content}</div>\n`;
  });
  const id = printAttributes({ id: anchors.get(sample) });
  return `<div${id}>\n<p>${printText(sample.intro, path)}</p>\n${forms.join("")}</div>\n`;
}

/** The words below the drawing are for screen readers, search and copying. */
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

function printCode({ language, code, title }: CodeBlock): string {
  const caption = title === undefined ? "" : `<figcaption>${toHtmlText(title)}</figcaption>`;
  const text = language === "json" ? colourJson(code) : toHtmlText(code);
  const region = { tabindex: "0", role: "group", "aria-label": title ?? "Code", "data-scroll": "" };
  return `<figure class="code">${caption}<pre${printAttributes(region)}><code>${text}</code></pre></figure>`;
}

/** A string (with the colon if it is a key), a number or a literal. */
const jsonPart = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|-?\b\d[\d.]*(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

function colourJson(json: string): HtmlText {
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

/** A table with more columns is a matrix: readers scan it. */
const maxColumns = 8;

/** The region around a table scrolls, also by keyboard. */
function printTable(table: Table, place: PrintContext): string {
  const { columns, rows } = table;
  const isWide = columns.length > maxColumns;
  const head = columns.map((column) => `<th scope="col">${printText(column, place.path)}</th>\n`).join("");
  const body = rows.map((row) => printRow(row, table, place)).join("");
  const region = { class: "table", role: "group", tabindex: "0", ...place.name, "data-scroll": "" };
  // In narrow places, the rows of `cards` become cards and `wide` tables scroll.
  const cards = table.names === "property" ? "cards properties" : "cards";
  const shape = isWide ? "wide" : columns.length > 2 ? cards : undefined;
  const html =
    `<div${printAttributes(region)}><table${printAttributes({ class: shape, ...place.name })}>\n` +
    `<thead>\n<tr>\n${head}</tr>\n</thead>\n${body === "" ? "" : `<tbody>\n${body}</tbody>\n`}</table></div>`;
  return foldBelow(table.fold, html);
}

function printRow(row: readonly Cell[], table: Table, place: PrintContext): string {
  const anchor = place.anchors.get(row);
  const isWide = table.columns.length > maxColumns;
  const cells = row.map((cell, column) => {
    const isHead = column === 0 && (isWide || findRowName(row, table) !== undefined);
    const tag = isHead ? "th" : "td";
    const attributes = {
      scope: isHead ? "row" : undefined,
      // Labels the cell where the table's head is hidden.
      "data-label": isWide ? undefined : toPlainString(table.columns[column] ?? []),
      class: typeof cell === "boolean" ? (cell ? "yes" : "no") : undefined,
    };
    const link = { class: "row-link", href: anchor && toFragment(anchor) };
    const html = printText(toCellText(cell), place.path);
    const content = column === 0 && anchor ? `<a${printAttributes(link)}>${html}</a>` : html;
    return `<${tag}${printAttributes(attributes)}>${content}</${tag}>\n`;
  });
  const attributes = { ...endAttributes(row.find(isAvailability)), id: anchor };
  return `<tr${printAttributes(attributes)}>\n${cells.join("")}</tr>\n`;
}

export const toFile = (page: string): string => `${page}.html`;

export const printText = (text: Text, path: string): HtmlText =>
  text.map((inline) => printInline(inline, path)).join("") as HtmlText;

function printInline(inline: Inline, path: string): string {
  switch (inline.kind) {
    case "plain":
      return toHtmlText(inline.text);
    case "code":
      return `<code>${toHtmlText(inline.text)}</code>`;
    case "styled":
      return `<span class="${inline.style}">${toHtmlText(inline.text)}</span>`;
    case "strong":
      return `<strong>${printText(inline.content, path)}</strong>`;
    case "emphasis":
      return `<em>${printText(inline.content, path)}</em>`;
    case "link":
      return `<a href="${toHtmlText(toHref(inline, path, toFile))}">${printText(inline.content, path)}</a>`;
  }
}

/** Starts each attribute with a space and leaves undefined ones out. */
export const printAttributes = (attributes: Readonly<Record<string, string | undefined>>): HtmlText =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${toHtmlText(value)}"`))
    .join("") as HtmlText;

/** The releases that added and removed something, if these are known. */
export function formatEnds(availability: Availability | undefined) {
  const [since, until] = [addedIn(availability?.exists), removedIn(availability?.exists)];
  const format = (release: Release | undefined) =>
    release === undefined ? undefined : formatRelease(release);
  return { since: format(since), until: format(until) };
}

/** The release picker reads these attributes. */
export function endAttributes(availability: Availability | undefined) {
  const { since, until } = formatEnds(availability);
  return { "data-since": since, "data-until": until };
}

/** The ids of headings, of table rows with a name, of samples, and of sets of samples. */
export type Anchors = ReadonlyMap<Block | readonly Cell[] | Sample, string>;

/**
 * Assigns unique ids. The second `answers` of a page becomes `answers-1`, as on GitHub. Headings go first, because other
 * pages link to them.
 * @param title The anchor of the page's title, which is taken already.
 */
export function listAnchors(blocks: readonly Block[], title?: string): Anchors {
  const taken = new Set([title]);
  const take = (wanted: string): string => {
    let anchor = wanted;
    for (let count = 1; taken.has(anchor); count++) anchor = `${wanted}-${count}`;
    taken.add(anchor);
    return anchor;
  };
  const anchors = new Map<Block | readonly Cell[] | Sample, string>();
  for (const block of blocks)
    if (block.kind === "heading") anchors.set(block, take(headingAnchor(toPlainString(block.text))));
  for (const block of blocks) {
    if (block.kind === "samples") {
      anchors.set(block, take("samples"));
      for (const sample of block.samples) anchors.set(sample, take(rowAnchor("sample", sample.title)));
    }
    if (block.kind !== "table") continue;
    for (const row of block.rows) {
      const name = findRowName(row, block);
      if (name !== undefined) anchors.set(row, take(rowAnchor(block.names ?? "", name)));
    }
  }
  return anchors;
}

/** A linked name does not count, because it has its own page. */
export function findRowName([first]: readonly Cell[], { names }: Table): string | undefined {
  if (names === undefined || !Array.isArray(first)) return undefined;
  const text = first as Text;
  return text.some(({ kind }) => kind === "link") ? undefined : toPlainString(text) || undefined;
}

/** For example `property-scanCode`. Names keep their case, as on the wire. */
const rowAnchor = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[^\p{L}\p{N}_.-]+/gu, "-").slice(0, 80)}`;

export const toFragment = (anchor: string): string => `#${encodeURIComponent(anchor)}`;
