import type { Known } from "../../../generator/drift/judge/known.js";
import { findLowestReleases, type LowestRelease } from "../../../generator/drift/traffic/lowest-release.js";
import type { Snapshot } from "../../examples/mock-trial.js";
import { readRecording, toLines } from "./recording.js";

/** A request as a shop of some release may send it. */
interface Trial {
  readonly event: string;
  readonly request: unknown;
  /** Of which release it is found to be. */
  readonly lowest: LowestRelease | undefined;
  /** The first whose contract takes it. */
  readonly first: Snapshot | undefined;
}

/** Finds of which release a request of each event and size is. */
export const tryMocks = (
  { view, mock }: Snapshot,
  snapshots: readonly Snapshot[],
  known: Known,
): Promise<readonly Trial[]> =>
  Promise.all(
    view.events.flatMap((event) =>
      (["rich", "smallest"] as const).map(async (size) => {
        const request = mock(event, { side: "request", size, seed: 1 });
        const reading = await readRecording("till.ndjson", toLines([{ event: event.name, request }]), known);
        const [lowest] = findLowestReleases(reading, known);
        return { event: event.name, request, lowest, first: findFirst(snapshots, event.name, request) };
      }),
    ),
  );

/** The first of these releases whose contract takes a request. */
export const findFirst = (
  snapshots: readonly Snapshot[],
  event: string,
  request: unknown,
): Snapshot | undefined =>
  snapshots.find(({ view, findCheck }) => {
    const viewed = view.events.find(({ name }) => name === event);
    return viewed && findCheck(viewed, "request")(request);
  });
