import {
  participants,
  type Sequence,
  type SequenceBranch,
  type SequenceStep,
} from "../../docs/blocks/sequence.js";

/** The Mermaid source of a sequence, which Markdown viewers draw and terminals show as text. */
export const toMermaid = ({ steps }: Sequence): string =>
  ["sequenceDiagram", ...indent([...participantLines, ...steps.flatMap(stepLines)])].join("\n");

const participantLines = Object.values(participants).map((name) => `participant ${name}`);

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function stepLines(step: SequenceStep): string[] {
  if (step.kind === "alt") return [...step.branches.flatMap(branchLines), "end"];
  const { pos, partner } = participants;
  const text = toMermaidText(step.text);
  switch (step.kind) {
    case "request":
      return [`${pos}->>${partner}: ${text}`];
    case "answer":
      return [`${partner}-->>${pos}: ${text}`];
    case "call":
      return [`${partner}->>${pos}: ${text}`];
    case "note":
      return [`Note over ${pos},${partner}: ${text}`];
    case "loop":
    case "opt":
      return [`${step.kind} ${text}`, ...indent(step.steps.flatMap(stepLines)), "end"];
  }
}

const branchLines = ({ text, steps }: SequenceBranch, index: number): string[] => [
  `${index === 0 ? "alt" : "else"} ${toMermaidText(text)}`,
  ...indent(steps.flatMap(stepLines)),
];

/** Mermaid ends a statement at a line break or a semicolon, and begins an entity at `#`. */
const toMermaidText = (text: string): string =>
  text
    .replace(/[#;<>`{}%\\]/g, (char) => `#${char.charCodeAt(0)};`)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
