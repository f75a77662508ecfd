import { expect, it } from "vitest";
import type { JsonObject } from "../../generator/base/json.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { parse, recorder, withServer } from "../cli/send/recorder.js";
import { loadOwnModel } from "./own-spec.js";
import { coherences, findIncoherent, listShopReleases } from "./shop-bodies.js";

/** The till has its own clock, and shows the selected customer in the sale. */
const ofMocksOnly = [
  "the time is one of the Netherlands, this year",
  "nothing is there that no page documents",
];

it.each(loadOwnModel().events.map(({ name }) => name))("each %s of `send` is coherent", async (event) => {
  const { got, start } = recorder();
  const releases = listShopReleases().map(formatRelease).join(",");
  await withServer(start, ({ call }, url) => call("send", event, "--release", releases, "--url", url));
  const bodies = got.map((incoming) => ({
    name: incoming.body.toString(),
    event,
    body: parse(incoming) as JsonObject,
  }));
  expect(bodies.length).toBeGreaterThan(1);
  const judged = Object.keys(coherences).filter((name) => !ofMocksOnly.includes(name));
  expect(judged.flatMap((name) => findIncoherent(name, bodies).map((found) => [name, found]))).toEqual([]);
});
