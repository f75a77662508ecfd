import { measureWidth } from "../../base/text/words.js";

/** How long a line of the output may be. */
const lineLength = 110;

/** Text that is not laid out yet. Wherever there is a choice, the outermost group that does not fit in its line is broken. */
export type Document = string | readonly Document[] | LineBreak | Indent | Group | IfBroken;

interface LineBreak {
  readonly kind: "line";
  /** What stands there where its group is not broken; a hard line is always a line break. */
  readonly flat: " " | "" | "hard";
}

interface Indent {
  readonly kind: "indent";
  readonly of: Document;
  /** The group that has to be broken, if any has to. */
  readonly where: Group | undefined;
}

interface Group {
  readonly kind: "group";
  /** From the tightest to the loosest: the first that fits is taken. */
  readonly states: readonly [Document, ...Document[]];
  readonly broken: boolean;
}

interface IfBroken {
  readonly kind: "if broken";
  readonly text: string;
}

/** A space, or a line break. */
export const line: Document = { kind: "line", flat: " " };
/** Nothing, or a line break. */
export const softline: Document = { kind: "line", flat: "" };
/** A line break; each group around it is broken. */
export const hardline: Document = { kind: "line", flat: "hard" };

/** Indented by a step; if a group is named, only where that one is broken. */
export const indent = (of: Document, where?: Group): Document => ({ kind: "indent", of, where });

export const group = (of: Document, broken = false): Group => ({
  kind: "group",
  states: [of],
  broken: broken || mustBreak(of),
});

/** The first of these that fits, the last one broken. What is broken in them breaks nothing around it. */
export const firstThatFits = (...states: Group["states"]): Group => ({
  kind: "group",
  states,
  broken: false,
});

/** Text that stands there only where its group is broken. */
export const ifBroken = (text: string): Document => ({ kind: "if broken", text });

/** Puts a separator between these. */
export const joinDocuments = (separator: Document, parts: readonly Document[]): Document =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));

/** What has a document each, as documents. */
export const toDocuments = (parts: readonly { readonly of: Document }[]): readonly Document[] =>
  parts.map(({ of }) => of);

/** A list in its brackets: on one line, or each on a line of its own. */
export function enclose(
  brackets: "{}" | "[]" | "()" | "<>",
  items: readonly Document[],
  broken = false,
): Document {
  const [open = "", close = ""] = brackets;
  const space = brackets === "{}" ? line : softline;
  const comma = brackets === "<>" ? "" : ifBroken(",");
  if (items.length === 0) return brackets;
  return group([open, indent([space, joinDocuments([",", line], items)]), comma, space, close], broken);
}

/** Whether it cannot stand on one line. */
export function mustBreak(document: Document): boolean {
  if (typeof document === "string") return false;
  if (!("kind" in document)) return document.some(mustBreak);
  if (document.kind === "group") return document.broken;
  if (document.kind === "indent") return mustBreak(document.of);
  return document.kind === "line" && document.flat === "hard";
}

/** A part of a document, as it is to be printed. */
interface LayoutPart {
  readonly of: Document;
  readonly depth: number;
  readonly broken: boolean;
}

/** Prints a document that is indented by so many steps. */
export function printDocument(document: Document, start = 0): string {
  const brokenGroups = new Set<Group | undefined>([undefined]);
  const rest: LayoutPart[] = [{ of: document, depth: start, broken: true }];
  const lines: string[] = [];
  let text = "";
  for (let part = rest.pop(); part; part = rest.pop()) {
    const { of, depth, broken } = part;
    if (typeof of === "string") text += of;
    else if (!("kind" in of)) pushAll(rest, of, part);
    else if (of.kind === "if broken") text += broken ? of.text : "";
    else if (of.kind === "indent")
      rest.push({ of: of.of, depth: brokenGroups.has(of.where) ? depth + 1 : depth, broken });
    else if (of.kind === "group") {
      const left = lineLength - toColumns(text);
      const fit = of.broken
        ? undefined
        : of.states.find((state) => fits({ of: state, depth, broken: false }, rest, left));
      if (fit === undefined) brokenGroups.add(of);
      rest.push({ of: fit ?? last(of.states), depth, broken: fit === undefined });
    } else if (broken || of.flat === "hard") {
      lines.push(text.trimEnd());
      text = "  ".repeat(depth);
    } else text += of.flat;
  }
  return [...lines, text].join("\n");
}

/** Whether a part fits in so many columns, with what comes behind it up to the next line break. */
function fits(part: LayoutPart, behind: readonly LayoutPart[], width: number): boolean {
  const rest: LayoutPart[] = [part];
  let left = width;
  let next = behind.length;
  while (left >= 0) {
    const current = rest.pop() ?? behind[--next];
    if (!current) return true;
    const { of, broken } = current;
    if (typeof of === "string") left -= toColumns(of);
    else if (!("kind" in of)) pushAll(rest, of, current);
    else if (of.kind === "if broken") left -= broken ? of.text.length : 0;
    else if (of.kind === "indent") rest.push({ ...current, of: of.of });
    else if (of.kind === "group") {
      const isBroken = of.broken || broken;
      rest.push({ ...current, of: isBroken ? last(of.states) : of.states[0], broken: isBroken });
    } else if (broken || of.flat === "hard") return true;
    else left -= of.flat.length;
  }
  return false;
}

/** So that the first of them is taken first. */
function pushAll(rest: LayoutPart[], parts: readonly Document[], { depth, broken }: LayoutPart): void {
  for (const of of parts.toReversed()) rest.push({ of, depth, broken });
}

const last = (states: Group["states"]): Document => states.at(-1) ?? states[0];

const toColumns = (text: string): number => (/^[\x20-\x7e]*$/.test(text) ? text.length : measureWidth(text));
