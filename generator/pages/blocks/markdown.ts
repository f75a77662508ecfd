import { toCodeSpan, toMarkdownProse } from "../../base/text/escape.js";
import type { Style } from "../../base/text/style.js";
import { toVisibleLine } from "../../base/text/quote.js";
import type { Block, CodeBlock, FormName, List, SampleForm, SampleSet, Sequence, Table } from "./block.js";
import { describeSequence, type DescribedStep } from "./sequence-drawing.js";
import { encodeSegment, strong, text, toHref, type Inline, type Text } from "./text.js";
import { formBlocks, heading, toBlocks, toCellText } from "./builders.js";

/** All samples of an event but the first go to the end. `path` is the page. */
export const printBlocks = (blocks: readonly Block[], path: string): string =>
  [...blocks, ...listMoreSamples(blocks)].map((block) => `${printBlock(block, path)}\n`).join("\n");

function listMoreSamples(blocks: readonly Block[]): readonly Block[] {
  const samples = blocks.flatMap((block) => (block.kind === "samples" ? block.samples.slice(1) : []));
  if (samples.length === 0) return [];
  return [
    heading(2, "More samples"),
    ...samples.flatMap(({ title, intro, forms }) =>
      toBlocks(heading(3, title), intro, ...listForms(forms, ["request", "answer"])),
    ),
  ];
}

const listForms = (forms: readonly SampleForm[], shown: readonly FormName[]): Block[] =>
  formBlocks(forms.filter(({ form }) => shown.includes(form)));

const listFirstSample = ({ samples }: SampleSet): readonly Block[] =>
  samples
    .slice(0, 1)
    .flatMap(({ title, intro, forms }) =>
      toBlocks(text`${strong(title)}: ${intro}`, ...listForms(forms, ["request", "answer", "typescript"])),
    );

function printBlock(block: Block, path: string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${printText(block.text, path)}`;
    case "paragraph":
      return printText(block.text, path);
    case "list":
      return printList(block, path);
    case "table":
      return printTable(block, path);
    case "code":
      return printCode(block);
    case "diagram":
      return printDiagram(block.sequence, path);
    case "aside":
      return printAll(block.blocks, path);
    case "samples":
      return printAll(listFirstSample(block), path);
  }
}

const printAll = (blocks: readonly Block[], path: string): string =>
  blocks.map((block) => printBlock(block, path)).join("\n\n");

const printList = ({ isNumbered, items }: List, path: string): string =>
  items
    .flatMap(({ text, items: inner, blocks = [] }, index) => [
      `${isNumbered ? `${index + 1}.` : "-"} ${printText(text, path)}`,
      ...inner.map((item) => `  - ${printText(item, path)}`),
      ...blocks.map((block) => `\n${printBlock(block, path)}`.replace(/^(?=.)/gm, "  ")),
    ])
    .join("\n");

/** Links to the drawing's file and repeats the drawing in words. */
const printDiagram = (sequence: Sequence, path: string): string =>
  [
    `![${toMarkdownProse(`Diagram: ${toVisibleLine(sequence.title)}`)}](${encodeSegment(toDrawingFile(path).replace(/^.*\//, ""))})`,
    "",
    ...printSteps(describeSequence(sequence)),
  ].join("\n");

const printSteps = (steps: readonly DescribedStep[]): string[] =>
  steps.flatMap(({ text, inner }) => [
    `- ${toMarkdownProse(text)}`,
    ...printSteps(inner).map((line) => `  ${line}`),
  ]);

const printCode = ({ language, code, title }: CodeBlock): string =>
  printFence(title === undefined ? language : `${language} title="${title}"`, code);

/** The fence is longer than any fence in the code. */
function printFence(info: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${code}\n${fence}`;
}

/** Pads all columns but the last, which has the long texts and therefore no bar at its end. */
function printTable({ columns, rows }: Table, path: string): string {
  const head = columns.map((column) => printText(column, path));
  const body = rows.map((row) => row.map((cell) => printText(toCellText(cell), path)));
  const widths = head.slice(0, -1).map((_, column) => toWidth([head, ...body], column));
  const rule = [...widths.map((width) => "-".repeat(width)), "---"];
  return [head, rule, ...body].map((row) => formatRow(row, widths)).join("\n");
}

/** Widths grow in steps, so that a changed cell seldom changes the whole column. */
const widthStep = 4;

const toWidth = (rows: readonly (readonly string[])[], column: number): number =>
  Math.ceil(Math.max(...rows.map((row) => row[column]?.length ?? 0)) / widthStep) * widthStep;

const formatRow = (row: readonly string[], widths: readonly number[]): string =>
  `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")}`;

export const toFile = (page: string): string => (page === "index" ? "README.md" : `${page}.md`);

export const toDrawingFile = (page: string): string => toFile(page).replace(/md$/, "svg");

export const printText = (text: Text, path: string): string =>
  text.map((inline) => printInline(inline, path)).join("");

function printInline(inline: Inline, path: string): string {
  switch (inline.kind) {
    case "plain":
      return toMarkdownProse(inline.text);
    case "code":
      return toCodeSpan(inline.text);
    case "styled":
      return printStyled(inline.style, inline.text);
    case "strong":
      return `**${printText(inline.content, path)}**`;
    case "emphasis":
      return `*${printText(inline.content, path)}*`;
    case "link":
      return `[${printText(inline.content, path)}](${toHref(inline, path, toFile)})`;
  }
}

/** Markdown has no colors, so errors and titles are bold. */
function printStyled(style: Style, text: string): string {
  if (style === "name") return toCodeSpan(text);
  return style === "error" || style === "title" ? `**${toMarkdownProse(text)}**` : toMarkdownProse(text);
}
