import { toHtmlText, type HtmlText } from "../../base/text/escape.js";
import { toVisibleLine } from "../../base/text/quote.js";
import { measureWidth, wrapText } from "../../base/text/words.js";
import {
  participants,
  type Sequence,
  type SequenceFrame,
  type SequenceMessage,
  type SequenceStep,
} from "./block.js";

/** In the drawing's units, about a pixel each. */
const width = 400;
const lines = { pos: 52, partner: width - 52 };
const lineHeight = 18;
const top = 44;
/** In columns, between the lifelines. */
const maxColumns = 40;

/** Uses the color of the text around the drawing. */
const stroke = `fill="none" stroke="currentColor" stroke-width="1.25"`;
const faint = `${stroke} stroke-opacity="0.6"`;
const filled = `fill="currentColor" fill-opacity="0.08"`;

interface DrawingPart {
  readonly svg: string;
  readonly end: number;
}

/** Draws SVG in a page of HTML. `describeSequence` says the same in words. */
export function drawSequence({ title, steps }: Sequence): HtmlText {
  const drawn = drawSteps(steps, top + 12, 0);
  const height = drawn.end + 12;
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const font = `font-family="system-ui, sans-serif" font-size="13" fill="currentColor" text-anchor="middle"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} role="img" aria-label="${toHtmlText(toVisibleLine(title))}">
${lifeline(lines.pos, participants.pos, height)}
${lifeline(lines.partner, participants.partner, height)}
${drawn.svg}</svg>` as HtmlText;
}

/** Has its own colors, dark ones if the reader prefers them. */
export const drawSequenceFile = (sequence: Sequence): string =>
  `${drawSequence(sequence).replace("\n", `\n${colours}\n`)}\n`;

const colours =
  "<style>svg { color: #1d2327; background: #fff } " +
  "@media (prefers-color-scheme: dark) { svg { color: #e3e7e9; background: #14181b } }</style>";

const lifeline = (x: number, name: string, height: number): string =>
  `<line ${stroke} stroke-opacity="0.2" x1="${x}" y1="${top - 8}" x2="${x}" y2="${height}"/>` +
  `<rect ${stroke} x="${x - 44}" y="6" width="88" height="30" rx="6"/>` +
  `<text font-weight="600" x="${x}" y="26">${toHtmlText(name)}</text>`;

const drawSteps = (steps: readonly SequenceStep[], start: number, depth: number): DrawingPart =>
  drawParts(steps, start, (step, end) => drawStep(step, end, depth));

const drawParts = <T>(
  parts: readonly T[],
  start: number,
  draw: (part: T, start: number) => DrawingPart,
): DrawingPart =>
  parts.reduce<DrawingPart>(
    ({ svg, end }, each) => {
      const part = draw(each, end);
      return { svg: `${svg}${part.svg}\n`, end: part.end };
    },
    { svg: "", end: start },
  );

function drawStep(step: SequenceStep, start: number, depth: number): DrawingPart {
  if ("branches" in step) return frame(step, start, depth);
  return step.kind === "note" ? note(step.text, start) : arrow(step, start);
}

function arrow({ kind, text }: SequenceMessage, start: number): DrawingPart {
  const label = textLines(text, { x: width / 2, y: start + lineHeight });
  const y = label.end + 8;
  const [from, to, back] =
    kind === "request" ? [lines.pos, lines.partner, -8] : [lines.partner, lines.pos, 8];
  const dashes = kind === "answer" ? ` stroke-dasharray="5 4"` : "";
  const shaft = `<line ${stroke}${dashes} x1="${from}" y1="${y}" x2="${to + back / 2}" y2="${y}"/>`;
  return { svg: `${label.svg}${shaft}<path d="M${to} ${y}l${back} -5v10z"/>`, end: y + 14 };
}

function note(text: string, start: number): DrawingPart {
  const label = textLines(text, { x: width / 2, y: start + lineHeight + 8 });
  const height = label.end - start + 2;
  const box = `<rect ${filled} x="${lines.pos + 8}" y="${start + 6}" width="${lines.partner - lines.pos - 16}" height="${height}" rx="6"/>`;
  return { svg: `${box}${label.svg}`, end: start + height + 20 };
}

function frame({ kind, branches }: SequenceFrame, start: number, depth: number): DrawingPart {
  const drawn = drawParts(branches, start, ({ text, steps }, end) => {
    const label = text === "" ? { svg: "", end: end + 6 } : condition(text, end, depth);
    const inner = drawSteps(steps, label.end + 6, depth + 1);
    const divider = end === start ? "" : dividingLine(end + 8, depth);
    return { svg: `${divider}${label.svg}${inner.svg}`, end: inner.end };
  });
  return { svg: `${outline(kind, start, drawn.end, depth)}${drawn.svg}`, end: drawn.end + 16 };
}

const condition = (text: string, start: number, depth: number): DrawingPart =>
  textLines(text, { x: inset(depth) + 56, y: start + 26, anchor: "start" });

const inset = (depth: number): number => Math.min(4 + depth * 6, 28);

function outline(kind: string, start: number, end: number, depth: number): string {
  const [x, y] = [inset(depth), start + 8];
  const box = `x="${x}" y="${y}" width="${width - 2 * x}" height="${end - start - 4}" rx="6"`;
  const tab = `<rect ${faint} x="${x}" y="${y}" width="46" height="24" rx="6"/>`;
  const label = `<text font-weight="600" x="${x + 23}" y="${start + 25}">${kind}</text>`;
  return `<rect ${faint} ${box}/>${tab}${label}`;
}

const dividingLine = (y: number, depth: number): string =>
  `<line ${faint} stroke-dasharray="2 4" x1="${inset(depth)}" y1="${y}" x2="${width - inset(depth)}" y2="${y}"/>`;

/** Breaks a word that is longer than a line. `y` is the baseline of the first line. */
function textLines(
  text: string,
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor?: "start" },
): DrawingPart {
  const broken = wrapText(toVisibleLine(text), maxColumns, measureWidth).flatMap(breakWord);
  const spans = broken.map(
    (line, index) => `<tspan x="${x}" y="${y + index * lineHeight}">${toHtmlText(line)}</tspan>`,
  );
  const place = anchor === undefined ? "" : ` text-anchor="${anchor}"`;
  return { svg: `<text${place}>${spans.join("")}</text>`, end: y + (broken.length - 1) * lineHeight };
}

function breakWord(word: string): string[] {
  const lines = [""];
  for (const character of word) {
    const line = `${lines.at(-1) ?? ""}${character}`;
    if (measureWidth(line) > maxColumns) lines.push(character);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

export interface DescribedStep {
  readonly text: string;
  readonly inner: readonly DescribedStep[];
}

export const describeSequence = ({ steps }: Pick<Sequence, "steps">): readonly DescribedStep[] =>
  steps.flatMap((step): readonly DescribedStep[] => {
    if (!("branches" in step))
      return [{ text: toVisibleLine(`${speakers[step.kind]}${step.text}`), inner: [] }];
    if (step.kind === "opt") {
      const [first, ...others] = step.branches;
      const any = others.length === 0 ? "" : ", any of these";
      const text = toVisibleLine(`Optional, ${(first?.text ?? "").replace(/\.$/, "")}${any}:`);
      return [{ text, inner: step.branches.flatMap(describeSequence) }];
    }
    const inner = step.branches.map((branch) => {
      const after = branch.steps.length === 0 ? ": continues below." : ":";
      return { text: toVisibleLine(`If ${branch.text}${after}`), inner: describeSequence(branch) };
    });
    return [{ text: "One of these:", inner }];
  });

const speakers = {
  request: `${participants.pos} to ${participants.partner}: `,
  answer: `${participants.partner} to ${participants.pos}: `,
  call: `${participants.partner} to ${participants.pos}: `,
  note: "",
} as const;
