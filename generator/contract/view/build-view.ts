import { createShapes } from "../lattice/shapes.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { getOrCreate } from "../../base/once.js";
import type { ObjectTree } from "../lattice/tree.js";
import type { Direction, EnumModel, EventModel, Model, ObjectModel } from "../model/model.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../base/problem/problem.js";
import { defined } from "../read/values.js";
import { releaseFleet, type Fleet } from "../../base/time/fleet.js";
import type { Release } from "../../base/time/release.js";
import { existsAt, existsInSome, within } from "../../base/time/spans.js";
import { createNamer, toValueView } from "./naming.js";
import { explainAbsence, formatReason, isFleetSpecific } from "./reasons.js";
import { collectTypes, enumsIn } from "./walk.js";
import type { EnumView, EventView, ForbiddenView, ObjectView, Omission, ResponseMode, View } from "./view.js";

export interface ViewOptions {
  readonly responses?: ResponseMode;
}

/**
 * Builds the view of a fleet: requests are the join over its releases; responses are the meet, or in gated mode the
 * join with gates. Omits events without an answer that works in every shop, with a warning. Fails if no event is
 * left.
 */
export function buildView(snapshots: Snapshots, fleet: Fleet, options: ViewOptions = {}): Outcome<View> {
  const known = snapshots.model.events.filter(({ exists }) => existsInSome(exists, fleet.releases));
  if (known.length === 0) return failure([report("no-event", { range: fleet.label })]);
  const builder = createViewBuilder(snapshots, fleet, options);
  const built = known.map((event) => buildEventView(event, builder));
  const events = built.filter((event) => "name" in event);
  const refusals = built.filter((event) => "severity" in event);
  if (events.length === 0) return failure(refusals.map((refusal) => ({ ...refusal, severity: "error" })));
  return success(assemble(events, builder), refusals);
}

/** Caches the views. Undefined if no event of the release can be answered. */
export function createViewLookup(snapshots: Snapshots): (release: Release) => View | undefined {
  const views = new Map<Release, View | undefined>();
  return (release) =>
    getOrCreate(views, release, () => {
      const view = buildView(snapshots, releaseFleet(release, snapshots.model));
      return view.ok ? view.value : undefined;
    });
}

type ViewBuilder = ReturnType<typeof createViewBuilder>;

type ViewSide = ViewBuilder[Direction];

function createViewBuilder(snapshots: Snapshots, fleet: Fleet, options: ViewOptions) {
  const { responses = "safe" } = options;
  const toSide = (direction: Direction) => {
    const closed = direction === "response";
    const gated = closed && responses === "gated";
    const bound = closed && !gated ? "meet" : "join";
    const shapes = createShapes({ snapshots, releases: fleet.releases, direction, bound });
    const name = createNamer({ fleet, snapshots, find: shapes.object, closed, gated });
    return { direction, shapes, name };
  };
  return { snapshots, fleet, responses, request: toSide("request"), response: toSide("response") };
}

function buildEventView(event: EventModel, builder: ViewBuilder): EventView | Problem {
  const { fleet, snapshots } = builder;
  const request = buildBody(event, builder.request);
  const response = buildBody(event, builder.response);
  if (!request || !response) return refuseEvent(event, builder);
  return {
    ...event,
    exists: within(event.exists, fleet.spans),
    request,
    response: {
      ...response,
      forbidden: [...response.forbidden, ...listContradicted(event, snapshots.model)],
    },
  };
}

const listContradicted = ({ takes, response }: EventModel, { envelope }: Model): ForbiddenView[] => {
  const missing = envelope.response.properties.filter(
    (answer) => !answer.exclusion && !response.properties.includes(answer),
  );
  return takes
    .filter(({ name }) => missing.some((answer) => answer.name === name))
    .map(({ name, basis }) => ({ name, reason: { kind: "contradicted", basis } }));
};

function buildBody(event: EventModel, { direction, shapes, name }: ViewSide): ObjectView | undefined {
  const [own, envelope] = [shapes.own(event), shapes.envelope()];
  if (!own || !envelope) return undefined;
  const [mine, common] = [name(own), name(envelope)];
  return {
    ...mine,
    properties: sortAsInModel(event[direction], [...mine.properties, ...common.properties]),
    forbidden: sortAsInModel(event[direction], [...mine.forbidden, ...common.forbidden]),
  };
}

const sortAsInModel = <T extends { readonly name: string }>(
  { properties }: ObjectModel,
  parts: readonly T[],
): T[] => properties.flatMap(({ name }) => parts.find((part) => part.name === name) ?? []);

function assemble(events: readonly EventView[], builder: ViewBuilder): View {
  const { snapshots, fleet, responses, request, response } = builder;
  const { model } = snapshots;
  return {
    fleet,
    responseMode: responses,
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

const nameTree = (tree: ObjectTree | undefined, { name }: ViewSide): ObjectView =>
  name(defined(tree, "a view with an event has an envelope and an error request"));

const nameErrorCodes = ({ title, values, ...rest }: EnumModel, fleet: Fleet): EnumView => ({
  ...rest,
  name: title,
  values: values.map((value) => toValueView(value, fleet)),
  forbidden: [],
});

/** Forbids all answers that only some events accept. For each event, targets leave out the answers that it accepts. */
const listForeignAnswers = ({ answers }: Model): ObjectView => ({
  name: "ForeignAnswers",
  prose: {
    description: "Answers that only some events accept, forbidden for all other events.",
    notes: [],
    errata: [],
    questions: [],
  },
  open: false,
  properties: [],
  forbidden: answers.flatMap(({ property, onlyFor }): ForbiddenView[] =>
    onlyFor ? [{ name: property.name, reason: { kind: "other-event", events: onlyFor } }] : [],
  ),
});

function refuseEvent({ name, exists, response }: EventModel, { snapshots, fleet }: ViewBuilder): Problem {
  const all = fleet.releases.map((release) => snapshots.at(release));
  const own = all.filter(({ release }) => existsAt(exists, release));
  const envelope = snapshots.model.envelope.response;
  const missing = response.properties.find((property) => {
    const snapshots = envelope.properties.includes(property) ? all : own;
    const trees = snapshots.map((snapshot) => snapshot.object(response).properties.get(property.name));
    return trees.some((tree) => tree?.required) && trees.includes(undefined);
  });
  const reason = missing
    ? `every answer must have \`${missing.name}\`: ${formatReason(explainAbsence(snapshots.existence(missing), fleet), fleet)}`
    : "a required property has no value that all shops accept";
  return report("no-safe-response", { event: name, reason });
}

function missingEvents(events: readonly EventView[], { snapshots, fleet }: ViewBuilder): Omission[] {
  const missing = snapshots.model.events.filter(({ name }) => !events.some((event) => event.name === name));
  return missing.map(({ name, exists }) => ({
    what: `event ${name}`,
    reason: existsInSome(exists, fleet.releases)
      ? { kind: "no-safe-response" }
      : explainAbsence(exists, fleet),
  }));
}

function listOmissions(responses: readonly ObjectView[]): readonly Omission[] {
  const roots = new Set(responses.map(({ name }) => name));
  const found = collectTypes(responses).objects.flatMap(({ name: holder, properties, forbidden }) => {
    const toWhat = (name: string): string => (roots.has(holder) ? name : `${holder}.${name}`);
    const values = properties.flatMap(({ name: property, type }) =>
      enumsIn(type).flatMap(({ name = toWhat(property), forbidden: missing }) =>
        missing.map(({ value, reason }) => ({ what: `${name} "${value}"`, reason })),
      ),
    );
    return [...forbidden.map(({ name, reason }) => ({ what: toWhat(name), reason })), ...values];
  });
  const ofFleet = found.filter(({ reason }) => isFleetSpecific(reason));
  return [...new Map(ofFleet.map((omission) => [omission.what, omission])).values()];
}
