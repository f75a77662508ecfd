import { beforeAll, describe, expect, it } from "vitest";
import { testSecret } from "../../generator/docs/samples/test-vectors.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { searchOf, type Search } from "../targets/site/search-scope.js";
import { siteOf } from "../targets/site/sites.js";
import { loadModel, loadRealView } from "../workbench/real-spec.js";
import { searches } from "./searches.js";

const model = loadModel(ownSpec);

const matchesWord = (text: string, word: string): boolean =>
  text.toLowerCase().replace(/[-_]/g, "").includes(word);

describe("the search of the site", () => {
  let search: Search;
  const pathsFor = (query: string) => search.find(query).map(({ place }) => place.page.path);

  beforeAll(async () => {
    search = searchOf(await siteOf(loadRealView({ minVersion: "48" }, model), model));
  });

  it.each(searches)("shows $page first for “$query”", ({ query, page }) => {
    expect(pathsFor(query)[0]).toBe(page);
  });

  it.each(model.synonyms.flatMap(({ word, typed }) => typed.map((each) => ({ each, word }))))(
    "finds what has “$word” for “$each”",
    ({ each, word }) => {
      const elsewhere = search.find(each).filter(({ place }) => place.page.path !== "glossary.html");
      expect(elsewhere.some(({ about, name }) => matchesWord(`${name} ${about}`, word))).toBe(true);
    },
  );

  it("finds no secret for a part of it, and no sample", () => {
    const texts = (query: string) => search.find(query).map(({ about }) => about);
    expect(texts("secret").filter((text) => text.includes(testSecret))).not.toEqual([]);
    expect(texts("bon").filter((text) => text.includes(testSecret))).toEqual([]);
    expect(pathsFor("zeepbon")).toEqual([]);
    expect(pathsFor("lavendel")).toEqual([]);
  });
});
