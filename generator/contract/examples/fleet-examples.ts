import type { ExampleModel } from "../model/flow-model.js";
import type { Model } from "../model/model.js";
import { capitalize } from "../../base/text/words.js";
import type { EventView, View } from "../view/view.js";
import { bodyNames, createBodyChecks, listShownQuestions, type BodyName } from "./check-examples.js";

/** Bodies sent one after another, each allowed by the fleet's contract. */
export interface FleetExample extends Pick<ExampleModel, "request" | "response" | "errorRequest"> {
  /** The file name, unique per event: `points-to-confirm`. */
  readonly name: string;
  readonly description: string;
}

export type FindExamples = (event: EventView) => readonly FleetExample[];

/**
 * Creates a function that lists an event's examples in the spec's order. It leaves out bodies that the fleet's contract
 * does not allow. Lint checks each example only against its own release, so an older example may lack a property that
 * is now required or contain a property that was removed. A newer example may come from a release that no shop of the
 * fleet runs.
 */
export function createFleetExamples(view: View, model: Model): FindExamples {
  const findCheck = createBodyChecks(view);
  return (event) => {
    const own = model.examples.filter((each) => each.event === event.name && each.release <= view.fleet.max);
    return own.flatMap((example) => {
      const present = bodyNames.filter((body) => example[body] !== undefined);
      const kept = present.filter((body) => findCheck(event, body)(example[body]));
      return kept.length > 0 ? [keepBodies(example, kept, model)] : [];
    });
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

const nameExample = ({ path }: Pick<ExampleModel, "path">): string =>
  (path.split("/").at(-1) ?? "").replace(/\.json$/, "");

export const titleExample = (example: Pick<ExampleModel, "path">): string => titleName(nameExample(example));

/** The name of an example in words: `size-asked` becomes `Size asked`. */
export const titleName = (name: string): string => capitalize(name.replaceAll("-", " "));
