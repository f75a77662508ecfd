import { pagePaths } from "../../docs/prose/links.js";
import { toScriptText } from "../../text/escape.js";
import { groupTitles } from "./navigation.js";
import type { WrittenPage } from "./written-page.js";

/** Of a description, as much as helps to tell one find from another. */
const mostLetters = 110;

/**
 * What the search looks through, as a script: pages may not fetch anything, and a page that was opened from a folder
 * could not. A line holds one thing that can be found, so that a small change of the spec is a small diff.
 */
export function searchIndexOf(pages: readonly WrittenPage[]): string {
  const parts = pages.filter(({ source }) => source !== pagePaths.matrix).map(pageText);
  return `var mplusSearchIndex = [\n${parts.join(",\n")}\n];\n`;
}

function pageText(page: WrittenPage): string {
  const { path, title, group, life } = page;
  const head = { path, title: title.text, group: groupTitles[group], ...spanOf(life) };
  const entries = entriesOf(page).map((entry) => `  ${toScriptText(entry)}`);
  const open = toScriptText(head).slice(0, -1);
  return `${open},"entries":[${entries.length > 0 ? `\n${entries.join(",\n")}\n` : ""}]}`;
}

type Entry = Readonly<Record<string, string>>;

const entriesOf = ({ headings, rows, source }: WrittenPage): Entry[] => [
  ...headings.map(({ text, anchor }) => ({ kind: kindOfHeading(text, source), name: text, anchor })),
  ...rows.map(({ kind, name, anchor, description, life }) => ({
    kind,
    name,
    anchor,
    about: shorten(description),
    ...spanOf(life),
  })),
];

/** Every error code has a section of its own; a heading in words is something else. */
const kindOfHeading = (text: string, source: string): string =>
  source === pagePaths.errorCodes && !/[a-z]/.test(text) ? "error code" : "heading";

const spanOf = ({ since, until }: { readonly since: string; readonly until: string }): Entry => ({
  ...(since !== "" && { since }),
  ...(until !== "" && { until }),
});

function shorten(text: string): string {
  if (text.length <= mostLetters) return text;
  const [first = "", ...words] = text.slice(0, mostLetters).split(/\s/u);
  return `${[first, ...words.slice(0, -1)].join(" ").trimEnd()}…`;
}
