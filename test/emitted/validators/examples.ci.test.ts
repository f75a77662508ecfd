import { describe, expect, it } from "vitest";
import { formatRelease, parseRelease } from "../../../generator/base/time/release.js";
import { exactly, type Range } from "../../workbench/emit.js";
import { importFrom } from "../../workbench/folders.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { createEmittedReceiver, type ReceiverOutput } from "../emitted-receiver.js";
import { exampleBodies } from "./bodies.js";
import { loadMadeContract } from "./contract.js";

const { examples } = loadRealModel();
const bodies = exampleBodies({ examples });
const releases = [...new Set(bodies.map(({ release }) => formatRelease(release)))];
const wider: readonly Range[] = ["48..", "..", "11.3..48", "43..59"];

/** Requests of any shop of a fleet are accepted, whatever the range's bounds; answers must fit the shop's own release. */
describe.each([...releases.map(exactly), ...wider])("a fleet of %s", (range) => {
  const [low, high] = range.split("..").map((end) => (end === "" ? undefined : parseRelease(end)));
  const own = bodies.filter(
    ({ body, release }) =>
      (low ?? 0) <= release &&
      release <= (high ?? Infinity) &&
      (body !== "response" || !wider.includes(range)),
  );

  it("has its examples", async () => {
    const contract = await loadMadeContract(range);
    expect(own.length).toBeGreaterThan(0);
    for (const { path, body, event, document } of own)
      expect(contract.check(body, event, document), path).toEqual({ ok: true, value: document });
  });
});

describe.each(releases)("a receiver for a shop of %s", (version) => {
  it("hands each example to its handler or to onError, and signs what that answers", async () => {
    const { folder } = await loadMadeContract(exactly(version));
    const output = await importFrom<ReceiverOutput>(folder, "receiver/index.js");
    for (const { path, event, request, response, errorRequest } of examples.filter(
      ({ release }) => formatRelease(release) === version,
    )) {
      const seen: unknown[] = [];
      const { send } = createEmittedReceiver(output, version, {
        handlers: { [event]: ({ request }: { request: unknown }) => (seen.push(request), response) },
        onError: ({ error, original }: { error: unknown; original: unknown }) =>
          void seen.push({ error, original }),
      });
      for (const given of [request, errorRequest].filter((each) => each !== undefined)) {
        // Not in JSON.stringify's format: only the original bytes have the right signature.
        const { text, isSigned } = await send(event, `${JSON.stringify(given, undefined, 1)}\n`);
        expect(isSigned, path).toBe(true);
        if (given === request && isWaiting(request))
          expect(JSON.parse(text), path).toMatchObject(response ?? {});
        await expect.poll(() => seen.splice(0), { timeout: 600_000, message: path }).toMatchObject([given]);
      }
    }
  });
});

/** Otherwise the POS gets an empty answer before the handler is called. */
const isWaiting = (request: unknown): boolean =>
  (request as { event: { eventBlocking?: boolean } }).event.eventBlocking !== false;
