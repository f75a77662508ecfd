import { toHtmlText, type HtmlText } from "../text/escape.js";
import { formatRelease } from "../time/release.js";
import { firstIn, goneIn } from "../time/spans.js";
import type { Availability, Block, Cell, Table } from "./block.js";
import { headingAnchor, toHref, toPlainString, type Inline, type Text } from "./text.js";

/** Where the HTML of a page lies. */
export const toFile = (page: string): string => `${page}.html`;

/** A text as HTML, on the page that lies at `path`. */
export const printText = (text: Text, path: string): HtmlText =>
  text.map((inline) => printInline(inline, path)).join("") as HtmlText;

function printInline(inline: Inline, path: string): string {
  switch (inline.kind) {
    case "plain":
      return toHtmlText(inline.text);
    case "code":
      return `<code>${toHtmlText(inline.text)}</code>`;
    case "styled":
      return `<span class="${inline.style}">${toHtmlText(inline.text)}</span>`;
    case "strong":
      return `<strong>${printText(inline.content, path)}</strong>`;
    case "emphasis":
      return `<em>${printText(inline.content, path)}</em>`;
    case "link":
      return `<a href="${toHtmlText(toHref(inline, path, toFile))}">${printText(inline.content, path)}</a>`;
  }
}

/** The attributes of an element, with a space before each; those that are undefined are left out. */
export const printAttributes = (attributes: Readonly<Record<string, string | undefined>>): HtmlText =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${toHtmlText(value)}"`))
    .join("") as HtmlText;

/** The two ends of when something exists: `59.3.2`. */
export function formatEnds(availability: Availability | undefined): {
  readonly since?: string;
  readonly until?: string;
} {
  const [since, until] = [firstIn(availability?.exists), goneIn(availability?.exists)];
  return {
    ...(since !== undefined && { since: formatRelease(since) }),
    ...(until !== undefined && { until: formatRelease(until) }),
  };
}

/** The attributes from which a script reads when an element's subject exists. */
export function endAttributes(availability: Availability | undefined) {
  const { since, until } = formatEnds(availability);
  return { "data-since": since, "data-until": until };
}

/** The ids of a page: of its headings, and of the rows of its tables that are about a name. */
export type Anchors = ReadonlyMap<Block | readonly Cell[], string>;

/**
 * Gives headings and rows their ids, each once: the second `answers` of a page becomes `answers-1`, as on GitHub. Headings come
 * first: other pages link to theirs.
 * @param title The anchor of the page's title, which has an id already.
 */
export function listAnchors(blocks: readonly Block[], title?: string): Anchors {
  const taken = new Set([title]);
  const take = (wanted: string): string => {
    let anchor = wanted;
    for (let count = 1; taken.has(anchor); count++) anchor = `${wanted}-${count}`;
    taken.add(anchor);
    return anchor;
  };
  const anchors = new Map<Block | readonly Cell[], string>();
  for (const block of blocks)
    if (block.kind === "heading") anchors.set(block, take(headingAnchor(toPlainString(block.text))));
  for (const table of blocks) {
    if (table.kind !== "table") continue;
    for (const row of table.rows) {
      const name = findName(row, table);
      if (name !== undefined) anchors.set(row, take(rowAnchor(table.names ?? "", name)));
    }
  }
  return anchors;
}

/** What a row is about: the name in its first cell, unless that is a link: its page is elsewhere. */
export function findName([first]: readonly Cell[], { names }: Table): string | undefined {
  if (names === undefined || !Array.isArray(first)) return undefined;
  const text = first as Text;
  return text.some(({ kind }) => kind === "link") ? undefined : toPlainString(text) || undefined;
}

/** The anchor of a row of a table: `property-scanCode`. Names keep their case, as they are written on the wire. */
const rowAnchor = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[^\p{L}\p{N}_.-]+/gu, "-").slice(0, 80)}`;

/** A link to an anchor of the same page. */
export const toFragment = (anchor: string): string => `#${encodeURIComponent(anchor)}`;
