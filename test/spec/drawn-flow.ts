import type { Sequence, SequenceStep } from "../../generator/pages/blocks/block.js";

/** As a reader understands the diagram. */
export interface DrawnFlow {
  readonly edges: readonly DrawnEdge[];
  /** Steps that may follow others at any time, each with those others. */
  readonly between: readonly { readonly step: string; readonly after: string }[];
  readonly calls: readonly string[];
}

export interface DrawnEdge {
  readonly from: string;
  readonly answer: string;
  readonly till?: string;
  readonly to: string;
}

/** An answer whose consequence the reader does not know yet. */
type Open = Omit<DrawnEdge, "to">;

/** Reads a diagram as a reader does: whatever is below an answer follows from it, unless a note says more. */
export function readDrawnFlow({ steps }: Sequence): DrawnFlow {
  const edges: DrawnEdge[] = [];
  const between: { step: string; after: string }[] = [];
  const calls: string[] = [];

  /** Returns the answers that continue below the nodes. */
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
          if (atTill.test(node.text)) open = open.map((edge) => addTill(edge, node.text));
          else lead(node.text.replace(/^Next: /, ""));
          break;
        case "opt":
          for (const { text, steps: branch } of node.branches) {
            // Options with the same condition are drawn in one frame, which names it once.
            const [, after] = /^at any time after (.*)$/.exec(text || (node.branches[0]?.text ?? "")) ?? [];
            if (after !== undefined) between.push({ step: firstStep(branch), after });
            if (read(branch, [], "").length > 0) throw new Error("an option leads nowhere");
          }
          break;
        case "alt": {
          const before = open;
          open = node.branches.flatMap(({ text, steps: branch }) =>
            atTill.test(text) || text === "otherwise"
              ? read(
                  branch,
                  before.map((edge) => addTill(edge, text)),
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

const atTill = /^at the POS: /i;

function addTill(edge: Open, text: string): Open {
  return atTill.test(text) ? { ...edge, till: text.replace(atTill, "").replace(/\.(?=$| \()/, "") } : edge;
}

/** `POST /scanCode with dialog: session, scanCode` becomes `POST /scanCode with dialog`. */
const toName = (text: string): string => text.replace(/: .*/, "");

function firstStep(nodes: readonly SequenceStep[]): string {
  const first = nodes.find((node) => node.kind === "request");
  if (first?.kind !== "request") throw new Error("a frame without a request");
  return toName(first.text);
}
