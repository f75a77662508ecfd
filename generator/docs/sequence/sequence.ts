import type { MarkdownText } from "../../text/escape.js";
import { fencedBlock } from "../markdown.js";

/** Who talks to whom, in order: what a sequence diagram shows. All texts are raw. */
export interface Sequence {
  /** What the diagram is of, for those who do not see it. */
  readonly title: string;
  readonly steps: readonly SequenceStep[];
}

/** A request goes from the POS to the partner, an answer back; a frame holds steps that are repeated, or optional. */
export type SequenceStep =
  | { readonly kind: "request" | "answer" | "note"; readonly text: string }
  | { readonly kind: "loop" | "opt"; readonly text: string; readonly steps: readonly SequenceStep[] };

/** The two lifelines. */
export const participants = { pos: "POS", partner: "You" } as const;

/** The Mermaid source of a sequence. */
export const toMermaid = ({ steps }: Sequence): string =>
  ["sequenceDiagram", ...indent([...participantLines, ...steps.flatMap(stepLines)])].join("\n");

/** A sequence as a fenced block, which Markdown viewers draw and terminals show as text. */
export const sequenceBlock = (sequence: Sequence): MarkdownText =>
  fencedBlock("mermaid", toMermaid(sequence));

const participantLines = Object.values(participants).map((name) => `participant ${name}`);

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function stepLines(step: SequenceStep): string[] {
  const { pos, partner } = participants;
  const text = toMermaidText(step.text);
  switch (step.kind) {
    case "request":
      return [`${pos}->>${partner}: ${text}`];
    case "answer":
      return [`${partner}-->>${pos}: ${text}`];
    case "note":
      return [`Note over ${pos},${partner}: ${text}`];
    case "loop":
    case "opt":
      return [`${step.kind} ${text}`, ...indent(step.steps.flatMap(stepLines)), "end"];
  }
}

/** Mermaid ends a statement at a line break or a semicolon, and begins an entity at `#`. */
const toMermaidText = (text: string): string =>
  text
    .replace(/[#;<>`{}%\\]/g, (char) => `#${char.charCodeAt(0)};`)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
