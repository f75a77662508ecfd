import { beforeAll, describe, expect, it } from "vitest";
import { findAll, parseMarkdown, textOf } from "../../targets/docs/markdown-tree.js";
import { modelOf } from "../../view/spec-of.js";
import { object } from "../../workbench/small-spec.js";
import { loadRange } from "../../workbench/real-spec.js";
import { pageAt, pagesOf } from "../pages.js";

const text = { type: "string" };

/** Properties of four ages, and objects that only some releases have. */
const model = modelOf({
  ping: {
    early: { ...text, "x-added-in": "10" },
    late: { ...text, "x-added-in": "30" },
    past: { ...text, "x-removed-in": "20" },
    tale: { ...object("Tale", { x: text }), "x-added-in": "30" },
  },
  pong: { field: { ...object("Field", { x: text }), "x-added-in": "10", "x-removed-in": "30" } },
});

/** The rows of the matrix of the requests, without what is said of the fleet. */
const matrixRows = (pages: ReadonlyMap<string, string>) => {
  const [, requests] = findAll(parseMarkdown(pageAt(pages, "matrix.md")), "table");
  return findAll(requests ?? { type: "root" }, "tableRow").map((row) => {
    const [name = "", , ...cells] = findAll(row, "tableCell").map(textOf);
    return [name, ...cells.slice(0, -1)].join(" | ");
  });
};

describe.each([
  {
    range: "20..",
    front: [
      "[Tale](objects/Tale.md) (v30 **some shops**): ",
      "[Field](objects/Field.md) (v10, gone v30 **some shops**): ",
    ],
    oldest: "v20 or before",
    rows: [
      "Property | Since | v30 | v20 or before",
      "ping.early | v10 | yes | yes",
      "ping.late | v30 | new | ",
      "ping.past |  |  | gone",
    ],
    sent: "The POS sends this object from v30 on, as:",
    taken: "You may send this object to shops from v10 on and before v30, as:",
  },
  {
    range: "..",
    front: [
      "[Tale](objects/Tale.md) (v30 **some shops**): ",
      "[Field](objects/Field.md) (v10, gone v30 **some shops**): ",
    ],
    oldest: "before v10",
    rows: [
      "Property | Since | v30 | v20 | v10 | before v10",
      "ping.early | v10 | yes | yes | new | ",
      "ping.late | v30 | new |  |  | ",
      "ping.past |  |  | gone | yes | yes",
    ],
    sent: "The POS sends this object from v30 on, as:",
    taken: "You may send this object to shops from v10 on and before v30, as:",
  },
  {
    range: "10..20",
    front: ["[Tale](objects/Tale.md) (v30 **no shop**): ", "[Field](objects/Field.md): "],
    oldest: "v10 or before",
    rows: [
      "Property | Since | v30 | v20 | v10 or before",
      "ping.early | v10 | yes | yes | yes",
      "ping.late | v30 | new |  | ",
      "ping.past |  |  | gone | yes",
    ],
    sent: "No shop of your fleet sends this object. In other releases, this object is:",
    taken: "You may send this object, as:",
  },
  {
    range: "40..",
    front: ["[Tale](objects/Tale.md): ", "[Field](objects/Field.md) (v10, gone v30 **no shop**): "],
    oldest: "v40 or before",
    rows: [
      "Property | Since | v40 or before",
      "ping.early | v10 | yes",
      "ping.late | v30 | yes",
      "ping.past |  | gone",
    ],
    sent: "The POS sends this object, as:",
    taken: "No shop of your fleet takes this object. In other releases, this object is:",
  },
])("for the fleet $range", ({ range, front, oldest, rows, sent, taken }) => {
  let pages: ReadonlyMap<string, string>;
  beforeAll(async () => {
    pages = await pagesOf(loadRange(range, model), model);
  });

  it("the matrix goes from the newest release to the oldest of the fleet", () => {
    expect(matrixRows(pages)).toEqual(expect.arrayContaining(rows));
    expect(pageAt(pages, "matrix.md")).toContain(`“${oldest}”`);
  });

  it("an object says which shops send and take it", () => {
    expect(pageAt(pages, "objects/Tale.md")).toContain(`\n${sent}\n`);
    expect(pageAt(pages, "objects/Field.md")).toContain(`\n${taken}\n`);
    for (const entry of front) expect(pageAt(pages, "README.md")).toContain(`\n- ${entry}`);
  });
});
