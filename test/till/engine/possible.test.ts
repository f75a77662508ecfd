import { expect, it } from "vitest";
import type { TillContract } from "../../../generator/till/engine/start-till.js";
import {
  isBlocking,
  isPolling,
  readTillOptions,
  whyNotSent,
} from "../../../generator/till/engine/till-set-up.js";
import { secret } from "../../conformance/signature.js";
import { ownContract } from "../own-spec.js";

function listPossible(contract: TillContract, release?: string, product?: string) {
  const setUp = readTillOptions({ url: "", subscription: "", secret, release, product }, contract);
  const possible = setUp.model.events.filter((event) => whyNotSent(event, setUp) === undefined);
  return possible.map((event) => ({
    event: event.name,
    acts: event.till,
    description: event.prose.description,
    blocking: isBlocking(event, setUp),
    polling: isPolling(event, setUp) === true,
  }));
}

/** The events that report acts at a till, and the properties with these acts. */
const listActs = (release?: string, product?: string) =>
  listPossible(ownContract(), release, product).flatMap(({ event, acts }) =>
    acts.map(({ act, at }) => [act, event, at && `${at.object}.${at.property}`]),
  );

function withContradicted(event: string) {
  const { model, ...contract } = ownContract();
  const products = model.products.map(({ sends, ...product }) => ({
    ...product,
    sends: sends.map((each) =>
      each.name === event ? { ...each, standing: "contradicted" as const, basis: "A guess." } : each,
    ),
  }));
  return { ...contract, model: { ...model, products } };
}

it("finds what can be done at a till by its act", () => {
  expect(listActs()).toContainEqual(["scan", "scanCode", "scanCode.scannedCode"]);
  expect(listActs()).toContainEqual(["putLine", "addSessionLine", "addSessionLine.line"]);
});

it("leaves out what the release or the product does not send", () => {
  expect(listPossible(ownContract(), "11.1").map(({ event }) => event)).not.toContain("startExternalPayment");
  const names = listPossible(withContradicted("pauseSession")).map(({ event }) => event);
  expect(names).not.toContain("pauseSession");
  expect(names).toContain("resumeSession");
  expect(() => listPossible(ownContract(), "9999")).toThrow("v9999 is unknown");
});

it("says of each event what it tells of, and whether the till waits for its answer and asks again", () => {
  const possible = new Map(listPossible(ownContract()).map((each) => [each.event, each]));
  expect(possible.get("scanCode")).toMatchObject({ blocking: true, polling: false });
  expect(possible.get("backgroundPoll")).toMatchObject({ blocking: true, polling: true });
  expect(possible.get("pauseSession")).toMatchObject({ blocking: false, polling: false, acts: [] });
  expect(possible.get("scanCode")?.description).toMatch(/^A code was scanned/);
});
