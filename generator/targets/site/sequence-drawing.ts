import { participants } from "../../docs/blocks/sequence.js";
import type { Sequence, SequenceChoice, SequenceFrame, SequenceStep } from "../../docs/blocks/sequence.js";
import { toHtmlText, type HtmlText } from "../../text/escape.js";
import { toVisibleLine } from "../../text/quote.js";
import { wrapText } from "../../text/words.js";

/** Lengths of the drawing, in units of about a pixel. */
const width = 400;
const lines = { pos: 52, partner: width - 52 };
const lineHeight = 18;
const top = 44;
/** The most characters of a line between the lifelines, and in a note. */
const mostCharacters = { message: 40, note: 46 };

/** A part of the drawing, and where the next one may begin. */
interface Part {
  readonly svg: string;
  readonly end: number;
}

/** A sequence as a picture. Readers who cannot see it get every step in words. */
export function drawSequence({ title, steps }: Sequence, id: string): HtmlText {
  const drawn = drawSteps(steps, top + 12, 0);
  const height = drawn.end + 12;
  return `<figure class="diagram" tabindex="0" role="group" aria-label="${toHtmlText(toVisibleLine(`Diagram: ${title}`))}" data-scroll>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-steps">
<title id="${id}-title">${toHtmlText(toVisibleLine(title))}</title>
<desc id="${id}-steps">${toHtmlText(describeSteps(steps))}</desc>
${lifeline(lines.pos, participants.pos, height)}${lifeline(lines.partner, participants.partner, height)}
${drawn.svg}</svg>
</figure>` as HtmlText;
}

/** The steps in words: `POS to You: scanCode. You to POS: dialog.` */
const describeSteps = (steps: readonly SequenceStep[]): string => steps.map(describeStep).join(" ");

function describeStep(step: SequenceStep): string {
  const { pos, partner } = participants;
  switch (step.kind) {
    case "request":
      return `${pos} to ${partner}: ${toSentence(step.text)}`;
    case "answer":
      return `${partner} to ${pos}: ${toSentence(step.text)}`;
    case "call":
      return `${partner} to ${pos}, a call of your own: ${toSentence(step.text)}`;
    case "note":
      return `Note: ${toSentence(step.text)}`;
    case "loop":
      return `Repeated (${toVisibleLine(step.text)}): ${describeSteps(step.steps)} End of what is repeated.`;
    case "opt":
      return `Optional (${toVisibleLine(step.text)}): ${describeSteps(step.steps)} End of what is optional.`;
    case "alt":
      return `One of these. ${step.branches.map(({ text, steps }) => `If ${toVisibleLine(text)}: ${describeSteps(steps) || "it goes on below."}`).join(" ")} End of the choice.`;
  }
}

const toSentence = (text: string): string => toVisibleLine(text).replace(/[^.!?]$/, "$&.");

const lifeline = (x: number, name: string, height: number): string =>
  `<line class="lifeline" x1="${x}" y1="${top - 8}" x2="${x}" y2="${height}"/>` +
  `<rect class="actor" x="${x - 44}" y="6" width="88" height="30" rx="6"/>` +
  `<text class="name" x="${x}" y="26">${toHtmlText(name)}</text>`;

function drawSteps(steps: readonly SequenceStep[], start: number, depth: number): Part {
  return steps.reduce<Part>(
    ({ svg, end }, step) => {
      const part = drawStep(step, end, depth);
      return { svg: `${svg}${part.svg}\n`, end: part.end };
    },
    { svg: "", end: start },
  );
}

function drawStep(step: SequenceStep, start: number, depth: number): Part {
  switch (step.kind) {
    case "request":
      return arrow(step.text, start, { class: "request", from: lines.pos, to: lines.partner });
    case "answer":
      return arrow(step.text, start, { class: "answer", from: lines.partner, to: lines.pos });
    case "call":
      return arrow(step.text, start, { class: "request", from: lines.partner, to: lines.pos });
    case "note":
      return note(step.text, start);
    case "loop":
    case "opt":
      return frame(step, start, depth);
    case "alt":
      return choice(step, start, depth);
  }
}

function arrow(
  text: string,
  start: number,
  line: { readonly class: string; readonly from: number; readonly to: number },
): Part {
  const label = textLines(text, {
    x: width / 2,
    y: start + lineHeight,
    mostCharacters: mostCharacters.message,
  });
  const y = label.end + 8;
  const back = line.to > line.from ? -8 : 8;
  const shaft = `<line class="${line.class}" x1="${line.from}" y1="${y}" x2="${line.to + back / 2}" y2="${y}"/>`;
  const head = `<path class="head" d="M${line.to} ${y}l${back} -5v10z"/>`;
  return { svg: label.svg + shaft + head, end: y + 14 };
}

function note(text: string, start: number): Part {
  const label = textLines(text, {
    x: width / 2,
    y: start + lineHeight + 8,
    mostCharacters: mostCharacters.note,
  });
  const height = label.end - start + 2;
  return {
    svg: `<rect class="note" x="30" y="${start + 6}" width="${width - 60}" height="${height}" rx="6"/>${label.svg}`,
    end: start + height + 20,
  };
}

function frame({ kind, text, steps }: SequenceFrame, start: number, depth: number): Part {
  const label = condition(text, start, depth);
  const inner = drawSteps(steps, label.end + 6, depth + 1);
  return { svg: `${outline(kind, start, inner.end, depth)}${label.svg}${inner.svg}`, end: inner.end + 16 };
}

/** The branches below one another, with a line between them. */
function choice({ kind, branches }: SequenceChoice, start: number, depth: number): Part {
  const drawn = branches.reduce<Part>(
    ({ svg, end }, { text, steps }, index) => {
      const label = condition(text, end, depth);
      const inner = drawSteps(steps, label.end + 6, depth + 1);
      const divider = index === 0 ? "" : dividingLine(end + 8, depth);
      return { svg: `${svg}${divider}${label.svg}${inner.svg}`, end: inner.end };
    },
    { svg: "", end: start },
  );
  return { svg: `${outline(kind, start, drawn.end, depth)}${drawn.svg}`, end: drawn.end + 16 };
}

/** The text at the top of a frame or a branch, beside the place of the frame's kind. */
const condition = (text: string, start: number, depth: number): Part =>
  textLines(text, {
    x: inset(depth) + 56,
    y: start + 26,
    mostCharacters: mostCharacters.message,
    class: "condition",
  });

/** How far a frame is from the edges: further the deeper it lies. */
const inset = (depth: number): number => Math.min(4 + depth * 6, 28);

function outline(kind: string, start: number, end: number, depth: number): string {
  const [x, y] = [inset(depth), start + 8];
  const box = `x="${x}" y="${y}" width="${width - 2 * x}" height="${end - start - 4}" rx="6"`;
  const tab = `<rect class="tab" x="${x}" y="${y}" width="46" height="24" rx="6"/>`;
  return `<rect class="frame" ${box}/>${tab}<text class="kind" x="${x + 23}" y="${start + 25}">${kind}</text>`;
}

const dividingLine = (y: number, depth: number): string =>
  `<line class="divider" x1="${inset(depth)}" y1="${y}" x2="${width - inset(depth)}" y2="${y}"/>`;

interface TextBox {
  readonly x: number;
  /** Of the first line. */
  readonly y: number;
  readonly mostCharacters: number;
  readonly class?: string;
}

/** A text in as many lines as it needs; a word that is too long for one is broken. */
function textLines(text: string, box: TextBox): Part {
  const broken = wrapText(toVisibleLine(text), box.mostCharacters).flatMap((line) =>
    pieces(line, box.mostCharacters),
  );
  const spans = broken.map(
    (line, index) => `<tspan x="${box.x}" y="${box.y + index * lineHeight}">${toHtmlText(line)}</tspan>`,
  );
  const kind = box.class === undefined ? "" : ` class="${box.class}"`;
  return { svg: `<text${kind}>${spans.join("")}</text>`, end: box.y + (broken.length - 1) * lineHeight };
}

const pieces = (line: string, size: number): string[] =>
  line.length <= size ? [line] : [line.slice(0, size), ...pieces(line.slice(size), size)];
