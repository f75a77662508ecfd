import { describe, expect, it } from "vitest";
import { answerName, requestName } from "../../generator/pages/prose/sequences.js";
import {
  findEdgeTarget,
  listFlowEdges,
  listStepsBefore,
  type FlowEdgeModel,
  type FlowModel,
} from "../../generator/contract/model/flow-model.js";
import { listWalks } from "../workbench/flow-walks.js";
import { once } from "../../generator/base/once.js";
import type { Sequence } from "../../generator/pages/blocks/block.js";
import { contextFor } from "../pages/pages.js";
import { defined } from "../../generator/contract/read/values.js";
import { parseFleet } from "../../generator/base/time/fleet.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { emitInProcess } from "../laws/judges/emitted.js";
import { buildPossibleView, need } from "../laws/judges/interpreted.js";
import { readDrawnFlow, type DrawnEdge } from "./drawn-flow.js";
import { loadOwnModel, loadOwnRange } from "./own-spec.js";

const model = loadOwnModel();
const newest = loadOwnRange();
const pages = once(() => contextFor(newest, model).pages());
/** Requests may be of any release. Answers must fit the sample's release, as a later release may treat them differently. */
const emitted = once(() =>
  emitInProcess(buildPossibleView(model, need(parseFleet({}, model)), "gated"), model),
);

describe.each(model.flows)("the flow $name", (flow) => {
  it("can be walked along every edge, and to whatever may come between", () => {
    const walks = listWalks(flow);
    const walked = walks.flatMap(({ steps }) => steps.map(({ step, edge }) => toEdge(flow, step, edge)));
    expect(new Set(walked.map(toLine))).toEqual(new Set(listEdges(flow).map(toLine)));
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

  it("is drawn as it is", () => {
    const drawn = readDrawnFlow(sequenceOf(`flows/${flow.name}`));
    expect(drawn.edges.map(toLine).sort()).toEqual(listEdges(flow).map(toLine).sort());
    expect(drawn.between).toEqual(
      expect.arrayContaining(
        flow.steps
          .filter(({ between }) => between.length > 0)
          .map((step) => ({
            step: requestName(step),
            after: listStepsBefore(flow, step).map(requestName).join(" or "),
          })),
      ),
    );
    expect(drawn.calls).toEqual(
      flow.steps.flatMap(({ call }) =>
        call ? [`a call of ${call.address.slice(1).replace("/", ".")}`] : [],
      ),
    );
  });
});

describe("the payment", () => {
  it("asks to start until it has started, and then never again", () => {
    const { steps } = sequenceOf("events/startExternalPayment");
    expect(steps.filter((step) => "branches" in step)).toMatchObject([
      { kind: "opt", branches: [{ text: "after any other answer" }] },
    ]);
  });
});

function sequenceOf(path: string): Sequence {
  const [diagram] = (pages().find((page) => page.path === path)?.blocks ?? []).filter(
    (block) => block.kind === "diagram",
  );
  if (!diagram) throw new Error(`${path} has no diagram`);
  return diagram.sequence;
}

const toLine = ({ from, answer, till = "", to }: DrawnEdge): string => [from, answer, till, to].join(" | ");

const listEdges = (flow: FlowModel): DrawnEdge[] =>
  listFlowEdges(flow).map(({ from, edge }) => toEdge(flow, from, edge));

function toEdge(flow: FlowModel, step: FlowModel["steps"][number], edge: FlowEdgeModel): DrawnEdge {
  const target = findEdgeTarget(flow, edge);
  const to = {
    back: () => "The flow continues where it was",
    end: () => (target.kind === "end" ? `End: ${target.end.text}` : ""),
    step: () => (target.kind === "step" ? requestName(target.step) : ""),
  }[target.kind]();
  const { till, provenance } = edge;
  const mark = provenance ? ` (${provenance.kind})` : "";
  const answer = answerName(edge, step) + (till === undefined ? mark : "");
  return {
    from: requestName(step),
    answer,
    to,
    ...(till !== undefined && { till: till.replace(/\.$/, "") + mark }),
  };
}

function toPattern(part: unknown): unknown {
  if (Array.isArray(part)) return expect.arrayContaining(part.map(toPattern));
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part);
  if (entries.length === 0) return expect.anything();
  return expect.objectContaining(Object.fromEntries(entries.map(([key, value]) => [key, toPattern(value)])));
}
