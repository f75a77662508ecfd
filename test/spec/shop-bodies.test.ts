import { expect, it } from "vitest";
import type { JsonObject } from "../../generator/base/json.js";
import { once } from "../../generator/base/once.js";
import { defined } from "../../generator/contract/read/values.js";
import { listSeeds, takeSnapshot } from "../contract/examples/mock-trial.js";
import { loadOwnModel } from "./own-spec.js";
import { coherences, findIncoherent, listShopReleases } from "./shop-bodies.js";

const listMocks = once(() =>
  listShopReleases().flatMap((release) => {
    const { view, mock } = defined(takeSnapshot(loadOwnModel(), release), "it has events");
    return view.events.flatMap((event) =>
      listSeeds(12).map((seed) => {
        const body = mock(event, { side: "request", size: "rich", seed }) as JsonObject;
        return { name: `${event.name} of release ${release}, seed ${seed}`, event: event.name, body };
      }),
    );
  }),
);

it.each(Object.keys(coherences))("in each mock, %s", (name) => {
  expect(listMocks().length).toBeGreaterThan(1000);
  expect(findIncoherent(name, listMocks())).toEqual([]);
});

/** Samples show rounds of questions, undocumented parts, older years, and lines whose price is an open question. */
const ofMocksOnly = [
  "nobody was asked anything",
  "the time is one of the Netherlands, this year",
  "a line is a text, or an article with a price and a quantity",
  "amounts are in cents",
  "a sale has at most its total paid, and a complete one all of it",
  "the payments of the sale include the last ones",
  "an external payment pays what is open",
  "nothing is there that no page documents",
];

it.each(Object.keys(coherences).filter((name) => !ofMocksOnly.includes(name)))(
  "in each sample, %s",
  (name) => {
    const samples = loadOwnModel().examples.flatMap(({ path, event, request }) =>
      request ? [{ name: path, event, body: request as JsonObject }] : [],
    );
    expect(findIncoherent(name, samples)).toEqual([]);
  },
);
