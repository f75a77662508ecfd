import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type {
  BodyPart,
  ExampleFile,
  FlowFile,
  FlowStepFile,
  SampleBodyName,
  StoryFile,
} from "../../dialect.js";
import { examplePath, flowPath } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { placeIn, splitPointer } from "../../pointer.js";
import { findPaths, type Path, readPath } from "../../values.js";

/** The samples of a flow are one story, as its page shows them: of one sale, forward in time, each with what was asked for. */
export function flowsTellStories(spec: LinkedSpec): Problem[] {
  const { envelope, flows, broken } = spec;
  const rules = envelope?.story;
  if (broken.size > 0 || !rules) return [];
  return [...flows].flatMap(([name, flow]) => {
    if (flow.story === undefined)
      return [report("missing-keyword", { keyword: "story" }, placeIn(flowPath(name)))];
    const shown = listShown(flow, spec);
    const faults = shown.flatMap((sample, index) => [
      ...listLeaves(flow.story).flatMap((leaf) => differs(sample, leaf, "the story has")),
      ...listSwitches(sample, flow, spec).flatMap((leaf) => differs(sample, leaf, "the set-up says")),
      ...rules.rises.flatMap((pointer) => goesBack(sample, shown, splitPointer(pointer))),
      ...rules.refers.flatMap((reference) => findStrays(sample, shown.slice(0, index), reference)),
    ]);
    return faults.map(({ detail, place }) => report("story-broken", { flow: name, detail }, place));
  });
}

interface StoryFault {
  readonly detail: string;
  readonly place: Place;
}

type Leaf = readonly [path: Path, value: unknown];

const listLeaves = (part: BodyPart | undefined, above: Path = []): Leaf[] =>
  Object.entries(part ?? {}).flatMap(([name, value]): Leaf[] =>
    typeof value === "object" && value !== null
      ? listLeaves(value as BodyPart, [...above, name])
      : [[[...above, name], value]],
  );

/** What the set-up says of a request: whether the POS waits for its answer, and whether it polls. */
function listSwitches({ step }: Shown, { setUp }: FlowFile, { envelope, events }: LinkedSpec): Leaf[] {
  const entry = setUp.find(({ event }) => event === step.event);
  const isBlocking = entry?.blocking === true || events.get(step.event)?.blocking === "always";
  const { story, polling } = envelope ?? {};
  return [
    ...(story ? [[splitPointer(story.blocking), isBlocking] as const] : []),
    ...(polling ? [[splitPointer(polling.asks), entry?.polling === true] as const] : []),
  ];
}

/** A switch that is left out is off. */
const differs = ({ request, at }: Shown, [path, value]: Leaf, words: string): StoryFault[] =>
  (readPath(request, path) ?? false) === value
    ? []
    : [{ detail: `${words} ${JSON.stringify(value)} here`, place: at("request", path) }];

/** A report repeats the request that it is about, and other answers to a request have the same one. */
function goesBack(sample: Shown, shown: readonly Shown[], path: Path): StoryFault[] {
  if (sample.step.report === true) return [];
  const at = (each: Shown): number => toNumber(readPath(each.request, path));
  const isLate = (each: Shown, index: number): boolean =>
    each.step === sample.step
      ? each.loops && !sample.loops && at(each) > at(sample)
      : index < shown.indexOf(sample) && !(at(each) < at(sample));
  const late = shown.find(isLate);
  if (!late) return [];
  const value = JSON.stringify(readPath(late.request, path));
  return [
    { detail: `a sample that comes before this one has ${value} here`, place: sample.at("request", path) },
  ];
}

const toNumber = (value: unknown): number => (typeof value === "string" ? Date.parse(value) : Number(value));

/** Ids that nothing has which they could mean. In an answer at fault they are the fault. */
function findStrays(
  sample: Shown,
  before: readonly Shown[],
  { body, at, to }: StoryFile["refers"][number],
): StoryFault[] {
  if (body === "response" && sample.isAtFault) return [];
  const meant = body === "response" ? [sample.request] : before.map(({ response }) => response);
  const known = meant.flatMap((each) =>
    findPaths(each, splitPointer(to)).map((path) => readPath(each, path)),
  );
  const words = body === "response" ? "its request has no" : "no answer before it has a";
  return findPaths(sample[body], splitPointer(at))
    .filter((path) => !known.includes(readPath(sample[body], path)))
    .map((path) => ({ detail: `${words} ${to} like this`, place: sample.at(body, path) }));
}

/** A sample as a flow shows it: the request of a step, and the answer to it. */
export interface Shown {
  readonly step: FlowStepFile;
  /** Of a report, the request that it is about. */
  readonly request: unknown;
  readonly response: unknown;
  /** Whether its step comes once more after it. */
  readonly loops: boolean;
  /** Whether the POS reports a fault of this answer. */
  readonly isAtFault: boolean;
  /** The place of a part of its request or answer. */
  readonly at: (body: SampleBodyName, path: Path) => Place;
}

/** The samples of a flow, in the order of its page. */
export function listShown({ steps, story }: FlowFile, { examples }: LinkedSpec): Shown[] {
  const edges = steps.flatMap((step) => step.next.map(({ example = "", to }) => ({ step, example, to })));
  return edges.flatMap(({ step, example: name, to }) =>
    examples
      .filter(({ path }) => path === examplePath(name))
      .map(({ path: file, example }) => {
        const [way, request] = findRequest(example, story);
        const isAtFault = steps.some(({ id, report: isReport }) => isReport === true && id === to);
        return {
          ...{ step, request, response: example.response, isAtFault, loops: to === step.id },
          at: (body, path) => placeIn(file, ...(body === "request" ? way : [body]), ...path),
        };
      }),
  );
}

/** The request of a sample, or what its report repeats: the part that has what the story needs. */
function findRequest({ request, errorRequest }: ExampleFile, story: BodyPart = {}): [Path, unknown] {
  if (request !== undefined) return [["request"], request];
  const parts = Object.entries(errorRequest ?? {});
  const [name, repeated] =
    parts.find(([, part]) => Object.keys(story).every((key) => readPath(part, [key]) !== undefined)) ?? [];
  return [["errorRequest", ...(name === undefined ? [] : [name])], repeated];
}
