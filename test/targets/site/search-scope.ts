import { createContext, runInContext } from "node:vm";
import { templates } from "../../workbench/emit.js";

export interface Find {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly since?: string;
  readonly place: { readonly page: { readonly path: string }; readonly anchor?: string };
  readonly places: readonly object[];
  readonly matches: (word: string) => boolean;
}

export interface Search {
  /** Best match first. */
  readonly find: (query: string) => readonly Find[];
  /** Excerpt of a match, with the marked words in brackets. */
  readonly show: (find: Find) => string;
}

export function searchOf(site: ReadonlyMap<string, string>): Search {
  const scope = createContext({});
  const scripts = ["search-library.js", "search-index.js"].map((name) => site.get(name) ?? "");
  for (const script of [...scripts, templates.get("site/scripts/search-find.js") ?? ""])
    runInContext(script, scope);
  return runInContext(
    `({
      find: createSearch(mplusSearchIndex),
      show: ({ about, matches }) =>
        markWords(cutAround(about, matches), matches)
          .map(({ text, isMarked }) => (isMarked ? "[" + text + "]" : text))
          .join(""),
    })`,
    scope,
  ) as Search;
}
