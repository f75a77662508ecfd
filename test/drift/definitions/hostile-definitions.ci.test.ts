import { describe, expect, it } from "vitest";
import { scaleAmount } from "../../fuzz/amount.js";
import { read } from "./read.js";

const make = (write: (i: number) => string, count: number): string =>
  Array.from({ length: scaleAmount({ suite: count / 5, full: count }) }, (_, i) => write(i)).join("");

const box = "<h2>Request objects</h2><h3>box</h3>";
const table = "<table><tr><th>Property<th>Type";

/** Pages that would take the reader too much time or depth; nothing that they name is as long as they are. */
const pages: readonly { readonly name: string; readonly file: string; readonly given: () => string }[] = [
  {
    name: "rows under the name of no object",
    file: "page.html",
    given: () => `${table}${make(() => "<tr><td>a", 240_000)}`,
  },
  {
    name: "a name of thousands of steps",
    file: "page.html",
    given: () => `${box}${table}<tr><td>${make((i) => `x${i}.`, 20_000)}x<td>string`,
  },
  {
    name: "names that each go on from the row above",
    file: "page.html",
    given: () => `${box}${table}${make((i) => `<tr><td>x${i}.x${i + 1}<td>string`, 5000)}`,
  },
  {
    name: "a header of thousands of columns",
    file: "page.html",
    given: () => `${box}${table}${make((i) => `<th>${i}`, 50_000)}${make(() => "<tr><td>a<td>string", 5000)}`,
  },
];

describe("a hostile page of definitions is read in time, by paths of a length that bodies have:", () => {
  it.each(pages)("$name", ({ file, given }) => {
    const { claims } = read(file, given());
    expect(Math.max(0, ...claims.map(({ subject }) => subject.path.length))).toBeLessThanOrEqual(1000);
  });
});
