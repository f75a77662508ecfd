import { createContext, runInContext } from "node:vm";
import { templates } from "../../workbench/emit.js";

/** What the search of a site finds, as far as tests look at it. */
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
  /** The best find first. */
  readonly find: (query: string) => readonly Find[];
  /** Words that are near to what was typed. */
  readonly suggest: (query: string) => readonly string[];
  /** The piece of a find's text that is shown: what is marked stands between brackets. */
  readonly show: (find: Find) => string;
}

/** The search of a site, as its pages run it, without a browser. */
export function searchOf(site: ReadonlyMap<string, string>): Search {
  const scope = createContext({});
  const scripts = ["search-library.js", "search-index.js"].map((name) => site.get(name) ?? "");
  for (const script of [...scripts, templates.get("site/scripts/search-find.js") ?? ""])
    runInContext(script, scope);
  return runInContext(
    `({
      ...createSearch(mplusSearchIndex),
      show: ({ about, matches }) =>
        markWords(cutAround(about, matches), matches)
          .map(({ text, isMarked }) => (isMarked ? "[" + text + "]" : text))
          .join(""),
    })`,
    scope,
  ) as Search;
}
