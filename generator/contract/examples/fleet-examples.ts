import type { ExampleModel } from "../model/flow-model.js";
import type { Snapshots } from "../lattice/snapshot.js";
import type { Model } from "../model/model.js";
import { once } from "../../base/once.js";
import { capitalize } from "../../base/text/words.js";
import type { EventView, View } from "../view/view.js";
import { bodyNames, createBodyChecks, listShownQuestions, type BodyName } from "./check-examples.js";
import { collectKnownValues, type KnownValues } from "./known-values.js";
import { makeExampleRequest } from "./mock.js";

/** Bodies that go over the wire one after another, each of which the fleet's contract describes in full. */
export interface FleetExample extends Pick<ExampleModel, "request" | "response" | "errorRequest"> {
  /** The name of its file, which is unique for the event: `points-to-confirm`. */
  readonly name: string;
  readonly description: string;
}

/** Finds the examples of an event. */
export type FindExamples = (event: EventView) => readonly FleetExample[];

/**
 * Creates what lists the examples of events, in the order of the spec, one with a request at least; of an event that has none with a
 * request, a made one besides. A body that the fleet's
 * contract does not take is left out. Lint held each example against its own release only: an older one than the fleet runs
 * may lack what is required by now or have what is gone, and a newer one no shop of the fleet has sent.
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
  description: "Made from the contract, since no sample of this event has a request that fits your shops.",
  request: makeExampleRequest(event, known),
});

/** The name of an example's file, without its ending: `size-asked`. */
const nameExample = ({ path }: Pick<ExampleModel, "path">): string =>
  (path.split("/").at(-1) ?? "").replace(/\.json$/, "");

/** `size-asked.json` as words. A file keeps its name, so what is made of the words keeps its place. */
export const titleExample = (example: Pick<ExampleModel, "path">): string => titleName(nameExample(example));

/** The name of an example as words: `size-asked` is `Size asked`. */
export const titleName = (name: string): string => capitalize(name.replaceAll("-", " "));
