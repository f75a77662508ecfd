import type { EnumModel, EventModel, Model, ObjectModel } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { commonOf } from "./common.js";
import type { Fleet } from "./fleet.js";
import { foreignAnswersOf } from "./foreign-answers.js";
import { createJoin } from "./join.js";
import { createMeet } from "./meet.js";
import { createNamer, type Namer } from "./naming.js";
import { omissionsOf } from "./omissions.js";
import { createExplainer, formatReason, type Explainer } from "./reasons.js";
import { livesAt, takeSnapshot, type Snapshot } from "./snapshot.js";
import { spansOf } from "./spans.js";
import type { ObjectTree } from "./tree.js";
import type { EnumView, EventView, ObjectView, ResponseMode, View } from "./view.js";

/**
 * The view of a fleet: requests are the join of its steps; responses their meet, or, gated, their join with
 * gates. Fails where no answer to an event works in every shop.
 */
export function buildView(model: Model, fleet: Fleet, responseMode: ResponseMode = "safe"): Outcome<View> {
  const builder = createBuilder(model, fleet, responseMode);
  const alive = model.events
    .map((event) => ({ event, steps: stepsOf(event, builder) }))
    .filter(({ steps }) => steps.length > 0);
  // Events that every shop knows name the shared types; a later event may need a variant of one.
  const named = [...alive].sort((a, b) => b.steps.length - a.steps.length);
  const built = new Map(named.map(({ event, steps }) => [event, buildEvent(event, steps, builder)]));
  if (alive.length === 0) return failure([report("no-event", { range: fleet.label })]);
  const views = alive.flatMap(({ event }) => built.get(event) ?? []);
  const problems = views.filter((view): view is Problem => "severity" in view);
  if (problems.length > 0) return failure(problems);
  return success(assemble(views as EventView[], builder));
}

interface Builder {
  readonly model: Model;
  readonly fleet: Fleet;
  readonly snapshots: readonly Snapshot[];
  readonly explain: Explainer;
  readonly requests: Namer;
  readonly responses: Namer;
  readonly join: (trees: readonly ObjectTree[]) => ObjectTree | undefined;
  /** Joins or meets, as the mode of the answers wants it. */
  readonly combine: (trees: readonly ObjectTree[]) => ObjectTree | undefined;
  readonly responseMode: ResponseMode;
}

function createBuilder(model: Model, fleet: Fleet, responseMode: ResponseMode): Builder {
  const explain = createExplainer(model, fleet);
  const gated = responseMode === "gated";
  const join = createJoin();
  const combine = gated ? join : createMeet();
  return {
    model,
    fleet,
    responseMode,
    explain,
    snapshots: fleet.steps.map(takeSnapshot),
    requests: createNamer({ fleet, explain, closed: false, gated: false }),
    responses: createNamer({ fleet, explain, closed: true, gated }),
    join: (trees) => fold(trees, join),
    combine: (trees) => fold(trees, combine),
  };
}

function fold(
  [first, ...rest]: readonly ObjectTree[],
  combine: (a: ObjectTree, b: ObjectTree) => ObjectTree | undefined,
): ObjectTree | undefined {
  return rest.reduce<ObjectTree | undefined>((sofar, next) => sofar && combine(sofar, next), first);
}

const stepsOf = (event: EventModel, { snapshots }: Builder): readonly Snapshot[] =>
  snapshots.filter(({ release }) => livesAt(event.life, release));

function buildEvent(event: EventModel, steps: readonly Snapshot[], builder: Builder): EventView | Problem {
  const request = builder.join(steps.map((step) => step.object(event.request)));
  const response = builder.combine(steps.map((step) => step.object(event.response)));
  if (!request || !response) return unanswerable(event, steps, builder);
  const since = steps[0]?.release;
  const exists = spansOf(
    steps.map(({ release }) => release),
    builder.fleet.steps,
  );
  return {
    name: event.name,
    prose: event.prose,
    ...(since !== undefined && since > builder.fleet.min && { since }),
    ...(exists && { exists }),
    request: builder.requests.object(request),
    response: builder.responses.object(response),
    ownObjects: event.ownObjects,
    pollingOptional: event.pollingOptional,
  };
}

function unanswerable({ name, response }: EventModel, steps: readonly Snapshot[], builder: Builder): Problem {
  const missing = response.properties.find(
    (property) =>
      steps.some((step) => requires(step, response, property.name)) &&
      !steps.every((step) => step.has(property)),
  );
  const reason = missing
    ? `\`${missing.name}\` is required, but ${formatReason(builder.explain.property(missing), builder.fleet)}`
    : "a required part has no value that all of them take";
  return report("no-safe-response", { event: name, reason });
}

const requires = (step: Snapshot, model: ObjectModel, name: string): boolean =>
  step.object(model).properties.get(name)?.required === true;

function assemble(events: readonly EventView[], builder: Builder): View {
  const { model, fleet, snapshots, explain } = builder;
  const errorRequest = builder.join(snapshots.map((step) => step.object(model.errorRequest)));
  const errorObject = errorRequest && builder.requests.object(errorRequest);
  const missing = model.events.filter(({ name }) => !events.some((event) => event.name === name));
  const responses = events.map(({ response }) => response);
  return {
    fleet,
    responseMode: builder.responseMode,
    releases: model.releases,
    events,
    errorRequest: errorObject ?? emptyObject("ErrorRequest"),
    errorCodes: model.errorCodes && errorCodesOf(model.errorCodes, fleet),
    commonRequest: commonOf(
      "CommonRequest",
      "What every request carries.",
      events.map(({ request }) => request),
    ),
    commonResponse: commonOf("CommonResponse", "What may be answered to any event.", responses),
    foreignAnswers: foreignAnswersOf(model),
    omissions: [
      ...missing.map(({ name, life }) => ({ what: `event ${name}`, reason: explain.life(life) })),
      ...omissionsOf(responses),
    ],
  };
}

const emptyObject = (name: string): ObjectView => ({
  name,
  prose: { description: "", notes: [], errata: [] },
  open: true,
  properties: [],
  forbidden: [],
});

const errorCodesOf = ({ title, values, ...rest }: EnumModel, { min }: Fleet): EnumView => ({
  ...rest,
  ...(title !== undefined && { name: title }),
  values: values.map(({ value, life, description, advice }) => ({
    value,
    ...(life.added !== undefined && life.added > min && { since: life.added }),
    ...(description !== undefined && { description }),
    ...(advice !== undefined && { advice }),
  })),
  forbidden: [],
});
