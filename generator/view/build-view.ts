import type { Direction, EnumModel, EventModel, Model, ObjectModel } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import type { Album } from "../lattice/snapshot.js";
import { newTo, releaseFleet, type Fleet } from "../time/fleet.js";
import type { Release } from "../time/release.js";
import { listForeignAnswers, collectTypes } from "./walk.js";
import { createNamer, type Namer } from "./naming.js";
import { createExplainer, type Explainer, formatReason, isOfFleet } from "./reasons.js";
import { createShapes, type Shapes } from "../lattice/shapes.js";
import { promised } from "../spec/values.js";
import { existsInSome, within, existsAt } from "../time/spans.js";
import type { ObjectTree } from "../lattice/tree.js";
import type { EnumView, EventView, ForbiddenView, ObjectView, Omission, ResponseMode, View } from "./view.js";

/**
 * Builds the view of a fleet: requests are the join over its releases; responses are the meet or, if gated, the join with
 * gates. Leaves out events for which no answer works in every shop, with a warning; fails if no event is left.
 */
export function buildView(album: Album, fleet: Fleet, responseMode: ResponseMode = "safe"): Outcome<View> {
  const known = album.model.events.filter(({ exists }) => existsInSome(exists, fleet.releases));
  if (known.length === 0) return failure([report("no-event", { range: fleet.label })]);
  const builder = createBuilder(album, fleet, responseMode);
  const built = known.map((event) => buildEvent(event, builder));
  const events = built.filter((event) => "name" in event);
  const refusals = built.filter((event) => "severity" in event);
  if (events.length === 0) return failure(refusals.map((refusal) => ({ ...refusal, severity: "error" })));
  return success(assemble(events, builder), refusals);
}

/** Creates what builds the view of a single release, each once; undefined if no event of it could be answered. */
export function createViewLookup(album: Album): (release: Release) => View | undefined {
  const views = new Map<Release, View | undefined>();
  return (release) => {
    if (!views.has(release)) {
      const view = buildView(album, releaseFleet(release, album.model));
      views.set(release, view.ok ? view.value : undefined);
    }
    return views.get(release);
  };
}

interface Builder {
  readonly model: Model;
  readonly fleet: Fleet;
  readonly responseMode: ResponseMode;
  readonly explain: Explainer;
  readonly album: Album;
  readonly request: DirectionBuilder;
  readonly response: DirectionBuilder;
}

interface DirectionBuilder {
  readonly direction: Direction;
  readonly shapes: Shapes;
  readonly namer: Namer;
}

function createBuilder(album: Album, fleet: Fleet, responseMode: ResponseMode): Builder {
  const explain = createExplainer(album, fleet);
  const gated = responseMode === "gated";
  const common = { album, releases: fleet.releases };
  const requests = createShapes({ ...common, direction: "request", bound: "join" });
  const responses = createShapes({ ...common, direction: "response", bound: gated ? "join" : "meet" });
  const naming = { fleet, explain };
  return {
    model: album.model,
    fleet,
    responseMode,
    explain,
    album,
    request: {
      direction: "request",
      shapes: requests,
      namer: createNamer({ ...naming, find: requests.object, closed: false, gated: false }),
    },
    response: {
      direction: "response",
      shapes: responses,
      namer: createNamer({ ...naming, find: responses.object, closed: true, gated }),
    },
  };
}

function buildEvent(event: EventModel, builder: Builder): EventView | Problem {
  const { fleet, explain, album } = builder;
  const request = buildBody(event, builder.request);
  const response = buildBody(event, builder.response);
  const exists = within(event.exists, fleet.spans);
  if (!request || !response)
    return refuseEvent(event, { fleet, explain, album, envelope: builder.model.envelope.response });
  return {
    name: event.name,
    prose: event.prose,
    ...(exists && { exists }),
    request,
    response: { ...response, forbidden: [...response.forbidden, ...listContradicted(event, builder.model)] },
    takes: event.takes,
    ownObjects: event.ownObjects,
    echoes: event.echoes,
    pollingOptional: event.pollingOptional,
  };
}

/** The answers of the envelope that a source says do not work with the event. */
const listContradicted = ({ takes, response }: EventModel, { envelope }: Model): ForbiddenView[] => {
  const missing = envelope.response.properties.filter(
    (answer) => !answer.aside && !response.properties.includes(answer),
  );
  return takes
    .filter(({ name }) => missing.some((answer) => answer.name === name))
    .map(({ name, basis }) => ({ name, reason: { kind: "contradicted", basis } }));
};

/** An event's own properties and those that every event has, in the spec's order. */
function buildBody(
  event: EventModel,
  { direction, shapes, namer }: DirectionBuilder,
): ObjectView | undefined {
  const [own, envelope] = [shapes.own(event), shapes.envelope()];
  if (!own || !envelope) return undefined;
  const [mine, common] = [namer.object(own), namer.object(envelope)];
  return {
    ...mine,
    properties: inOrder(event[direction], [...mine.properties, ...common.properties]),
    forbidden: inOrder(event[direction], [...mine.forbidden, ...common.forbidden]),
  };
}

const inOrder = <T extends { readonly name: string }>(
  { properties }: ObjectModel,
  parts: readonly T[],
): T[] => properties.flatMap(({ name }) => parts.find((part) => part.name === name) ?? []);

function assemble(events: readonly EventView[], builder: Builder): View {
  const { model, fleet, request, response } = builder;
  return {
    fleet,
    responseMode: builder.responseMode,
    releases: model.releases,
    ...(model.beyond && { beyond: model.beyond }),
    events,
    errorRequest: nameTree(request.shapes.object(model.errorRequest), request),
    errorCodes: model.errorCodes && nameErrorCodes(model.errorCodes, fleet),
    commonRequest: nameTree(request.shapes.envelope(), request),
    commonResponse: nameTree(response.shapes.envelope(), response),
    foreignAnswers: listForeignAnswers(model),
    omissions: [...missingEvents(events, builder), ...listOmissions(events.map(({ response }) => response))],
  };
}

function missingEvents(events: readonly EventView[], { model, fleet, explain }: Builder): Omission[] {
  const missing = model.events.filter(({ name }) => !events.some((event) => event.name === name));
  return missing.map(({ name, exists }) => ({
    what: `event ${name}`,
    reason: existsInSome(exists, fleet.releases) ? { kind: "no-safe-response" } : explain.absence(exists),
  }));
}

const nameTree = (tree: ObjectTree | undefined, { namer }: DirectionBuilder): ObjectView =>
  namer.object(promised(tree, "a view with an event has an envelope and an error request"));

const nameErrorCodes = ({ title, values, ...rest }: EnumModel, fleet: Fleet): EnumView => ({
  ...rest,
  ...(title !== undefined && { name: title }),
  values: values.map(({ exists, ...told }) => {
    const since = newTo(fleet, exists);
    return { ...told, ...(since !== undefined && { since }) };
  }),
  forbidden: [],
});

interface Circumstances {
  readonly fleet: Fleet;
  readonly explain: Explainer;
  readonly album: Album;
  /** What every event may be answered with. */
  readonly envelope: ObjectModel;
}

/** Why no answer to an event works in every shop. */
function refuseEvent(
  { name, exists, response }: EventModel,
  { fleet, explain, album, envelope }: Circumstances,
): Problem {
  const all = fleet.releases.map((release) => album.at(release));
  const own = all.filter(({ release }) => existsAt(exists, release));
  const missing = response.properties.find((property) => {
    const snapshots = envelope.properties.includes(property) ? all : own;
    const trees = snapshots.map((snapshot) => snapshot.object(response).properties.get(property.name));
    return trees.some((tree) => tree?.required) && trees.includes(undefined);
  });
  const reason = missing
    ? `\`${missing.name}\` is required, but ${formatReason(explain.property(missing), fleet)}`
    : "a required part has no value that all of them take";
  return report("no-safe-response", { event: name, reason });
}

/** Lists what the fleet keeps out of these responses and the types in them. */
function listOmissions(responses: readonly ObjectView[]): readonly Omission[] {
  const roots = new Set(responses.map(({ name }) => name));
  const { objects, enums } = collectTypes(responses);
  const found = [
    ...objects.flatMap((object) =>
      object.forbidden.map(({ name, reason }) => ({
        what: roots.has(object.name) ? name : `${object.name}.${name}`,
        reason,
      })),
    ),
    ...enums.flatMap(({ name, forbidden }) =>
      forbidden.map(({ value, reason }) => ({ what: `${name} "${value}"`, reason })),
    ),
  ];
  const left = found.filter(({ reason }) => isOfFleet(reason));
  return [...new Map(left.map((omission) => [omission.what, omission])).values()];
}
