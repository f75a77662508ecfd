import { report } from "../../../../problem/catalogue.js";
import type { Problem } from "../../../../problem/problem.js";
import { contains } from "../../../contains.js";
import type { ExampleFile } from "../../../dialect.js";
import type { FlowStepFile } from "../../../flow-file.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { edgePlace, flowPath, stepPlace, visitEdges, type VisitedEdge } from "./visit-flows.js";

/** Every answer that a flow needs is shown by an example, and every example shows what it stands for. */
export function flowsShow(spec: LinkedSpec): Problem[] {
  if (spec.broken.size > 0) return [];
  const examples = new Map(
    spec.examples.map(({ path, example }) => [path.replace(/^examples\/|\.json$/g, ""), example]),
  );
  return [...spec.flows].flatMap(([name, flow]) => {
    const file = flowPath(name);
    return [
      ...flow.steps.flatMap((step, index) =>
        step.next.some(({ example }) => example !== undefined)
          ? []
          : [report("unshown-step", { id: step.id }, stepPlace(file, index, "next"))],
      ),
      ...visitEdges(flow).flatMap((visited) =>
        checkEdge(visited, examples).map(({ detail, part }) =>
          report(
            part === "answer" ? "unshown-answer" : "example-astray",
            { detail },
            edgePlace(file, visited.at, part),
          ),
        ),
      ),
    ];
  });
}

interface Fault {
  readonly part: "answer" | "example";
  readonly detail: string;
}

function checkEdge({ step, edge, at }: VisitedEdge, examples: ReadonlyMap<string, ExampleFile>): Fault[] {
  const { answer, example: name } = edge;
  if (name === undefined) {
    const isShown = step.next.some(
      (other) => other.example !== undefined && JSON.stringify(other.answer) === JSON.stringify(answer),
    );
    return answer === undefined || isShown ? [] : [{ part: "answer", detail: "" }];
  }
  const example = examples.get(name);
  // Another rule reports a name that leads nowhere.
  if (!example) return [];
  const detail = findMismatch(name, example, step) ?? findOtherAnswer(example, step, at[1]);
  return detail === undefined ? [] : [{ part: "example", detail }];
}

/** What an example lacks to be of a step at all. */
function findMismatch(name: string, example: ExampleFile, step: FlowStepFile): string | undefined {
  if (!name.startsWith(`${step.event}/`)) return "it is of another event";
  if (step.report === true)
    return example.errorRequest === undefined ? "it reports no fault of an answer" : undefined;
  if (example.request === undefined) return "it has no request";
  if (step.with && !contains(example.request, step.with)) return "its request has not what `with` says";
  return undefined;
}

/** What leads an example elsewhere than its edge does. */
function findOtherAnswer(
  { response }: ExampleFile,
  { next }: FlowStepFile,
  index: number,
): string | undefined {
  const { answer, till } = next[index] ?? {};
  if (answer && !contains(response, answer)) return "its answer has not what `answer` says";
  const isForAllElse = answer === undefined && till === undefined;
  const isTaken = next.some(
    (other, i) =>
      other.answer &&
      contains(response, other.answer) &&
      (isForAllElse || (i < index && other.till === undefined && till === undefined)),
  );
  return isTaken ? "its answer is that of another edge" : undefined;
}
