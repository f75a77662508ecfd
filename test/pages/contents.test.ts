import { expect, it } from "vitest";
import { pageLaws, readFleetPages } from "./page-laws.js";

it.each(Object.entries(pageLaws))("the pages for all releases %s", async (_law, findBreaks) => {
  expect(findBreaks(await readFleetPages(".."))).toEqual([]);
});
