import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { loadRealModel, loadRealView } from "../../workbench/real-spec.js";
import { siteOf } from "./sites.js";

interface Find {
  readonly kind: string;
  readonly name: string;
  readonly anchor?: string;
  readonly since?: string;
  readonly page: { readonly path: string };
}

/** What a reader types, and what has to be among the first that he is shown. */
const searches = [
  { query: "relationNumber", kind: "property", name: "relationNumber" },
  { query: "relation number", kind: "property", name: "relationNumber" },
  { query: "RELATIONNUMBER", kind: "property", name: "relationNumber" },
  { query: "rel num", kind: "property", name: "relationNumber" },
  { query: "scancode", kind: "page", name: "scanCode" },
  { query: "scanC", kind: "page", name: "scanCode" },
  { query: "INVALID_LINE_ID", kind: "error code", name: "INVALID_LINE_ID" },
  { query: "invalid line", kind: "error code", name: "INVALID_LINE_ID" },
  { query: "cardholder", kind: "value", name: "cardholder" },
  { query: "signature", kind: "heading", name: "The signature" },
];

describe("the search", () => {
  let find: (query: string) => readonly Find[];

  beforeAll(async () => {
    const model = loadRealModel();
    const files = await siteOf(loadRealView({ minVersion: "48" }, model), model);
    const scope = createContext({});
    runInContext(readFileSync(join(packageRoot, "templates/site/search-ranking.js"), "utf8"), scope);
    runInContext(files.get("search-index.js") ?? "", scope);
    find = (query) =>
      runInContext(`findInIndex(${JSON.stringify(query)}, mplusSearchIndex)`, scope) as readonly Find[];
  });

  it.each(searches)("finds the $kind $name for “$query”", ({ query, kind, name }) => {
    const first = find(query).slice(0, 5);
    expect(first.map((each) => `${each.kind} ${each.name}`)).toContain(`${kind} ${name}`);
  });

  it("says where a find is, and since when", () => {
    const [form] = find("form").filter(({ page: { path } }) => path === "events/scanCode.html");
    expect(form).toMatchObject({ kind: "property", name: "form", anchor: "property-form", since: "59" });
  });

  it("puts exact names before names that begin so, and those before the rest", () => {
    const names = find("polling").map(({ name }) => name.toLowerCase());
    const kinds = names.map((name) => (name === "polling" ? 0 : name.startsWith("polling") ? 1 : 2));
    expect(kinds).toEqual([...kinds].sort());
    expect(new Set(kinds)).toEqual(new Set([0, 1, 2]));
  });

  it.each(["", "  ", "?", "zzzz", "relation zzzz"])("finds nothing for “%s”", (query) => {
    expect(find(query)).toEqual([]);
  });
});
