import { describe, expect, it } from "vitest";
import {
  listFlowEdges,
  type FlowEdgeModel,
  type FlowStepModel,
} from "../../generator/contract/model/flow-model.js";
import { listWalks } from "../workbench/flow-walks.js";
import { once } from "../../generator/base/once.js";
import { defined } from "../../generator/contract/read/values.js";
import { parseFleet } from "../../generator/base/time/fleet.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { emitInProcess } from "../laws/judges/emitted.js";
import { buildPossibleView, need } from "../laws/judges/interpreted.js";
import { loadOwnModel } from "./own-spec.js";

const model = loadOwnModel();
/** Requests may be of any release. Answers must fit the sample's release, as a later release may treat them differently. */
const emitted = once(() =>
  emitInProcess(buildPossibleView(model, need(parseFleet({}, model)), "gated"), model),
);

describe.each(model.flows)("the flow $name", (flow) => {
  it("can be walked along every edge, and to whatever may come between", () => {
    const walks = listWalks(flow);
    const walked = walks.flatMap(({ steps }) => steps.map(({ step, edge }) => toLine(step, edge)));
    expect(new Set(walked)).toEqual(new Set(listFlowEdges(flow).map(({ from, edge }) => toLine(from, edge))));
    const pairs = walks.flatMap(({ steps }) =>
      steps.flatMap(({ step }, i) => [`${steps[i - 1]?.step.id ?? "start"} ${step.id}`]),
    );
    const between = flow.steps.flatMap((step) => step.between.map((id) => `${id} ${step.id}`));
    expect(pairs).toEqual(expect.arrayContaining(between));
  });

  it("is walked by requests and answers that do what its edges say", () => {
    for (const { steps, end } of listWalks(flow)) {
      expect(steps[0]?.step).toBe(flow.steps[0]);
      expect(steps.at(-1)?.edge.to).toBe(end.id);
      for (const { step, edge, request, answer } of steps) {
        expect(request).toEqual(toPattern(step.with ?? {}));
        expect(answer).toEqual(toPattern(edge.answer ?? {}));
      }
    }
  });

  it("is walked by requests and answers that the validators accept", async () => {
    const { validateRequest, validateResponse } = await emitted();
    for (const { steps } of listWalks(flow)) {
      for (const { step, edge, request, answer } of steps) {
        if (step.isReport) continue;
        const { example = step.next.find((each) => each.example)?.example } = edge;
        const version = formatRelease(defined(example, "every step has an example").release);
        expect(validateRequest(step.event, request)).toMatchObject({ ok: true });
        expect(validateResponse(step.event, answer, { version })).toMatchObject({ ok: true });
      }
    }
  });
});

const toLine = (step: FlowStepModel, { answer, till, to }: FlowEdgeModel): string =>
  JSON.stringify([step.id, answer, till, to]);

function toPattern(part: unknown): unknown {
  if (Array.isArray(part)) return expect.arrayContaining(part.map(toPattern));
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part);
  if (entries.length === 0) return expect.anything();
  return expect.objectContaining(Object.fromEntries(entries.map(([key, value]) => [key, toPattern(value)])));
}
