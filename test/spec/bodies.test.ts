import { expect, it } from "vitest";
import { formatRelease, parseRelease, type Release } from "../../generator/base/time/release.js";
import { defined } from "../../generator/contract/read/values.js";
import { listSeeds, takeSnapshot } from "../contract/examples/mock-trial.js";
import type { Body } from "../till/coherence/body.js";
import { findContradictions } from "../till/coherence/find-contradictions.js";
import { loadOwnModel } from "./own-spec.js";

const describeContradictions = (body: Body, event: string, release: Release): readonly string[] =>
  findContradictions(body, { event, release: formatRelease(release) }).map(
    ({ name, what }) => `${event}, v${formatRelease(release)}, ${name}: ${what}`,
  );

it.each(["10", "11.1", "43.1", "48", "57", "59.5.2"])(
  "a mock of v%s is a request that one shop could send, whatever the seed",
  (text) => {
    const release = defined(parseRelease(text), "a release");
    const { view, mock } = defined(takeSnapshot(loadOwnModel(), release), "it has events");
    const found = view.events.flatMap((event) =>
      listSeeds(12).flatMap((seed) =>
        describeContradictions(
          mock(event, { side: "request", size: "rich", seed }) as Body,
          event.name,
          release,
        ),
      ),
    );
    expect(found).toEqual([]);
  },
);

/** Samples also show second rounds, cleared fields, and parts that only another receiver has seen. */
const shown = ["no answer of the user before a question", "no text is empty", "no undocumented part"];

it("so is each sample, except for what it is there to show", () => {
  const found = loadOwnModel().examples.flatMap(({ path, event, release, request }) =>
    request ? describeContradictions(request as Body, event, release).map((each) => `${path}: ${each}`) : [],
  );
  expect(found.filter((each) => !shown.some((name) => each.includes(`, ${name}: `)))).toEqual([]);
});
