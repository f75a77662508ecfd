import { pagePaths, type Page } from "../../docs/page.js";
import { toScriptText } from "../../text/literal.js";
import type { Article } from "./article.js";
import { formatEnds } from "./attributes.js";
import { groupTitles } from "./navigation.js";

/** Descriptions are cut to this length, which is enough to tell one find from another. */
const mostLetters = 110;

/**
 * The search index, as a script: pages may not fetch anything, and those opened from a folder could not. Each line has
 * one entry, so that a small change of the spec is a small diff.
 */
export function printSearchIndex(articles: readonly Article[]): string {
  const parts = articles.filter(({ page }) => page.path !== pagePaths.matrix).map(printEntries);
  return `var mplusSearchIndex = [\n${parts.join(",\n")}\n];\n`;
}

function printEntries(article: Article): string {
  const { page, file, title } = article;
  const head = {
    path: file,
    title: title.text,
    group: groupTitles[page.group],
    ...formatEnds(page.availability),
  };
  const entries = listEntries(article).map((entry) => `  ${toScriptText(entry)}`);
  const open = toScriptText(head).slice(0, -1);
  return `${open},"entries":[${entries.length > 0 ? `\n${entries.join(",\n")}\n` : ""}]}`;
}

type Entry = Readonly<Record<string, string>>;

const listEntries = ({ page, headings, rows }: Article): Entry[] => [
  ...headings.map(({ text, anchor }) => ({ kind: toKind(text, page), name: text, anchor })),
  ...rows.map(({ kind, name, anchor, description, availability }) => ({
    kind,
    name,
    anchor,
    about: shorten(description),
    ...formatEnds(availability),
  })),
];

/** Every error code has a section of its own; a heading in words is something else. */
const toKind = (text: string, { path }: Page): string =>
  path === pagePaths.errorCodes && !/[a-z]/.test(text) ? "error code" : "heading";

function shorten(text: string): string {
  if (text.length <= mostLetters) return text;
  const [first = "", ...words] = text.slice(0, mostLetters).split(/\s/u);
  return `${[first, ...words.slice(0, -1)].join(" ").trimEnd()}…`;
}
