import type { Album } from "../lattice/snapshot.js";
import type { Memo } from "../memo.js";
import type { ExampleModel } from "../model/flow-model.js";
import type { Model } from "../model/model.js";
import { toRefereeDefinitions } from "../schema/schemas.js";
import { createAjv, type Ajv, type ValidateFunction } from "../spec/ajv.js";
import { capitalize } from "../text/words.js";
import type { EventView, ObjectView, View } from "../view/view.js";
import { listBodies } from "../view/walk.js";
import { listShownQuestions } from "./check-open-questions.js";
import { sampleObject } from "./fill.js";

/** Bodies that go over the wire one after another, each of which the fleet's contract describes in full. */
export interface FleetExample extends Pick<ExampleModel, "request" | "response" | "errorRequest"> {
  /** The name of its file, which is unique for the event: `points-to-confirm`. */
  readonly name: string;
  readonly description: string;
}

/** What examples are kept by, and the contract that the view is made of. */
export interface ExampleSources {
  readonly album: Pick<Album, "model">;
  readonly memo: Memo;
}

/** The examples of an event that are right for every shop of a fleet; of one that has no request, a made one besides. */
export type FleetExamples = (event: EventView) => readonly FleetExample[];

/**
 * Creates what lists the examples of events, in the order of the spec, one with a request at least. A body that the fleet's
 * contract does not take is left out. Lint held each example against its own release only: an older one than the fleet runs
 * may lack what is required by now or have what is gone, and a newer one no shop of the fleet has sent. What holds them against
 * a view is made once for all that ask: a view is made of one model, and is never changed.
 */
export const createFleetExamples = (view: View, { album, memo }: ExampleSources): FleetExamples =>
  memo.keep("fleet examples", view, () => createFinder(view, album.model));

function createFinder(view: View, { examples, questions }: Model): FleetExamples {
  const findCheck = createBodyChecks(view);
  return (event) => {
    const own = examples.filter(({ event: of, release }) => of === event.name && release <= view.fleet.max);
    const fitting = own.flatMap((example) => keepFitting(example, { event, view, findCheck, questions }));
    return fitting.some(({ request }) => request !== undefined) ? fitting : [makeExample(event), ...fitting];
  };
}

interface Judging {
  readonly event: EventView;
  readonly view: View;
  readonly findCheck: BodyChecks;
  readonly questions: Model["questions"];
}

function keepFitting(example: ExampleModel, { event, view, findCheck, questions }: Judging): FleetExample[] {
  const kept = bodies.filter((body) => {
    const root = body === "errorRequest" ? view.errorRequest : event[body];
    return example[body] !== undefined && findCheck(root, body)(example[body]);
  });
  if (kept.length === 0) return [];
  const name = nameExample(example);
  const open = listShownQuestions(example, { questions }).map(({ question }) => `Open: ${question}`);
  return [
    {
      name,
      description: [example.description, ...open].join(" "),
      ...Object.fromEntries(kept.map((body) => [body, example[body]])),
    },
  ];
}

const makeExample = ({ request, ownObjects }: EventView): FleetExample => ({
  name: "made-from-the-contract",
  description: "Made from the contract, since no sample of this event has a request that fits your shops.",
  request: sampleObject(
    request,
    ({ required, name }, { depth }) => required || depth > 0 || ownObjects.includes(name),
  ),
});

/** The bodies of an example. */
export const bodies = ["request", "response", "errorRequest"] as const;
export type Body = (typeof bodies)[number];

/** What checks a body of this type. */
export type BodyChecks = (root: ObjectView, body: Body) => ValidateFunction;

/**
 * Creates what holds bodies against a view, requests as closely as answers: an example may hold nothing that the view does not
 * know. There is one ajv for each direction, in which the objects that many events share are compiled once.
 */
export function createBodyChecks(view: View): BodyChecks {
  const { requests, responses } = listBodies(view);
  const asked = createAjvFor(toRefereeDefinitions(requests, "closed"));
  const answered = createAjvFor(toRefereeDefinitions(responses, "response"));
  return (root, body) => {
    const ajv = body === "response" ? answered : asked;
    const validate = ajv.getSchema(`${schemaName}#/definitions/${root.name}`);
    if (!validate) throw new Error(`there is no schema of ${root.name}`);
    return validate;
  };
}

const schemaName = "contract";

function createAjvFor(definitions: object): Ajv {
  const ajv = createAjv({ allErrors: true, inlineRefs: false, validateSchema: false });
  ajv.addSchema({ definitions }, schemaName);
  return ajv;
}

/** The name of an example's file, without its ending: `size-asked`. */
const nameExample = ({ path }: Pick<ExampleModel, "path">): string =>
  (path.split("/").at(-1) ?? "").replace(/\.json$/, "");

/** `size-asked.json` as words. A file keeps its name, so what is made of the words keeps its place. */
export const titleExample = (example: Pick<ExampleModel, "path">): string => titleName(nameExample(example));

/** The name of an example as words: `size-asked` is `Size asked`. */
export const titleName = (name: string): string => capitalize(name.replaceAll("-", " "));
