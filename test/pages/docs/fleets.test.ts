import { beforeAll, describe, expect, it } from "vitest";
import { findAll, parseMarkdown, textOf } from "../../targets/docs/markdown-tree.js";
import { modelOf, viewOf } from "../../contract/view/spec-of.js";
import { object } from "../../workbench/small-spec.js";
import { loadRange } from "../../workbench/real-spec.js";
import { pageAt, pagesOf } from "../pages.js";

const text = { type: "string" };

const model = modelOf({
  ping: {
    early: { ...text, "x-added-in": "10" },
    late: { ...text, "x-added-in": "30" },
    past: { ...text, "x-removed-in": "20" },
    tale: { ...object("Tale", { x: text }), "x-added-in": "30" },
  },
  pong: { field: { ...object("Field", { x: text }), "x-added-in": "10", "x-removed-in": "30" } },
});

/** Without the column about the fleet. */
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
      "[Field](objects/Field.md) (v10, removed in v30 **some shops**): ",
    ],
    oldest: "v20 or before",
    rows: [
      "Property | Since | v30 | v20 or before",
      "ping.early | v10 | yes | yes",
      "ping.late | v30 | new | ",
      "ping.past |  |  | removed",
    ],
    sent: "The POS sends this object from v30 on, as:",
    taken: "You may send this object to shops from v10 on, but before v30, as:",
  },
  {
    range: "..",
    front: [
      "[Tale](objects/Tale.md) (v30 **some shops**): ",
      "[Field](objects/Field.md) (v10, removed in v30 **some shops**): ",
    ],
    oldest: "before v10",
    rows: [
      "Property | Since | v30 | v20 | v10 | before v10",
      "ping.early | v10 | yes | yes | new | ",
      "ping.late | v30 | new |  |  | ",
      "ping.past |  |  | removed | yes | yes",
    ],
    sent: "The POS sends this object from v30 on, as:",
    taken: "You may send this object to shops from v10 on, but before v30, as:",
  },
  {
    range: "10..20",
    front: ["[Tale](objects/Tale.md) (v30 **no shop**): ", "[Field](objects/Field.md): "],
    oldest: "v10 or before",
    rows: [
      "Property | Since | v30 | v20 | v10 or before",
      "ping.early | v10 | yes | yes | yes",
      "ping.late | v30 | new |  | ",
      "ping.past |  |  | removed | yes",
    ],
    sent: "No shop of your fleet sends this object. In other releases, this object is:",
    taken: "You may send this object, as:",
  },
  {
    range: "40..",
    front: ["[Tale](objects/Tale.md): ", "[Field](objects/Field.md) (v10, removed in v30 **no shop**): "],
    oldest: "v40 or before",
    rows: [
      "Property | Since | v40 or before",
      "ping.early | v10 | yes",
      "ping.late | v30 | yes",
      "ping.past |  | removed",
    ],
    sent: "The POS sends this object, as:",
    taken: "No shop of your fleet accepts this object. In other releases, this object is:",
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

const was = (until: string, schema: object) => ({ "x-was": [{ until, schema }] });
const note = { ...text, maxLength: 20, ...was("57", { ...text, maxLength: 10 }) };

const sample = (release: string, note: string) => ({
  description: "Somebody pings.",
  release,
  request: { ping: { note: "short" } },
  response: { pong: { note, proof: "proof" } },
});

const changing = modelOf({
  releases: ["54", "56", "57", "58"],
  ping: { note },
  pong: {
    note,
    count: { type: "integer", maximum: 5, ...was("56", { type: "integer", maximum: 9 }) },
    kind: { ...text, enum: ["a", "b"], ...was("57", { ...text, enum: ["b", "c"] }) },
    part: { ...object("Part", { x: text }), ...was("57", object("OldPart", { y: text })) },
    proof: { ...text, "x-required-since": "57" },
  },
  pongRequired: ["proof"],
  files: {
    "examples/ping/long.json": sample("58", "eleven or more"),
    "examples/ping/short.json": sample("54", "ten"),
  },
});

/** The first three columns: name, type, and whether the property is required. */
async function rowsOf(title: string, range: string, responses: "safe" | "gated") {
  const pages = await pagesOf(viewOf(changing, range, { responses }), changing);
  const [table] = findAll(parseMarkdown(pageAt(pages, `objects/${title}.md`)), "table");
  const [, ...rows] = findAll(table ?? { type: "root" }, "tableRow");
  return rows.map((row) => findAll(row, "tableCell").slice(0, 3).map(textOf).join(" | "));
}

describe("the docs tell what the checks of the same fleet ask", () => {
  it("gated: of each release, where they differ", async () => {
    expect(await rowsOf("Pong", "54..58", "gated")).toEqual([
      "note | string (at most 10 characters) before v57 or string (at most 20 characters) from v57 on | no",
      "count | integer (at most 9) before v56 or integer (at most 5) from v56 on | no",
      "kind | a (since v57), b or c (removed in v57) | no",
      "part | OldPart before v57 or Part from v57 on | no",
      "proof | string | from v57 on",
    ]);
    expect(await rowsOf("Pong", "57..58", "gated")).toContain("note | string (at most 20 characters) | no");
  });

  it("safe: of the strictest release", async () => {
    const rows = await rowsOf("Pong", "54..58", "safe");
    expect(rows).toContain("note | string (at most 10 characters) | no");
    expect(rows).toContain("count | integer (at most 5) | no");
    expect(rows).toContain("proof | string | yes");
  });

  it.each(["safe", "gated"] as const)("%s: what any release may send", async (responses) => {
    expect(await rowsOf("Ping", "54..58", responses)).toEqual(["note | string (at most 20 characters) | no"]);
  });

  it.each(["safe", "gated"] as const)(
    "%s: shows first what every shop takes, and says of what not",
    async (responses) => {
      const pages = await pagesOf(viewOf(changing, "54..58", { responses }), changing);
      const [before, long] = pageAt(pages, "events/ping.md").split("### Long");
      const warning = "**Not every shop** of your fleet accepts all of this answer.";
      expect(before).toContain("**Short**");
      expect(before).not.toContain(warning);
      expect(long).toContain(warning);
    },
  );
});

const address = "https://example.com/a";
const wide = { ...sample("20", ""), response: { pong: { url: address, width: 480 } } };
const plain = { ...wide, response: { pong: { url: address } } };

const narrowing = (samples: Readonly<Record<string, object>>) =>
  modelOf({
    ping: { note: text },
    pong: { url: text, width: { type: "integer", "x-removed-in": "30" } },
    pongRequired: ["url"],
    files: Object.fromEntries(
      Object.entries(samples).map(([name, each]) => [`examples/ping/${name}.json`, each]),
    ),
  });

const own = "Somebody pings. Made-up sample.";
const old = "Somebody pings. From v20. Made-up sample.";
const some = "**Not every shop** of your fleet accepts all of this";
const none = "**No shop** of your fleet accepts all of this";

describe.each(["safe", "gated"] as const)("%s: a sample of what is gone", (responses) => {
  it.each([
    {
      fleet: "30..",
      samples: { plain, wide },
      event: [`**Plain**: ${own}`, "### Wide", `${old} ${none} answer.`, 'title="ping answer, v20"'],
      object: [own, 'title="Pong"'],
    },
    {
      fleet: "30..",
      samples: { wide },
      event: [`**Wide**: ${old} ${none} answer.`],
      object: [`${old} ${none} object.`],
    },
    {
      fleet: "20..",
      samples: { wide },
      event: [`**Wide**: ${own} ${some} answer.`, 'title="ping answer"'],
      object: [`${own} ${some} object.`, 'title="Pong"'],
    },
    {
      fleet: "10,30",
      samples: { wide },
      event: [`**Wide**: ${old} ${some} answer.`],
      object: [`${old} ${some} object.`],
    },
    {
      fleet: "..20",
      samples: { plain, wide },
      event: [`**Wide**: ${old}`, "### Plain", old],
      object: [old, '"width": 480'],
    },
  ])("in $fleet", async ({ fleet, samples, event, object }) => {
    const model = narrowing(samples);
    const pages = await pagesOf(viewOf(model, fleet, { responses }), model);
    const shown = [pageAt(pages, "events/ping.md"), pageAt(pages, "objects/Pong.md")];
    for (const [at, page] of shown.entries()) {
      const wanted = [event, object][at] ?? [];
      expect(wanted.filter((line) => !page.includes(line))).toEqual([]);
      const marks = wanted.filter((line) => line.includes("of your fleet accepts"));
      expect(page.split("of your fleet accepts all of this")).toHaveLength(1 + marks.length);
    }
    expect(shown[1]?.includes('"width"')).toBe(!fleet.startsWith("30") || !("plain" in samples));
  });
});

describe("the matrix says of a property that each release has in another way", () => {
  const model = modelOf({
    pong: {
      color: { type: "integer", "x-was": [{ until: "30", schema: text }] },
      part: object("Part", { color: { type: "integer", "x-was": [{ until: "30", schema: text }] } }),
    },
  });
  it.each([
    ["20..", "safe", "no value works in every shop"],
    ["20..", "gated", "every shop"],
    ["30..", "safe", "every shop"],
    ["..20", "safe", "every shop"],
  ] as const)("in %s, %s: %s", async (fleet, responses, says) => {
    const pages = await pagesOf(viewOf(model, fleet, { responses }), model);
    const [, , answers] = findAll(parseMarkdown(pageAt(pages, "matrix.md")), "table");
    const rows = findAll(answers ?? { type: "root" }, "tableRow").map((row) =>
      findAll(row, "tableCell").map(textOf),
    );
    const told = rows.filter(([name]) => name?.endsWith(".color")).map(([, inFleet]) => inFleet);
    expect(told).toEqual([says, says]);
    const isLeftOut = pageAt(pages, "releases.md").includes("no value works in every shop");
    expect(isLeftOut).toBe(says !== "every shop");
  });
});

it("a sample of an object that no shop sends says so, and from which release it is", async () => {
  const model = modelOf({
    ping: { tale: { ...object("Tale", { x: text }), "x-removed-in": "30" } },
    files: {
      "examples/ping/told.json": {
        description: "Told.",
        release: "20",
        request: { ping: { tale: { x: "y" } } },
      },
    },
  });
  const page = async (fleet: string) => pageAt(await pagesOf(viewOf(model, fleet), model), "objects/Tale.md");
  expect(await page("30..")).toContain(
    "Told. From v20. Made-up sample. **No shop** of your fleet sends all of this object.",
  );
  expect(await page("20..")).toContain("\nTold. Made-up sample.\n");
});
