import type { History } from "../time/history.js";
import type { Release } from "../time/release.js";
import type {
  EnvelopeFile,
  ExampleFile,
  FlowEdgeFile,
  FlowFile,
  FlowStepFile,
  ReleaseEntry,
  SourceEntry,
  TaskFile,
} from "./dialect.js";
import type { LinkedSpec } from "./link/link-spec.js";
import { promised, toRelease } from "./promised.js";

/** A spec in which lint found no error: what later phases read. Its files are complete, and every reference leads somewhere. */
export interface CheckedSpec extends Omit<
  LinkedSpec,
  | "files"
  | "releases"
  | "envelope"
  | "examples"
  | "flows"
  | "tasks"
  | "sources"
  | "broken"
  | "handlers"
  | "included"
  | "usedAsType"
> {
  readonly releases: readonly CheckedRelease[];
  readonly envelope: EnvelopeFile;
  /** By path. */
  readonly examples: readonly CheckedExample[];
  readonly flows: ReadonlyMap<string, CheckedFlow>;
  readonly tasks: ReadonlyMap<string, CheckedTask>;
  readonly sources: readonly SourceEntry[];
  readonly beyond?: CheckedBeyond;
}

export type CheckedBeyond = NonNullable<History["beyond"]> & { readonly basis: string };

export type CheckedRelease = Omit<ReleaseEntry, "release"> & { readonly release: Release };

export interface CheckedExample extends Omit<ExampleFile, "release"> {
  readonly path: string;
  readonly event: string;
  readonly release: Release;
}

export interface CheckedFlow extends Omit<FlowFile, "steps"> {
  readonly steps: readonly CheckedFlowStep[];
}

export interface CheckedFlowStep extends Omit<FlowStepFile, "next"> {
  readonly next: readonly CheckedFlowEdge[];
}

export interface CheckedFlowEdge extends Omit<FlowEdgeFile, "example"> {
  readonly example?: CheckedExample;
}

export interface CheckedTask extends TaskFile {
  /** The text of its handler, as it lies in its file. */
  readonly handler: string;
}

/** The linked spec, read on the promise that lint has found no error in it. Only lint calls this, and tests of what comes after. */
export function toCheckedSpec(spec: LinkedSpec): CheckedSpec {
  const { events, shapes, origins, subscriptions, glossary, synonyms, products, questions, sources } = spec;
  const beyond = sources?.seenBeyond;
  const examples = new Map(
    spec.examples
      .map(({ path, event, example }) => ({ ...example, path, event, release: toRelease(example.release) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((example) => [example.path, example]),
  );
  return {
    releases: spec.releases.map((entry) => ({ ...entry, release: toRelease(entry.release) })),
    envelope: promised(spec.envelope, "lint lets no spec without an envelope pass"),
    ...{ events, shapes, origins, subscriptions, glossary, synonyms, products, questions },
    sources: sources?.sources ?? [],
    ...(beyond && {
      beyond: { ...beyond, from: toRelease(beyond.from), to: toRelease(beyond.to) },
    }),
    examples: [...examples.values()],
    flows: new Map([...spec.flows].map(([name, flow]) => [name, toCheckedFlow(flow, examples)])),
    tasks: new Map([...spec.tasks].map(([name, task]) => [name, toCheckedTask(name, task, spec)])),
  };
}

const toCheckedFlow = (flow: FlowFile, examples: ReadonlyMap<string, CheckedExample>): CheckedFlow => ({
  ...flow,
  steps: flow.steps.map((step) => ({
    ...step,
    next: step.next.map(({ example, ...edge }) => ({
      ...edge,
      ...(example !== undefined && {
        example: promised(
          examples.get(examplePath(example)),
          "lint lets no flow show an example that is missing",
        ),
      }),
    })),
  })),
});

const toCheckedTask = (name: string, task: TaskFile, { handlers }: LinkedSpec): CheckedTask => ({
  ...task,
  handler: promised(handlers.get(name), "lint lets no task without a handler pass"),
});

/** The file of an example, which flows name as `scanCode/loyalty-card`. */
const examplePath = (name: string): string => `examples/${name}.json`;
