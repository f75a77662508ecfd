/** What a diagram of a flow says, read back from its Mermaid source. */
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

interface Line {
  readonly kind: "request" | "answer" | "call" | "note";
  readonly text: string;
}

interface Block {
  readonly kind: "loop" | "opt" | "alt";
  readonly branches: { readonly text: string; readonly nodes: Node[] }[];
}

type Node = Line | Block;

/** An answer of which the reader does not know yet what it leads to. */
type Open = Omit<DrawnEdge, "to">;

/** Reads a diagram as a reader does: what stands below an answer is what it leads to, unless a note says more. */
export function readDrawnFlow(source: string): DrawnFlow {
  const [root] = parse(source).branches;
  const edges: DrawnEdge[] = [];
  const between: { step: string; after: string }[] = [];
  const calls: string[] = [];

  /** Reads nodes in order, and returns the answers that lead on below them. */
  const read = (
    nodes: readonly Node[],
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
        case "loop": {
          const [body = { text: "", nodes: [] }] = node.branches;
          const repeated = firstStep(body.nodes);
          lead(repeated);
          open = read(body.nodes, [], repeated);
          lead(repeated);
          break;
        }
        case "opt": {
          const [body = { text: "", nodes: [] }] = node.branches;
          const [, after] = /^at any time after (.*)$/.exec(body.text) ?? [];
          if (after !== undefined) between.push({ step: firstStep(body.nodes), after });
          if (read(body.nodes, [], "").length > 0) throw new Error("an option leads nowhere");
          break;
        }
        case "alt": {
          const before = open;
          open = node.branches.flatMap(({ text, nodes: branch }) =>
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

  if (read(root?.nodes ?? [], [], "").length > 0)
    throw new Error("the diagram ends with an answer that leads nowhere");
  return { edges, between, calls };
}

const till = "At the till: ";

/** `POST /scanCode with dialog: session, scanCode` is `POST /scanCode with dialog`. */
const toName = (text: string): string => text.replace(/: .*/, "");

function firstStep(nodes: readonly Node[]): string {
  const first = nodes.find((node): node is Line => node.kind === "request");
  if (!first) throw new Error("a frame without a request");
  return toName(first.text);
}

/** The lines of a diagram as a tree of its frames. */
function parse(source: string): Block {
  const root: Block = { kind: "alt", branches: [{ text: "", nodes: [] }] };
  const blocks = [root];
  for (const raw of source.split("\n").slice(1)) {
    const line = raw.trim().replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const [, word = "", text = ""] = /^(\w+)(?: (.*))?$/s.exec(line) ?? [];
    const block = blocks.at(-1) ?? root;
    if (word === "participant") continue;
    if (word === "end") blocks.pop();
    else if (word === "else") block.branches.push({ text, nodes: [] });
    else {
      const node = isFrame(word) ? { kind: word, branches: [{ text, nodes: [] }] } : parseLine(line);
      block.branches.at(-1)?.nodes.push(node);
      if ("branches" in node) blocks.push(node);
    }
  }
  return root;
}

const isFrame = (word: string): word is Block["kind"] => ["loop", "opt", "alt"].includes(word);

const arrows = {
  "POS->>You": "request",
  "You-->>POS": "answer",
  "You->>POS": "call",
  "Note over POS,You": "note",
} as const;

function parseLine(line: string): Line {
  const [, arrow = "", text = ""] = /^(.*?): (.*)$/s.exec(line) ?? [];
  const kind = (arrows as Readonly<Record<string, Line["kind"] | undefined>>)[arrow];
  if (!kind) throw new Error(`what is ${line}`);
  return { kind, text };
}
