import { beforeAll, describe, expect, it } from "vitest";
import { plainBases } from "../../../generator/contract/model/build-event.js";
import type { StandingModel } from "../../../generator/contract/model/model.js";
import { loadRange } from "../../workbench/real-spec.js";
import { findAll, parseMarkdown, rowsOf, textOf } from "../../targets/docs/markdown-tree.js";
import { modelOf } from "../../contract/view/spec-of.js";
import { object } from "../../workbench/small-spec.js";
import { pageAt, pagesOf } from "../pages.js";

const text = { type: "string" };
const basis = (words: string) => `Because ${words}.`;

const model = modelOf({
  event: {
    takes: [
      { answers: ["error"], standing: "contradicted", basis: basis("a page says | no") },
      { answers: ["pong"], standing: "seen", basis: basis("another interface has it") },
    ],
  },
  events: {
    other: {
      description: "Other.",
      answers: { pong: {} },
      takes: [{ answers: ["error"], standing: "documented", basis: basis("a page shows it") }],
    },
    third: { description: "Third.", unknownBecause: basis("nobody tried") },
    fourth: { description: "Fourth." },
  },
  pong: { x: text, y: { ...text, "x-only-for": ["other"] } },
  files: {
    "products.json": {
      products: [
        {
          id: "till",
          name: "Till",
          description: "The till.",
          productName: "T",
          sends: [
            { events: ["other", "ping"], standing: "documented", basis: basis("it does") },
            { events: ["third"], standing: "contradicted", basis: basis("it does not") },
          ],
          takes: [{ answers: ["pong"], standing: "unknown", basis: basis("nobody says") }],
        },
        {
          id: "app",
          name: "App",
          description: "An app.",
          sends: [{ events: ["other"], standing: "unknown", basis: basis("nobody says") }],
          takes: [
            { answers: ["error"], standing: "documented", basis: basis("it does") },
            { answers: ["pong"], standing: "contradicted", basis: basis("it does not") },
          ],
        },
      ],
    },
    "responses/error.json": object("ErrorAnswer", { code: { $ref: "error-codes.json" } }, ["code"]),
  },
});

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await pagesOf(loadRange("..", model), model);
});

describe("the tables of a spec", () => {
  it("have every event against every answer, with the mark of what is known", () => {
    const [table] = tablesOn("events-and-answers.md");
    const answers = model.answers.map(({ property }) => property.name);
    expect(table).toEqual([
      ["Event", ...answers],
      ...model.events.map(({ name, takes }) => [name, ...marks(answers, takes)]),
    ]);
  });

  it("have every product of which anything is known against every event, and every answer", () => {
    const { products, events, answers } = model;
    const wanted = (title: string, names: readonly string[], side: "sends" | "takes") => {
      const known = products.filter((product) =>
        product[side].some(({ standing }) => standing !== "unknown"),
      );
      return [
        [title, ...known.map(({ name }) => name)],
        ...names.map((name) => [name, ...known.flatMap((product) => marks([name], product[side]))]),
      ];
    };
    expect(pageAt(pages, "products.md").match(/^No source says.*$/gm)).toEqual([
      "No source says which events these products send: App.",
      "No source says which answers these products accept: Till.",
    ]);
    expect(tablesOn("products.md")).toEqual([
      wanted(
        "Event",
        events.map(({ name }) => name),
        "sends",
      ),
      wanted(
        "Answer",
        answers.map(({ property }) => property.name),
        "takes",
      ),
    ]);
  });

  it("rest on what the pages say", () => {
    const plain = (path: string) => textOf(parseMarkdown(pageAt(pages, path)));
    const lost = model.events.flatMap(({ name, takes }) =>
      takes
        .map(({ basis: known }) => withoutCode(known))
        .filter((known) =>
          // A basis that only repeats the mark or the heading of its group is not printed again.
          (plainBases.includes(known) ? [] : [`events/${name}.md`, "events-and-answers.md"]).some(
            (path) => !plain(path).includes(known),
          ),
        ),
    );
    const ofProducts = model.products.flatMap(({ sends, takes }) => [...sends, ...takes]);
    const unsaid = ofProducts.filter((known) => !plain("products.md").includes(withoutCode(known.basis)));
    expect([lost, unsaid]).toEqual([[], []]);
  });

  it("group the answers on the page of each event by what is known", () => {
    for (const { name, takes } of model.events) {
      const sections = pageAt(pages, `events/${name}.md`).split("\n### ");
      for (const [title, standing] of groups) {
        const section = sections.find((part) => part.startsWith(`${title}\n`)) ?? "";
        const shown = rowsIn(section).map(([answer]) => answer);
        const wanted = takes.filter((known) => known.standing === standing);
        expect([name, title, ...shown.sort()]).toEqual([
          name,
          title,
          ...wanted.map((known) => known.name).sort(),
        ]);
      }
    }
  });

  it("are linked from the front page, which promises nothing of the common answers", () => {
    const front = pageAt(pages, "README.md");
    expect(front).toContain("](events-and-answers.md)");
    expect(front).toContain("](products.md)");
    expect(front).not.toMatch(/common answers work with every event/);
  });
});

it("nothing is documented of an event, or an answer, that a product does not name", () => {
  const [till, app] = model.products;
  const unsaid = { standing: "unknown", basis: "`products.json` does not say." };
  expect(app?.sends.filter(({ name }) => name !== "other")).toEqual([
    { name: "fourth", ...unsaid },
    { name: "ping", ...unsaid },
    { name: "third", ...unsaid },
  ]);
  expect(till?.takes.find(({ name }) => name === "error")).toEqual({ name: "error", ...unsaid });
});

describe("the pages of a spec", () => {
  it("say of an event what does not work, and which products send it", () => {
    expect(sectionOf("events/ping.md", "Answers that do not work here")).toBe(
      "- `error`: Because a page says \\| no.",
    );
    expect(sectionOf("events/third.md", "Answers that do not work here")).toBe(
      "- `pong`: Documented only for other and ping.",
    );
    const facts = ["other", "third"].map(
      (name) => /^- \[Products].*$/m.exec(pageAt(pages, `events/${name}.md`))?.[0],
    );
    expect(facts).toEqual([
      "- [Products](../products.md): sent by Till; unknown for App.",
      "- [Products](../products.md): unknown for App; not sent by Till.",
    ]);
  });

  it("say of an answer for which events a property is, and of what it says more there", () => {
    expect(sectionOf("objects/Pong.md", "For some events only")).toBe(
      "- `y`, in the answer to [other](../events/other.md): see [OtherAnswer](OtherAnswer.md)",
    );
    expect(pageAt(pages, "objects/OtherAnswer.md")).toContain(
      "- This object has all properties of [Pong](Pong.md), and the properties for this answer only.",
    );
    expect(pageAt(pages, "events/other.md")).toContain("[OtherAnswer](../objects/OtherAnswer.md)");
    expect(pageAt(pages, "events/ping.md")).toContain("[Pong](../objects/Pong.md)");
  });
});

const groups: readonly (readonly [string, StandingModel["standing"]])[] = [
  ["Documented here", "documented"],
  ["Documented for webhooks in general", "general"],
  ["Not known here", "unknown"],
  ["Seen elsewhere", "seen"],
];

const marks = (names: readonly string[], standings: readonly StandingModel[]): string[] =>
  names.map((name) => {
    const known = standings.find((standing) => standing.name === name);
    return { documented: "yes", general: "general", seen: "seen", unknown: "?", contradicted: "no" }[
      known?.standing ?? "unknown"
    ];
  });

const withoutCode = (words: string): string => words.replaceAll("`", "");

const rowsIn = (markdown: string): string[][] =>
  findAll(parseMarkdown(markdown.split("\n## ")[0] ?? ""), "table").flatMap(rowsOf);

const tablesOn = (path: string): string[][][] =>
  findAll(parseMarkdown(pageAt(pages, path)), "table").map((table) =>
    findAll(table, "tableRow").map((row) => findAll(row, "tableCell").map(textOf)),
  );

const sectionOf = (path: string, title: string): string =>
  (pageAt(pages, path).split(`\n## ${title}\n`)[1] ?? "").split("\n## ")[0]?.trim() ?? "";
