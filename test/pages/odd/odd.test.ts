import { expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import { linkSmallSpec } from "../../contract/read/small-spec.js";
import { modelOf, viewOf } from "../../contract/view/spec-of.js";
import { pageAt, pagesOf } from "../pages.js";
import changing from "./changing.json" with { type: "json" };
import flows from "./flows.json" with { type: "json" };
import lives from "./lives.json" with { type: "json" };
import samples from "./samples.json" with { type: "json" };
import standings from "./standings.json" with { type: "json" };
import words from "./words.json" with { type: "json" };

/** Small specs with what the real one lacks. Read a changed file in `pages/` as a reader of the docs would. */
const specs = {
  /** Parts that came, went, or have no known date, and an object that one event has in another form. */
  lives: modelOf(lives),
  /** Parts that each release has in another form. */
  changing: modelOf({ ...changing, releases: ["9", "10", "20", "30"] }),
  /** Samples of several releases: each page begins with the best one for its fleet. */
  samples: modelOf(samples),
  /** Each mark of the tables, and a product of which nothing is known. */
  standings: modelOf(standings),
  /** A flow of one event with something between, and one that goes the same with any event. */
  flows: buildModel(linkSmallSpec(flows)),
  /** Each kind of type and mark in a table of properties. */
  words: modelOf(words),
};

interface Case {
  readonly spec: keyof typeof specs;
  /** May end with `gated`. */
  readonly fleet: string;
  readonly pages: string;
}

const cases: readonly Case[] = [
  { spec: "lives", fleet: "..", pages: "README objects/Ping objects/OtherPing releases" },
  { spec: "lives", fleet: "20..", pages: "README objects/Ping objects/Tale objects/Field objects/Gone" },
  { spec: "lives", fleet: "10..20", pages: "objects/Tale objects/Field releases" },
  { spec: "lives", fleet: "40..", pages: "objects/Tale objects/Field objects/Gone" },
  { spec: "changing", fleet: "9..30 gated", pages: "objects/Pong objects/Ping events/ping" },
  { spec: "changing", fleet: "9..30", pages: "objects/Pong events/ping releases" },
  { spec: "changing", fleet: "20..30 gated", pages: "objects/Pong releases" },
  { spec: "samples", fleet: "30..", pages: "events/ping objects/Pong" },
  { spec: "samples", fleet: "10,30", pages: "events/ping objects/Pong" },
  { spec: "samples", fleet: "..20", pages: "events/ping events/scan objects/Pong" },
  { spec: "samples", fleet: "20..20", pages: "objects/Pong" },
  { spec: "samples", fleet: "30..30", pages: "events/scan" },
  { spec: "samples", fleet: "50..", pages: "events/scan" },
  { spec: "standings", fleet: "..", pages: "events-and-answers products events/ping events/third" },
  { spec: "standings", fleet: "20..", pages: "objects/Pong objects/OtherAnswer" },
  { spec: "flows", fleet: "..", pages: "flows/scan flows/text events/scanCode events/printBill events/ring" },
  { spec: "words", fleet: "..", pages: "objects/Pong objects/Open" },
];

it.each(cases)("tells shops of $fleet about $spec: $pages", async ({ spec, fleet, pages: paths }) => {
  const [range = "", responses] = fleet.split(" ");
  const view = viewOf(specs[spec], range, { responses: responses === "gated" ? "gated" : "safe" });
  const pages = await pagesOf(view, specs[spec]);
  const texts = paths.split(" ").map((path) => `=== ${path}\n\n${pageAt(pages, `${path}.md`)}`);
  const file = `pages/${spec}-${fleet.replace("..", "to").replace(" ", "-")}.txt`;
  await expect(texts.join("\n")).toMatchFileSnapshot(file);
});
