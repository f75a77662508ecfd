import { describe, expect, it } from "vitest";
import { makeBodies, type Made } from "../till/coherence/bodies.js";
import { eventReleases, isAfter } from "../till/coherence/documented.js";
import { findContradictions } from "../till/coherence/find-contradictions.js";

describe.each(["mock", "send"] as const)("%s", (command) => {
  const made = makeBodies(command);

  it("makes coherent bodies for each event and release", async () => {
    const found = (await made).flatMap(({ bodies, event, release }) =>
      bodies.flatMap((body) =>
        findContradictions(body, { event, release }).map(
          ({ name, what }) => `${event}, v${release}, ${name}: ${what}`,
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  it("refuses only an event that the release does not have, and a credit before any sale", async () => {
    const refused = (await made).filter(({ bodies }) => bodies.length === 0);
    const isExpected = ({ event, release, refusal }: Made): boolean =>
      isAfter(eventReleases[event], release)
        ? refusal.includes(`requires v${eventReleases[event]}`)
        : event === "creditSession" && refusal.includes("no sale has ended yet");
    expect(refused.filter((each) => !isExpected(each))).toEqual([]);
  });
});
