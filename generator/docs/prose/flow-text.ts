import { findTarget, isForAnyAnswer, listArrows, listBefore } from "../../model/flow-model.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel } from "../../model/flow-model.js";
import { headingAnchor } from "../blocks/anchor.js";
import { joinTexts, link, listTexts, nothing, strong, text, toPlainString, toText } from "../blocks/text.js";
import type { Text } from "../blocks/text.js";
import { pagePaths } from "../page.js";
import { partText } from "./part-text.js";
import { provenanceText } from "./provenance.js";

/** The heading of a step on the page of its flow: names and a number, so that the anchor holds no text. */
export const stepTitle = ({ steps }: FlowModel, step: FlowStepModel): Text =>
  text`Step ${steps.indexOf(step) + 1}: ${[step.event, ...(step.isReport ? ["(report)"] : [])].join(" ")}`;

/** A step by its request, with a link to it. */
export function linkToStep(flow: FlowModel, step: FlowStepModel): Text {
  const { event, with: part, isReport } = step;
  const request = joinTexts(
    [toText(event), part ? text`with ${partText(part)}` : nothing, isReport ? text`(report)` : nothing],
    " ",
  );
  return link(request, pagePaths.flow(flow.name), headingAnchor(toPlainString(stepTitle(flow, step))));
}

/** What makes a step come, an entry each. */
export function listArrivals(flow: FlowModel, step: FlowStepModel): Text[] {
  const before = listBefore(flow, step).map((other) => linkToStep(flow, other));
  const arrows = listArrows(flow).filter(({ from, edge }) => edge.to === step.id && from !== step);
  return [
    ...(step === flow.steps[0] ? [text`This request starts the flow.`] : []),
    ...(before.length > 0
      ? [text`The till can send this at any time after ${listTexts(before, "or")}.`]
      : []),
    ...arrows.map(({ from, edge }) => {
      const answer = edge.answer ? text`, if you answered ${partText(edge.answer)}` : nothing;
      return sentences(text`The till sends this after ${linkToStep(flow, from)}${answer}.`, tillText(edge));
    }),
  ];
}

/** What an answer leads to, and how that is known. */
export const edgeText = (flow: FlowModel, step: FlowStepModel, edge: FlowEdgeModel): Text =>
  sentences(
    text`${strong(answerText(edge, step))}.`,
    tillText(edge),
    targetText(flow, step, edge),
    toText(edge.text ?? ""),
    provenanceText(edge),
  );

/** The answer that an edge is for. */
export function answerText(edge: FlowEdgeModel, step: FlowStepModel): Text {
  if (edge.answer) return text`With ${partText(edge.answer)}`;
  return isForAnyAnswer(edge, step) ? text`With any answer` : text`With any other answer`;
}

const tillText = ({ till }: FlowEdgeModel): Text =>
  till === undefined ? nothing : text`At the till: ${till}`;

const sentences = (...texts: readonly Text[]): Text => joinTexts(texts, " ");

function targetText(flow: FlowModel, step: FlowStepModel, edge: FlowEdgeModel): Text {
  const target = findTarget(flow, edge);
  switch (target.kind) {
    case "back":
      return text`The flow continues where it was.`;
    case "end":
      return text`The flow ends: ${target.end.text}`;
    case "step":
      return target.step === step && edge.till === undefined
        ? text`The till sends the same request again.`
        : text`The next step is ${linkToStep(flow, target.step)}.`;
  }
}
