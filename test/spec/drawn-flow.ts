import type { Sequence, SequenceStep } from "../../generator/pages/blocks/block.js";

/** What a diagram of a flow says, as a reader takes it. */
export interface DrawnFlow {
  readonly edges: readonly DrawnEdge[];
  /** The steps that may come after others at any time, each with those. */
  readonly between: readonly { readonly step: string; readonly after: string }[];
  readonly calls: readonly string[];
}

export interface DrawnEdge {
  readonly from: string;
  readonly answer: string;
  readonly till?: string;
  readonly to: string;
}

/** An answer of which the reader does not know yet what it leads to. */
type Open = Omit<DrawnEdge, "to">;

/** Reads a diagram as a reader does: what stands below an answer is what it leads to, unless a note says more. */
export function readDrawnFlow({ steps }: Sequence): DrawnFlow {
  const edges: DrawnEdge[] = [];
  const between: { step: string; after: string }[] = [];
  const calls: string[] = [];

  /** Reads nodes in order, and returns the answers that lead on below them. */
  const read = (
    nodes: readonly SequenceStep[],
    given: readonly Open[],
    step: string,
    label?: string,
  ): readonly Open[] => {
    let [open, from, condition] = [given, step, label];
    const lead = (to: string): void => {
      edges.push(...open.map((edge) => ({ ...edge, to })));
      open = [];
    };
    for (const node of nodes) {
      switch (node.kind) {
        case "request":
          from = toName(node.text);
          lead(from);
          condition = undefined;
          break;
        case "answer":
          open = [{ from, answer: condition ?? node.text.replace(/, such as .*/, ", or none") }];
          break;
        case "call":
          calls.push(node.text);
          break;
        case "note":
          if (node.text.startsWith(till))
            open = open.map((edge) => ({ ...edge, till: node.text.slice(till.length) }));
          else lead(node.text.replace(/^Next: /, ""));
          break;
        case "opt":
          for (const { text, steps: branch } of node.branches) {
            const [, after] = /^at any time after (.*)$/.exec(text) ?? [];
            if (after !== undefined) between.push({ step: firstStep(branch), after });
            if (read(branch, [], "").length > 0) throw new Error("an option leads nowhere");
          }
          break;
        case "alt": {
          const before = open;
          open = node.branches.flatMap(({ text, steps: branch }) =>
            text.startsWith(till)
              ? read(
                  branch,
                  before.map((edge) => ({ ...edge, till: text.slice(till.length) })),
                  from,
                )
              : read(branch, [], from, text),
          );
        }
      }
    }
    return open;
  };

  if (read(steps, [], "").length > 0) throw new Error("the diagram ends with an answer that leads nowhere");
  return { edges, between, calls };
}

const till = "At the till: ";

/** `POST /scanCode with dialog: session, scanCode` is `POST /scanCode with dialog`. */
const toName = (text: string): string => text.replace(/: .*/, "");

function firstStep(nodes: readonly SequenceStep[]): string {
  const first = nodes.find((node) => node.kind === "request");
  if (first?.kind !== "request") throw new Error("a frame without a request");
  return toName(first.text);
}
