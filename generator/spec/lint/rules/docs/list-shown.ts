import type { Place } from "../../../../problem/problem.js";
import type { ExampleFile, SampleBodyName } from "../../../dialect.js";
import { readPath, type Path } from "../../../find-paths.js";
import type { BodyPart, FlowFile, FlowStepFile } from "../../../flow-file.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { joinPointer } from "../../../pointer.js";

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
  const parts = Object.entries((errorRequest ?? {}) as BodyPart);
  const [name, repeated] =
    parts.find(([, part]) => Object.keys(story).every((key) => readPath(part, [key]) !== undefined)) ?? [];
  return [["errorRequest", ...(name === undefined ? [] : [name])], repeated];
}
