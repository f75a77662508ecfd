import type { ObjectTree, PropertyTree } from "../../lattice/tree.js";
import type { Direction } from "../../model/model.js";
import { errorRequestName } from "../../spec/files.js";
import type { ChangeCode } from "../catalogue.js";
import type { EventSide, Side } from "../side.js";
import { compareProperty, compareReach, createComparer } from "./compare-objects.js";
import { compareProse } from "./compare-prose.js";
import { found, under, type Comparer, type Finding, type Located } from "./comparison.js";

/** Everything that differs between two sides, event by event. */
export function compareSides(old: Side, now: Side): readonly Located[] {
  const comparison = { fleets: { old: old.fleet, new: now.fleet }, errorCodes: now.errorCodes };
  const context: Context = {
    old,
    now,
    requests: createComparer({ ...comparison, direction: "request" }),
    responses: createComparer({ ...comparison, direction: "response" }),
  };
  const names = new Set([...now.events.keys(), ...old.events.keys()]);
  return [...[...names].flatMap((name) => compareEvents(name, context)), ...compareErrorRequests(context)];
}

interface Context {
  readonly old: Side;
  readonly now: Side;
  readonly requests: Comparer;
  readonly responses: Comparer;
}

function compareEvents(event: string, context: Context): readonly Located[] {
  const [before, after] = [context.old.events.get(event), context.now.events.get(event)];
  const at = (direction: Direction, findings: readonly Finding[]): Located[] =>
    unique(findings).map((finding) => ({ ...finding, direction, event }));
  if (!before || !after) {
    return [
      ...at("request", [found(after ? "event-added" : "event-removed")]),
      ...at("response", [
        ...(after && !after.response ? [found("event-unanswerable")] : []),
        ...answersAlone(event, context),
      ]),
    ];
  }
  return [
    ...at("request", [
      ...compareEventItself(before, after, context),
      ...compareEnvelopes(before.request, after.request, { comparer: context.requests }),
    ]),
    ...at("response", compareResponses(before, after, context)),
  ];
}

/** Answers that came, or went, together with the only events that take them. */
const answersAlone = (event: string, { old, now }: Context): Finding[] => [
  ...answersOnlyIn(now, old, event).flatMap((name) => under(name, [found("answer-added")])),
  ...answersOnlyIn(old, now, event).flatMap((name) => under(name, [found("answer-removed")])),
];

const answersOnlyIn = (one: Side, other: Side, event: string): string[] =>
  [...one.answers]
    .filter(([name, events]) => events.includes(event) && !other.answers.has(name))
    .map(([name]) => name);

function compareEventItself(old: EventSide, now: EventSide, { requests }: Context): Finding[] {
  const reach = now.everywhere ? "event-in-every-shop" : "event-not-in-every-shop";
  return [
    ...(old.everywhere === now.everywhere ? [] : [found(reach)]),
    ...compareProse(old.model.prose, now.model.prose, requests.fleets),
  ];
}

function compareResponses(
  old: EventSide,
  now: EventSide,
  { old: oldSide, now: nowSide, responses }: Context,
): readonly Finding[] {
  const polling = [old, now].map(({ model }) => model.pollingOptional);
  const changed =
    polling[0] === polling[1] ? [] : [found(polling[1] ? "polling-optional" : "polling-required")];
  if (!old.response || !now.response) {
    if (old.response === now.response) return changed;
    return [...changed, found(now.response ? "event-answerable" : "event-unanswerable")];
  }
  const answers = { old: oldSide.answers, now: nowSide.answers };
  return [
    ...changed,
    ...compareEnvelopes(old.response, now.response, { comparer: responses, answers }),
    ...compareStandings(old, now),
  ];
}

/** Whether something else is known of an answer than before; one that is not taken any more is another change. */
const compareStandings = (old: EventSide, now: EventSide): readonly Finding[] =>
  now.model.takes.flatMap(({ name, standing }) => {
    const before = old.model.takes.find((known) => known.name === name)?.standing;
    const isTaken = [old, now].every(({ response }) => response?.properties.has(name));
    if (before === undefined || before === standing || !isTaken) return [];
    return under(name, [found("standing-changed", `${standing}, was ${before}`)]);
  });

function compareErrorRequests({ old, now, requests }: Context): readonly Located[] {
  if (!old.errorRequest || !now.errorRequest) return [];
  const of = { direction: "request", event: errorRequestName } as const;
  return unique(requests.objects(old.errorRequest, now.errorRequest)).map((each) => ({ ...each, ...of }));
}

/** Removes doubles: a property and its object may have the same prose. */
const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [findingKey(finding), finding])).values(),
];

const findingKey = ({ code, pointer, detail }: Finding): string => JSON.stringify([code, pointer, detail]);

/** Equal for the same finding in the same event and direction. */
export const locatedKey = (finding: Located): string =>
  JSON.stringify([finding.event, finding.direction, findingKey(finding)]);

interface EnvelopeOptions {
  readonly comparer: Comparer;
  /** Set for responses: an answer may also be taken from, or given to, single events. */
  readonly answers?: { readonly old: Side["answers"]; readonly now: Side["answers"] };
}

/** What changed in what an event carries, or in what it may be answered with. */
function compareEnvelopes(old: ObjectTree, now: ObjectTree, options: EnvelopeOptions): readonly Finding[] {
  const { comparer } = options;
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  return [...names].flatMap((name) => {
    const [before, after] = [old.properties.get(name), now.properties.get(name)];
    if (before && after) {
      const reach = compareReach([before, old], [after, now], comparer);
      return under(name, [...reach, ...compareProperty(before, after, comparer)]);
    }
    return under(name, [found(after ? addedCode(after, options) : removedCode(name, before, options))]);
  });
}

function addedCode({ model, required }: PropertyTree, { answers }: EnvelopeOptions): ChangeCode {
  if (!answers) return required ? "required-object-added" : "object-added";
  if (required) return "required-answer-added";
  return answers.old.has(model.name) ? "answer-allowed" : "answer-added";
}

function removedCode(
  name: string,
  property: PropertyTree | undefined,
  { answers }: EnvelopeOptions,
): ChangeCode {
  if (!answers) return property?.required ? "required-object-removed" : "object-removed";
  return answers.now.has(name) ? "answer-restricted" : "answer-removed";
}
