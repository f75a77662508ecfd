import type { Direction } from "../contract/model/model.js";
import type { Release } from "../base/time/release.js";
import type { Contract, Root } from "./contract.js";
import {
  findColumns,
  isPropertyName,
  readRow,
  splitLine,
  takeRelease,
  type PropertyRow,
} from "./property-table.js";
import {
  nameSubject,
  toSubjectKey,
  type PageBlock,
  type SourcePage,
  type SpecSubject,
} from "./source-content.js";

type TextBlock = Exclude<PageBlock, { kind: "heading" | "table" }>;

/** A table of properties. */
export interface PropertyTable {
  readonly kind: "table";
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly PropertyRow[];
}

/** The blocks below one heading, up to the next. */
export interface PageSection {
  /** The headings above, outermost first, without the title of the page, joined. */
  readonly name: string;
  /** Of the heading; "" where there is none. */
  readonly text: string;
  readonly line: number;
  readonly level: number;
  /** The release that the heading names. */
  readonly since?: Release | undefined;
  /** What the headings above say of the side of all that stands here. */
  readonly side?: Direction | undefined;
  readonly blocks: readonly (TextBlock | PropertyTable)[];
}

/** A section, and the object that it describes. */
export interface ObjectSection extends PageSection {
  readonly root?: Root | undefined;
  /** Whether its heading names the object, and not one above it, or none. */
  readonly isNamed: boolean;
}

/** The side of all that stands below a heading such as “Request objects”. */
export const findSide = (heading: string): Direction | undefined =>
  /^(request|response)s?(?: \w+)?$/i.exec(heading)?.[1]?.toLowerCase() as Direction | undefined;

/** A heading without its number, a sign of a link, a colon, and the word “object”. */
export const cleanHeading = (text: string): string =>
  text
    .replace(/\s?\[edit\]$/i, "")
    .replace(/^\d+(?:\.\d+)*\.?\s+/, "")
    .replace(/\{#[\w-]+\}$/, "")
    .replace(/(?<![\s:#¶🔗])[\s:#¶🔗]+$/u, "")
    .replace(/^(?:the )?(?!re(?:quest|sponse))(\w+) object$/i, "$1");

/** Splits a page at its headings, and finds the object that each part describes. */
export function splitSections({ title, blocks }: SourcePage, contract: Contract): readonly ObjectSection[] {
  const headed = new Set<string>();
  let above: ObjectSection | undefined;
  const sections = splitAtHeadings(findLineTables(blocks), title).map((section): ObjectSection => {
    const isDeeper = above !== undefined && section.level > above.level;
    const root = section.text === title ? undefined : findRoot(section, isDeeper, headed, contract);
    if (root) headed.add(nameSubject(root));
    const isInner = !root && isDeeper;
    const found = { ...section, root: isInner ? above?.root : root, isNamed: root !== undefined };
    if (!isInner) above = root ? found : undefined;
    return found;
  });
  const missing = contract.roots.filter((root) => !headed.has(nameSubject(root)));
  return sections.flatMap((section) => splitAtTables(section, missing, contract));
}

/** A page whose lists of properties, and whose headings of a property each, are tables like the others. */
const findLineTables = (blocks: readonly PageBlock[]): readonly PageBlock[] =>
  blocks.flatMap((block, i): readonly PageBlock[] => {
    const [before, next] = [blocks[i - 1], blocks[i + 1]];
    if (block.kind === "heading") return [readPropertyHeading(block, next) ?? block];
    if (before?.kind === "heading" && readPropertyHeading(before, block)) return [];
    if (block.kind === "item") return [readLineTable(block.line, block.text) ?? block];
    if (
      block.kind !== "table" ||
      block.header.length > 0 ||
      !block.rows.every(({ cells }) => cells.length === 2)
    )
      return [block];
    // A list of definitions has a name, and a line about it.
    return block.rows.map(({ line, cells }) => {
      const text = cells.join(" ");
      return readLineTable(line, text) ?? { kind: "paragraph", line, text };
    });
  });

const readPropertyHeading = (heading: PageBlock, next: PageBlock | undefined): PageBlock | undefined =>
  heading.kind === "heading" && next?.kind === "paragraph"
    ? readLineTable(heading.line, `${cleanHeading(heading.text)} ${next.text}`)
    : undefined;

/** A table of one row, if a line is one. “Payment is about to take place” begins with no type. */
function readLineTable(line: number, text: string): PageBlock | undefined {
  const cells = splitLine(text.replaceAll("\n", " "));
  return cells?.[1] && !/^[A-Z]/.test(cells[1]) && /^[a-z]/.test(text)
    ? { kind: "table", line, header: ["name", "type", "explanation"], rows: [{ line, cells }] }
    : undefined;
}

/** The parts of a page between its headings. */
function splitAtHeadings(blocks: readonly PageBlock[], title: string): readonly PageSection[] {
  type Heading = Pick<PageSection, "text" | "level" | "side">;
  let above: readonly Heading[] = [];
  let part = { name: "", text: "", line: 1, level: 0, blocks: [] as (TextBlock | PropertyTable)[] };
  const parts: PageSection[] = [part];
  let columns: ReturnType<typeof findColumns> = [];
  for (const block of blocks) {
    const { kind, line } = block;
    if (kind === "heading") {
      const { level } = block;
      const { rest, since } = takeRelease(cleanHeading(block.text));
      const text = cleanHeading(rest);
      above = [...above.filter((outer) => outer.level < level), { text, level, side: findSide(text) }];
      const name = above.flatMap((each) => (each.text === title ? [] : each.text.slice(0, 200))).join(" > ");
      const said = { since, side: above.flatMap((each) => each.side ?? []).at(-1) };
      part = { name, text, line, level, blocks: [], ...said };
      parts.push(part);
      columns = [];
    } else if (kind === "table") {
      const { header, rows } = block;
      // One without a header goes on with the one above.
      if (header.length > 0 || columns.length === 0) columns = findColumns(header, rows);
      part.blocks.push({ kind, line, header, rows: rows.map((row) => readRow(row, columns)) });
    } else part.blocks.push(block);
  }
  return parts;
}

/** The object that a section describes: what its heading names, on the side that the headings above give, unless its rows speak for the other. */
function findRoot(
  { text, side, blocks }: PageSection,
  isDeeper: boolean,
  headed: ReadonlySet<string>,
  contract: Contract,
): Root | undefined {
  if (!isPropertyName(text) || /[.[]/.test(text)) return undefined;
  const names = listNames(blocks);
  const options = (["request", "response"] as const).flatMap((each) => {
    const same = (root: Root): boolean =>
      root.side === each && root.path.toLowerCase() === text.toLowerCase();
    const known = contract.roots.find(same);
    const root: Root = known ?? { side: each, path: text };
    const count = countKnownNames(names, root, contract);
    // What the contract does not have is an object where a side is given, and a table, and no object around it.
    if (!known && (each !== side || names.length === 0 || isDeeper || /^[A-Z]/.test(text))) return [];
    // An object of the other side has nothing of its own in its rows.
    if (known && side !== undefined && each !== side && names.length > 0 && count === 0) return [];
    const isFree = known && !headed.has(nameSubject(known));
    const score = count * 4 + (isFree ? 2 : 0) + (each === side ? 1 : 0);
    return [{ root, score }];
  });
  return options.sort((one, other) => other.score - one.score)[0]?.root;
}

/** Begins a section anew at a table whose rows are those of an object that no heading names. */
function splitAtTables(
  section: ObjectSection,
  missing: readonly Root[],
  contract: Contract,
): readonly ObjectSection[] {
  const parts: (ObjectSection & { readonly blocks: (TextBlock | PropertyTable)[] })[] = [
    { ...section, blocks: [] },
  ];
  for (const block of section.blocks) {
    const last = parts.at(-1);
    const isTable = block.kind === "table" && block.rows.length > 0;
    const side = last?.root?.side ?? section.side;
    const options = missing.filter((each) => side === undefined || each.side === side);
    const root = isTable ? findMissing(listNames([block]), last?.root, options, contract) : undefined;
    if (root) parts.push({ ...section, root, line: block.line, text: "", isNamed: false, blocks: [block] });
    else last?.blocks.push(block);
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
    : Math.max(own ? count(own) + 1 : 2, names.length / 2);
  return missing.filter((root) => count(root) >= least).sort((one, other) => count(other) - count(one))[0];
}

/** The names in the rows of tables. */
export const listNames = (blocks: PageSection["blocks"]): readonly string[] =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows.map(({ name = "" }) => name) : []))
    .filter(isPropertyName);

/** How many names the contract has below a root. */
const countKnownNames = (names: readonly string[], root: Root, { named }: Contract): number =>
  names.filter((name) => named(name).some((part) => isBelow(part, root))).length;

export const isBelow = (part: SpecSubject, root: Root): boolean =>
  `${toSubjectKey(part)}.`.startsWith(`${nameSubject(root)}.`);
