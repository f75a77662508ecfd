import type { ExampleModel } from "../model/flow-model.js";
import type { Snapshots } from "../lattice/snapshot.js";
import type { Model } from "../model/model.js";
import { once } from "../../base/once.js";
import { capitalize } from "../../base/text/words.js";
import type { EventView, View } from "../view/view.js";
import { bodyNames, createBodyChecks, listShownQuestions, type BodyName } from "./check-examples.js";
import { collectKnownValues, type KnownValues } from "./known-values.js";
import { makeExampleRequest } from "./mock.js";

/** Bodies sent one after another, each allowed by the fleet's contract. */
export interface FleetExample extends Pick<ExampleModel, "request" | "response" | "errorRequest"> {
  /** The file name, unique per event: `points-to-confirm`. */
  readonly name: string;
  readonly description: string;
}

export type FindExamples = (event: EventView) => readonly FleetExample[];

/**
 * Creates a function that lists an event's examples in the spec's order. If no example has a request, it adds a
 * generated one. It leaves out bodies that the fleet's contract does not allow. Lint checks each example only
 * against its own release, so an older example may lack a property that is now required or contain a property that
 * was removed. A newer example may come from a release that no shop of the fleet runs.
 */
export function createFleetExamples(view: View, snapshots: Snapshots): FindExamples {
  const { model } = snapshots;
  const findCheck = createBodyChecks(view);
  const findKnown = once(() => collectKnownValues(snapshots));
  return (event) => {
    const own = model.examples.filter((each) => each.event === event.name && each.release <= view.fleet.max);
    const fitting = own.flatMap((example) => {
      const present = bodyNames.filter((body) => example[body] !== undefined);
      const kept = present.filter((body) => findCheck(event, body)(example[body]));
      return kept.length > 0 ? [keepBodies(example, kept, model)] : [];
    });
    return fitting.some(({ request }) => request !== undefined)
      ? fitting
      : [makeExample(event, findKnown()), ...fitting];
  };
}

function keepBodies(example: ExampleModel, kept: readonly BodyName[], model: Model): FleetExample {
  const open = listShownQuestions(example, model).map(({ question }) => `Open: ${question}`);
  return {
    name: nameExample(example),
    description: [example.description, ...open].join(" "),
    ...Object.fromEntries(kept.map((body) => [body, example[body]])),
  };
}

const makeExample = (event: EventView, known: KnownValues): FleetExample => ({
  name: "made-from-the-contract",
  description:
    "Generated from the contract, because no sample of this event has a request that is valid in your shops.",
  request: makeExampleRequest(event, known),
});

const nameExample = ({ path }: Pick<ExampleModel, "path">): string =>
  (path.split("/").at(-1) ?? "").replace(/\.json$/, "");

export const titleExample = (example: Pick<ExampleModel, "path">): string => titleName(nameExample(example));

/** The name of an example in words: `size-asked` becomes `Size asked`. */
export const titleName = (name: string): string => capitalize(name.replaceAll("-", " "));
