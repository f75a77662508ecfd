import type { Direction } from "../contract/model/model.js";
import type { Contract, Root } from "./contract.js";
import { readRowNote, type RowNote } from "./row-notes.js";
import {
  nameSubject,
  toSubjectKey,
  type PageBlock,
  type SourcePage,
  type SpecSubject,
} from "./source-content.js";
import { findColumn, findColumns, isPropertyName, readRow, type PropertyRow } from "./property-table.js";

type HeadingBlock = Extract<PageBlock, { kind: "heading" }>;
type OtherBlock = Exclude<PageBlock, { kind: "heading" | "table" }>;

/** A table of properties. */
export interface PropertyTable {
  readonly kind: "table";
  readonly line: number;
  readonly rows: readonly PropertyRow[];
  /** Whether it begins here, and does not go on with one above. */
  readonly isFirst: boolean;
  /** The names of its columns that say nothing to us. */
  readonly unknown: readonly string[];
}

/** The blocks below one heading, up to the next. */
export interface PageSection {
  /** The headings above, outermost first, without the title of the page, joined. */
  readonly name: string;
  /** Of the heading; "" where there is none. */
  readonly text: string;
  readonly line: number;
  /** Whether the heading says nothing but a side, or is the title. */
  readonly isFrame: boolean;
  /** What the heading says in brackets of the object that it names. */
  readonly note?: RowNote | undefined;
  readonly root?: Root | undefined;
  /** Whether the root is that of the heading above, as its own names none. */
  readonly isInner: boolean;
  readonly level: number;
  /** What the headings above say of the side of all that stands here. */
  readonly side?: Direction | undefined;
  readonly blocks: readonly (OtherBlock | PropertyTable)[];
}

/** What headings say of the side of all that stands below them. */
const sideHeadings: ReadonlyMap<string, Direction> = new Map([
  ...["request objects", "requests", "request objecten"].map((text) => [text, "request"] as const),
  ...["response objects", "responses", "response objecten"].map((text) => [text, "response"] as const),
]);

/** Splits a page at its headings, and at the table of an object whose heading is gone; and finds what each part describes. */
export function splitSections(page: SourcePage, contract: Contract): readonly PageSection[] {
  const headed = new Set<string>();
  let above: PageSection | undefined;
  const sections = splitAtHeadings(page).map((part): PageSection => {
    const blocks = readTables(part.blocks);
    const root = part.isFrame ? undefined : findRoot({ ...part, blocks }, headed, contract);
    const isInner = !root && above !== undefined && part.level > above.level;
    const section = { ...part, blocks, isInner, root: isInner ? above?.root : root };
    if (!isInner) above = root ? section : undefined;
    return section;
  });
  const missing = contract.roots.filter((root) => !headed.has(nameSubject(root)));
  return sections.flatMap((section) => splitAtTables(section, missing, contract));
}

type OpenSection = Omit<PageSection, "root" | "blocks" | "isInner"> & {
  readonly blocks: Exclude<PageBlock, HeadingBlock>[];
};

/** The parts of a page between its headings. A heading that is only a note stands beside the rows around it. */
function splitAtHeadings({ title, blocks }: SourcePage): readonly OpenSection[] {
  const parts: OpenSection[] = [{ name: "", text: "", line: 1, isFrame: true, level: 0, blocks: [] }];
  let above: readonly HeadingBlock[] = [];
  let side: { readonly side: Direction; readonly level: number } | undefined;
  for (const block of blocks) {
    if (block.kind !== "heading") {
      parts.at(-1)?.blocks.push(block);
      continue;
    }
    const { line, level } = block;
    const { text, note } = readHeading(block.text);
    if (!note && readRowNote(text, isPropertyName)) {
      parts.at(-1)?.blocks.push({ kind: "paragraph", line, text: block.text });
      continue;
    }
    above = [...above.filter((outer) => outer.level < level), { ...block, text }];
    const own = sideHeadings.get(text.toLowerCase());
    if (own) side = { side: own, level };
    // A heading beside one of a side, as a text may seem to have, does not end what that says.
    else if (side && level < side.level) side = undefined;
    const name = above.flatMap((each) => (each.text === title ? [] : each.text.slice(0, 200))).join(" > ");
    const isFrame = own !== undefined || text === title;
    parts.push({ name, text, line, level, isFrame, note, side: side?.side, blocks: [] });
  }
  return parts;
}

/** What a heading says, without a sign of a link or a colon, and what it says in brackets behind a name. */
function readHeading(heading: string): { readonly text: string; readonly note?: RowNote | undefined } {
  const bare = heading.replace(/\{#[\w-]+\}$/, "").replace(/(?<![\s:#¶🔗])[\s:#¶🔗]+$/u, "");
  // “The event object”, but not “Request objects”.
  const text = bare.replace(/^(\w+) object$/i, "$1");
  const [, name = "", inner = ""] = /^(\w+) \((.+)\)$/.exec(text) ?? [];
  const note = isPropertyName(name) ? readRowNote(inner, () => false) : undefined;
  return note ? { text: name, note } : { text };
}

/** Reads the rows of tables by what their columns hold; a table without a header goes on with the one above. */
function readTables(blocks: readonly Exclude<PageBlock, HeadingBlock>[]): PageSection["blocks"] {
  let columns: ReturnType<typeof findColumns> = [];
  return blocks.map((block) => {
    if (block.kind !== "table") return block;
    const { kind, header, rows, line } = block;
    if (header.length > 0 || columns.length === 0) columns = findColumns(header, rows);
    const isFirst = rows[0]?.line !== line;
    const unknown = isFirst ? header.filter((name) => name !== "" && !findColumn(name)) : [];
    return { kind, line, isFirst, unknown, rows: rows.map((row) => readRow(row, columns)) };
  });
}

/**
 * The object that a section describes: the one that its heading names, on the side that the headings above give; but where its rows, or the
 * order of the page, speak for the other side, a heading is gone.
 */
function findRoot(
  { text, side, blocks }: Omit<PageSection, "root" | "isInner">,
  headed: Set<string>,
  contract: Contract,
): Root | undefined {
  if (!isPropertyName(text)) return undefined;
  const names = listRowNames(blocks);
  const options = (["request", "response"] as const).flatMap((each) => {
    const known = contract.roots.find(
      (root) => root.side === each && root.path.toLowerCase() === text.toLowerCase(),
    );
    // A word with a capital that is none of them is a word.
    if (!known && /^[A-Z]/.test(text)) return [];
    const root = known ?? { side: each, path: text };
    const isFree = known && !headed.has(nameSubject(known));
    return { root, bonus: (isFree ? 2 : 0) + (each === side ? 1 : 0) };
  });
  const chosen = chooseRoot(options, names, contract);
  if (chosen) headed.add(nameSubject(chosen));
  return chosen;
}

/** The root under which the contract has most of some names, or the one that more speaks for besides; none where nothing does. */
function chooseRoot(
  options: readonly { readonly root: Root; readonly bonus: number }[],
  names: readonly string[],
  contract: Contract,
): Root | undefined {
  const scored = options.map(
    ({ root, bonus }) => [countKnownNames(names, root, contract) * 4 + bonus, root] as const,
  );
  const [[score, root] = [0, undefined]] = scored.sort(([one], [other]) => other - one);
  return score > 0 ? root : undefined;
}

/** Begins a section anew at a table whose rows are those of an object that no heading names. */
function splitAtTables(
  section: PageSection,
  missing: readonly Root[],
  contract: Contract,
): readonly PageSection[] {
  let last = { ...section, blocks: [] as (OtherBlock | PropertyTable)[] };
  const parts = [last];
  for (const block of section.blocks) {
    const isTable = block.kind === "table" && block.isFirst;
    const root = isTable ? findMissing(listRowNames([block]), last.root, missing, contract) : undefined;
    if (root) parts.push((last = { ...last, root, line: block.line, text: "", isFrame: false, blocks: [] }));
    last.blocks.push(block);
  }
  return parts;
}

/** The object that has more names of a table than that of its section; nearly all, if that is new: it may have names that others have, too. */
function findMissing(
  names: readonly string[],
  own: Root | undefined,
  missing: readonly Root[],
  contract: Contract,
): Root | undefined {
  const count = (root: Root): number => countKnownNames(names, root, contract);
  const isNew = own && !contract.has(own);
  const least = isNew
    ? Math.max(4, names.length * 0.9)
    : Math.max(own ? count(own) + 1 : 1, names.length / 2);
  return missing
    .filter((root) => root.side === (own ?? root).side && count(root) >= least)
    .sort((one, other) => count(other) - count(one))[0];
}

/** The names in the rows of tables. */
export const listRowNames = (blocks: PageSection["blocks"]): readonly string[] =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows.map(({ name = "" }) => name) : []))
    .filter(isPropertyName);

/** How many names the contract has below a root. */
const countKnownNames = (names: readonly string[], root: Root, { named }: Contract): number =>
  names.filter((name) => named(name).some((part) => isBelow(part, root))).length;

export const isBelow = (part: SpecSubject, root: Root): boolean =>
  `${toSubjectKey(part)}.`.startsWith(`${nameSubject(root)}.`);
