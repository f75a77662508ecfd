import { measureWidth } from "../text/width.js";

/** Text that is not laid out yet. Wherever there is a choice, the outermost group that does not fit in its line is broken. */
export type Document = string | readonly Document[] | Line | Indent | Group | IfBroken;

interface Line {
  readonly kind: "line";
  /** What stands there where its group is not broken; a hard line is always a line break. */
  readonly flat: " " | "" | "hard";
}

interface Indent {
  readonly kind: "indent";
  readonly of: Document;
}

interface Group {
  readonly kind: "group";
  /** From the tightest to the loosest: the first that fits is taken. */
  readonly states: readonly [Document, ...Document[]];
  readonly broken: boolean;
}

interface IfBroken {
  readonly kind: "if broken";
  readonly broken: Document;
  readonly flat: Document;
  /** The group that is asked about; the one around it where none is named. */
  readonly asked?: Group;
}

/** A space, or a line break. */
export const line: Document = { kind: "line", flat: " " };
/** Nothing, or a line break. */
export const softline: Document = { kind: "line", flat: "" };
/** A line break; each group around it is broken. */
export const hardline: Document = { kind: "line", flat: "hard" };

export const indent = (of: Document): Document => ({ kind: "indent", of });

export const group = (of: Document, broken = false): Group => ({
  kind: "group",
  states: [of],
  broken: broken || mustBreak(of),
});

/** The first of these that fits, the last one broken. What is broken in them breaks nothing around it. */
export const firstThatFits = (...states: readonly [Document, ...Document[]]): Group => ({
  kind: "group",
  states,
  broken: false,
});

export const ifBroken = (broken: Document, flat: Document = "", asked?: Group): Document => ({
  kind: "if broken",
  broken,
  flat,
  ...(asked && { asked }),
});

/** Puts a separator between these. */
export const join = (separator: Document, parts: readonly Document[]): Document =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));

/** Whether it cannot stand on one line. */
export function mustBreak(document: Document): boolean {
  if (typeof document === "string") return false;
  if (!("kind" in document)) return document.some(mustBreak);
  if (document.kind === "group") return document.broken;
  if (document.kind === "indent") return mustBreak(document.of);
  return document.kind === "line" && document.flat === "hard";
}

/** A part of a document, as it is to be printed. */
interface Part {
  readonly of: Document;
  readonly depth: number;
  readonly broken: boolean;
}

/** Lays a document out, in lines of so many columns where it can be. */
export function layOut(document: Document, width: number): string {
  const brokenGroups = new Set<Group>();
  const rest: Part[] = [{ of: document, depth: 0, broken: true }];
  const lines: string[] = [];
  let text = "";
  let column = 0;
  // After a line break inside of what was flat, what follows is measured anew.
  let isOpen = false;
  for (let part = rest.pop(); part; part = rest.pop()) {
    const { of, depth, broken } = part;
    if (typeof of === "string") {
      text += of;
      column += toColumns(of);
    } else if (!("kind" in of)) {
      pushAll(rest, of, part);
    } else if (of.kind === "indent") {
      rest.push({ of: of.of, depth: depth + 1, broken });
    } else if (of.kind === "if broken") {
      const asks = of.asked ? brokenGroups.has(of.asked) : broken;
      rest.push({ of: asks ? of.broken : of.flat, depth, broken });
    } else if (of.kind === "group") {
      const isSettled = !broken && !isOpen;
      isOpen = false;
      const chosen = isSettled
        ? { of: of.broken ? last(of.states) : of.states[0], depth, broken: of.broken }
        : choose(of, depth, (each) => fits(each, rest, width - column, brokenGroups));
      if (chosen.broken) brokenGroups.add(of);
      rest.push(chosen);
    } else if (broken || of.flat === "hard") {
      isOpen = !broken;
      lines.push(text.trimEnd());
      text = "  ".repeat(depth);
      column = depth * 2;
    } else {
      text += of.flat;
      column += of.flat.length;
    }
  }
  return [...lines, text].join("\n");
}

/** The first state of a group that fits, or the last one, broken. */
function choose({ states, broken }: Group, depth: number, isFit: (part: Part) => boolean): Part {
  const found = broken ? undefined : states.find((of) => isFit({ of, depth, broken: false }));
  return found === undefined
    ? { of: last(states), depth, broken: true }
    : { of: found, depth, broken: false };
}

/** Whether a part fits in so many columns, with what comes behind it up to the next line break. */
function fits(part: Part, behind: readonly Part[], width: number, brokenGroups: ReadonlySet<Group>): boolean {
  const rest: Part[] = [part];
  let left = width;
  let next = behind.length;
  while (left >= 0) {
    const current = rest.pop() ?? behind[--next];
    if (!current) return true;
    const { of, broken } = current;
    if (typeof of === "string") left -= toColumns(of);
    else if (!("kind" in of)) pushAll(rest, of, current);
    else if (of.kind === "indent") rest.push({ ...current, of: of.of });
    else if (of.kind === "if broken")
      rest.push({ ...current, of: (of.asked ? brokenGroups.has(of.asked) : broken) ? of.broken : of.flat });
    else if (of.kind === "group") {
      const isBroken = of.broken || broken;
      rest.push({ ...current, of: isBroken ? last(of.states) : of.states[0], broken: isBroken });
    } else if (broken || of.flat === "hard") return true;
    else left -= of.flat.length;
  }
  return false;
}

/** So that the first of them is taken first. */
function pushAll(rest: Part[], parts: readonly Document[], { depth, broken }: Part): void {
  for (let index = parts.length - 1; index >= 0; index -= 1)
    rest.push({ of: parts[index] ?? "", depth, broken });
}

const last = (states: readonly [Document, ...Document[]]): Document => states.at(-1) ?? states[0];

const toColumns = (text: string): number => (/^[\x20-\x7e]*$/.test(text) ? text.length : measureWidth(text));
