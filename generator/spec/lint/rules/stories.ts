import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type {
  BodyPart,
  EnvelopeFile,
  ExampleFile,
  FlowFile,
  FlowStepFile,
  SampleBodyName,
  StoryFile,
} from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { flowPath } from "./flows.js";
import { joinPointer, splitPointer } from "../../pointer.js";
import { findPaths, type Path, readPath } from "../../values.js";

/** The samples of a flow are one story, as its page shows them: of one sale, forward in time, each with what was asked for. */
export function flowsTellStories(spec: LinkedSpec): Problem[] {
  const { envelope, flows, broken } = spec;
  if (broken.size > 0 || !envelope?.story) return [];
  return [...flows].flatMap(([name, flow]) =>
    flow.story === undefined
      ? [report("missing-keyword", { keyword: "story" }, { file: flowPath(name), pointer: "" })]
      : findFaults({ flow, shown: listShown(flow, spec), spec, envelope }).map(({ detail, place }) =>
          report("story-broken", { flow: name, detail }, place),
        ),
  );
}

interface Told {
  readonly flow: FlowFile;
  readonly shown: readonly Shown[];
  readonly spec: LinkedSpec;
  readonly envelope: EnvelopeFile;
}

interface Fault {
  readonly detail: string;
  readonly place: Place;
}

const findFaults = ({ flow, shown, spec, envelope }: Told): Fault[] =>
  shown.flatMap((sample, index) => {
    const before = shown.slice(0, index);
    const { rises = [], refers = [] } = envelope.story ?? {};
    return [
      ...listLeaves(flow.story).flatMap(([path, value]) => differs(sample, path, value, "the story has")),
      ...listSwitches(sample, flow, spec).flatMap(([path, value]) =>
        differs(sample, path, value, "the set-up says"),
      ),
      ...rises.flatMap((pointer) => goesBack(sample, shown, splitPointer(pointer))),
      ...refers.flatMap((reference) => findStrays(sample, before, reference)),
    ];
  });

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
function differs(sample: Shown, path: Path, value: unknown, words: string): Fault[] {
  const own = readPath(sample.request, path) ?? false;
  return own === value
    ? []
    : [{ detail: `${words} ${JSON.stringify(value)} here`, place: sample.at("request", path) }];
}

/** A report repeats the request that it is about, and other answers to a request have the same one. */
function goesBack(sample: Shown, shown: readonly Shown[], path: Path): Fault[] {
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
): Fault[] {
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
export function listShown(flow: FlowFile, { examples }: LinkedSpec): Shown[] {
  const reports = flow.steps.filter(({ report }) => report).map(({ id }) => id);
  return flow.steps.flatMap((step) =>
    step.next.flatMap(({ example: name, to }) =>
      examples
        .filter(({ path }) => name !== undefined && path === `examples/${name}.json`)
        .map(({ path: file, example }) => {
          const [at, request] = findRequest(example, flow.story);
          const isAtFault = reports.includes(to);
          return {
            ...{ step, request, response: example.response, isAtFault, loops: to === step.id },
            at: (body, path) => ({
              file,
              pointer: joinPointer("", ...(body === "request" ? at : [body]), ...path),
            }),
          };
        }),
    ),
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
