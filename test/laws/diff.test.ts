import { describe, it } from "vitest";
import { splitPointer } from "../../generator/contract/read/pointer.js";
import type { Change } from "../../generator/changes/change.js";
import { loadRealModel } from "../workbench/real-spec.js";
import {
  createMisfitFinder,
  collectBodies,
  withCanonicalNames,
  type EventBody,
  type DocumentPath,
} from "./fleets/contracts.js";
import { seed } from "../workbench/seed.js";
import { fromSeed, happens } from "../workbench/draw.js";
import { fleetFrom } from "./judges/interpreted.js";
import { twoFleets, pairs, createPair, twoStates, unrelatedSpecs, type Pair } from "./fleets/pairs.js";
import { fail, hold, holdEach, isSmallSample, type Count } from "./run.js";
import { tinySpecs } from "./specs/tiny-specs.js";
import { drawDocument } from "./fleets/scenarios.js";

/** Law: if one side sends a value that the other rejects, the list of changes contains that property. */
describe("diff tells every change that breaks", () => {
  for (const { name, values, runs } of [
    { name: "two tiny specs", values: pairs(unrelatedSpecs, tinySpecs()), runs: 200 },
    { name: "two fleets of tiny specs", values: pairs(twoFleets, tinySpecs()), runs: 100 },
    { name: "two states", values: pairs(twoStates), runs: 150 },
    { name: "two fleets", values: pairs(twoFleets), runs: 40 },
  ]) {
    it(`between ${name}, over generated specs`, () =>
      hold({ law: `diff, ${name}`, values, runs, leastDocuments: 50 * runs, check: isSound }));
  }

  if (!isSmallSample)
    it("between two fleets of the real spec, on the way back", () => {
      const model = loadRealModel();
      const [newer, older] = [fleetFrom(model, "57"), fleetFrom(model, "16", "48")];
      return holdEach("diff, real spec", [createPair(model, [newer, older], fromSeed(seed))], isSound);
    });
});

const attempts = 30;

/**
 * Each value that one side sends and the other rejects is in the list at its place, and no entry there calls it
 * safe.
 */
function isSound({ old, now, changes, draw }: Pair, count: Count): void {
  const [before, after] = [collectBodies(old), collectBodies(now)];
  for (const [key, sender] of [...before, ...after]) {
    const isOld = before.get(key) === sender;
    // Answers follow the old contract, and requests the new one.
    if (isOld !== (sender.direction === "response")) continue;
    const reader = (isOld ? after : before).get(key);
    // Nobody has subscribed to a new event.
    if (!reader && sender.direction === "request") continue;
    const warnings = changes.filter((change) => warns(change, sender));
    const [sends, misfits] = [createMisfitFinder(sender.view, "response"), readBy(sender, reader)];
    for (let i = 0; i < attempts; i++) {
      const tree = reader && happens(draw, 40) ? reader.tree : sender.tree;
      const document = withCanonicalNames(drawDocument(draw, tree), { object: sender.tree });
      if (sends(document).length > 0) continue;
      count.documents += 1;
      const untold = misfits(document).filter(
        (place) => !warnings.some(({ pointer }) => covers(splitPointer(pointer), place)),
      );
      if (untold.length > 0) {
        const told = changes.map(({ verdict, direction, pointer, code }) =>
          [verdict, direction, pointer, code].join(" "),
        );
        fail("a change that breaks is not told", { key, untold, document, told });
      }
    }
  }
}

/** An answer to a removed event is invalid. */
const readBy = (
  { direction }: EventBody,
  reader: EventBody | undefined,
): ReturnType<typeof createMisfitFinder> =>
  reader ? createMisfitFinder(reader.view, direction) : () => [[]];

/** True if a change warns the handlers of this event that a value may be invalid now. */
const warns = ({ verdict, direction, pointer, events }: Change, sender: EventBody): boolean =>
  events.includes(sender.event) &&
  (direction === sender.direction || pointer === "") &&
  (verdict === "breaking" || (verdict === "handle" && sender.direction === "request"));

/** True if a change is at or above a fault. An inlined property belongs to its inner object. */
const covers = (pointer: readonly string[], place: DocumentPath): boolean =>
  [place, place.flatMap((name) => (name.startsWith("inner") ? ["inlined", name] : [name]))].some((way) =>
    pointer.every((token, i) => {
      const name = way[i];
      return (
        name !== undefined && (baseName(token) === baseName(name) || (token === "*" && /^\d+$/.test(name)))
      );
    }),
  );

/** A property `name` that a revision renamed is `nameNew`. `nameOld0` is another spelling of it. */
const baseName = (name: string): string => name.replace(/(New|Old\d)+$/, "");
