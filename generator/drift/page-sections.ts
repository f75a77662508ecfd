import type { Direction } from "../contract/model/model.js";
import type { Release } from "../base/time/release.js";
import type { Contract, Root } from "./contract.js";
import { readDateNote } from "./date-notes.js";
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

export interface PropertyTable {
  readonly kind: "table";
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly PropertyRow[];
}

export interface PageSection {
  /** The headings above, outermost first and joined, without the page title. */
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly level: number;
  readonly since?: Release | undefined;
  /** The headings above set the side of everything here. */
  readonly side?: Direction | undefined;
  readonly blocks: readonly (TextBlock | PropertyTable)[];
}

export interface ObjectSection extends PageSection {
  readonly root?: Root | undefined;
  /** True if its own heading names the object. */
  readonly isNamed: boolean;
}

/** A heading such as “Request objects” sets the side of everything below. */
export const findSide = (heading: string): Direction | undefined =>
  /^(request|response)s?(?: \w+)?$/i.exec(heading)?.[1]?.toLowerCase() as Direction | undefined;

/** Removes the number, edit link, anchor, colon and the word “object”. */
export const cleanHeading = (text: string): string =>
  text
    .replace(/\s?\[edit\]$/i, "")
    .replace(/^\d+(?:\.\d+)*\.?\s+/, "")
    .replace(/\{#[\w-]+\}$/, "")
    .replace(/(?<![\s:#¶🔗])[\s:#¶🔗]+$/u, "")
    .replace(/^(?:the )?(?!re(?:quest|sponse))(\w+) object$/i, "$1");

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

/** Turns lists of properties, and headings with one property each, into tables. A heading that only dates parts is text. */
const findLineTables = (blocks: readonly PageBlock[]): readonly PageBlock[] =>
  blocks.flatMap((block, i): readonly PageBlock[] => {
    const [before, next] = [blocks[i - 1], blocks[i + 1]];
    if (block.kind === "heading") {
      const text = cleanHeading(block.text);
      if (readDateNote(text)) return [{ kind: "paragraph", line: block.line, text }];
      return [readPropertyHeading(block, next) ?? block];
    }
    if (before?.kind === "heading" && readPropertyHeading(before, block)) return [];
    if (block.kind === "item") return [readLineTable(block.line, block.text) ?? block];
    if (
      block.kind !== "table" ||
      block.header.length > 0 ||
      !block.rows.every(({ cells }) => cells.length === 2)
    )
      return [block];
    // A definition list has a name and a line about it.
    return block.rows.map(({ line, cells }) => {
      const text = cells.join(" ");
      return readLineTable(line, text) ?? { kind: "paragraph", line, text };
    });
  });

const readPropertyHeading = (heading: PageBlock, next: PageBlock | undefined): PageBlock | undefined =>
  heading.kind === "heading" && next?.kind === "paragraph"
    ? readLineTable(heading.line, `${cleanHeading(heading.text)} ${next.text}`)
    : undefined;

/** Makes a one-row table. “Payment is about to take place” is no property, because it does not start with a type. */
function readLineTable(line: number, text: string): PageBlock | undefined {
  const cells = splitLine(text.replaceAll("\n", " "));
  return cells?.[1] && !/^[A-Z]/.test(cells[1]) && /^[a-z]/.test(text)
    ? { kind: "table", line, header: ["name", "type", "explanation"], rows: [{ line, cells }] }
    : undefined;
}

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
      // A table without a header continues the one above.
      if (header.length > 0 || columns.length === 0) columns = findColumns(header, rows);
      part.blocks.push({ kind, line, header, rows: rows.map((row) => readRow(row, columns)) });
    } else part.blocks.push(block);
  }
  return parts;
}

/**
 * Finds the object in the section's heading, on the side of the headings above, unless its rows fit the other
 * side.
 */
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
    // An unknown name is an object only if the side is given, it has a table, and no object contains it.
    if (!known && (each !== side || names.length === 0 || isDeeper || /^[A-Z]/.test(text))) return [];
    // If the rows are for the other side, they contain none of the object's names.
    if (known && side !== undefined && each !== side && names.length > 0 && count === 0) return [];
    const isFree = known && !headed.has(nameSubject(known));
    const score = count * 4 + (isFree ? 2 : 0) + (each === side ? 1 : 0);
    return [{ root, score }];
  });
  return options.sort((one, other) => other.score - one.score)[0]?.root;
}

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

/**
 * Finds an object that fits a table's names better than the section's own. Nearly all names must match, because
 * objects share names.
 */
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

export const listNames = (blocks: PageSection["blocks"]): readonly string[] =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows.map(({ name = "" }) => name) : []))
    .filter(isPropertyName);

const countKnownNames = (names: readonly string[], root: Root, { named }: Contract): number =>
  names.filter((name) => named(name).some((part) => isBelow(part, root))).length;

export const isBelow = (part: SpecSubject, root: Root): boolean =>
  `${toSubjectKey(part)}.`.startsWith(`${nameSubject(root)}.`);
