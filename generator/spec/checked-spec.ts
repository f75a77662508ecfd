import { type FlowFile, type ReleaseEntry, type TaskFile, toRelease } from "./dialect.js";
import { examplePath } from "./files.js";
import type { LinkedSpec } from "./link/link-spec.js";
import { defined } from "./values.js";

/** A spec in which lint found no error: what later phases read. Its files are complete, and every reference leads somewhere. */
export type CheckedSpec = Readonly<ReturnType<typeof toCheckedSpec>>;
export type CheckedRelease = Readonly<ReturnType<typeof toCheckedRelease>>;
export type CheckedExample = Readonly<ReturnType<typeof toCheckedExample>>;
export type CheckedFlow = Readonly<ReturnType<typeof toCheckedFlow>>;
export type CheckedFlowStep = CheckedFlow["steps"][number];
export type CheckedFlowEdge = CheckedFlowStep["next"][number];
export type CheckedTask = Readonly<ReturnType<typeof toCheckedTask>>;

/** The linked spec, read on the promise that lint has found no error in it. Only lint calls this, and tests of what comes after. */
export function toCheckedSpec(spec: LinkedSpec) {
  const { events, shapes, origins, subscriptions, glossary, synonyms, products, questions, sources } = spec;
  const beyond = sources?.seenBeyond;
  const releases: readonly CheckedRelease[] = spec.releases.map(toCheckedRelease);
  const examples: readonly CheckedExample[] = spec.examples
    .map(toCheckedExample)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const byPath = new Map(examples.map((example) => [example.path, example]));
  const flows: ReadonlyMap<string, CheckedFlow> = new Map(
    [...spec.flows].map(([name, flow]) => [name, toCheckedFlow(flow, byPath)]),
  );
  const tasks: ReadonlyMap<string, CheckedTask> = new Map(
    [...spec.tasks].map(([name, task]) => [name, toCheckedTask(name, task, spec)]),
  );
  return {
    ...{ releases, events, shapes, origins, examples, flows, tasks },
    ...{ subscriptions, glossary, synonyms, products, questions },
    envelope: defined(spec.envelope, "lint lets no spec without an envelope pass"),
    sources: sources?.sources ?? [],
    ...(beyond && {
      beyond: { ...beyond, from: toRelease(beyond.from), to: toRelease(beyond.to) },
    }),
  };
}

const toCheckedRelease = (entry: ReleaseEntry) => ({ ...entry, release: toRelease(entry.release) });

const toCheckedExample = ({ path, event, example }: LinkedSpec["examples"][number]) => ({
  ...{ ...example, path, event },
  release: toRelease(example.release),
});

const toCheckedFlow = (flow: FlowFile, examples: ReadonlyMap<string, CheckedExample>) => ({
  ...flow,
  steps: flow.steps.map((step) => ({
    ...step,
    next: step.next.map(({ example, ...edge }) => ({
      ...edge,
      ...(example !== undefined && {
        example: defined(
          examples.get(examplePath(example)),
          "lint lets no flow show an example that is missing",
        ),
      }),
    })),
  })),
});

const toCheckedTask = (name: string, task: TaskFile, { handlers }: LinkedSpec) => ({
  ...task,
  /** The text of its handler, as it lies in its file. */
  handler: defined(handlers.get(name), "lint lets no task without a handler pass"),
});
