import { describe, expect, it } from "vitest";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { existsAt } from "../../../generator/base/time/spans.js";
import { takeSample } from "../../fuzz/amount.js";
import { buildSnapshotView, interpret } from "../../laws/judges/interpreted.js";
import { secret } from "../../conformance/signature.js";
import { ownContract } from "../own-spec.js";

const contract = ownContract();
const { model } = contract;
const releases = model.releases.map(({ release }) => release);

const caught: { readonly event: string; readonly request: JsonObject }[] = [];
const catching: typeof fetch = (url, init) => {
  const [input, body] = [url as string, init?.body as Uint8Array];
  const request = JSON.parse(Buffer.from(body).toString()) as JsonObject;
  caught.push({ event: input.split("/").at(-1) ?? "", request });
  return Promise.resolve(new Response("", { status: 200 }));
};

const options = {
  url: "http://till.invalid",
  subscription: "shop",
  secret,
  clock: "virtual",
  fetch: catching,
} as const;

describe.each(takeSample(releases, 4).map((release) => ({ name: formatRelease(release), release })))(
  "a till of v$name",
  ({ name, release }) => {
    const shapes = new Map(
      buildSnapshotView(model, release, "gated").events.map(({ name: event, request }) => [
        event,
        interpret(request, "closed"),
      ]),
    );
    const events = model.events.filter(({ exists }) => existsAt(exists, release));

    it.each(model.products.map(({ id }) => id))(
      "sends for %s only what that release knows",
      async (product) => {
        const sends = model.products.find(({ id }) => id === product)?.sends ?? [];
        const may = events.filter((event) =>
          sends.some((each) => each.name === event.name && each.standing !== "contradicted"),
        );
        for (const event of may) {
          const settings = { paymentPolling: "true" } as const;
          const till = startTill(contract, { ...options, release: name, product, settings });
          await till.send("addSessionLine", { line: { articleNumber: 12, priceIncl: 2.5 } });
          // This event is about a sale that has ended.
          if (event.till.some(({ act }) => act === "recallSale")) await till.send("cancelSession");
          await till.send(event.name);
          await till.close();
          const sent = caught.at(-1);
          expect(sent?.event).toBe(event.name);
          expect(shapes.get(event.name)?.(sent?.request), JSON.stringify(sent?.request)).toBe(true);
        }
        expect(may.length).toBeGreaterThan(1);
      },
    );
  },
);
