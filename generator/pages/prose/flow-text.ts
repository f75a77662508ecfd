import type { Block } from "../blocks/block.js";
import {
  code,
  headingAnchor,
  joinTexts,
  link,
  listTexts,
  nothing,
  strong,
  text,
  type Text,
  toPlainString,
} from "../blocks/text.js";
import { rows } from "../blocks/builders.js";
import {
  findEdgeTarget,
  isForAnyAnswer,
  listFlowEdges,
  listStepsBefore,
  type FlowEdgeModel,
  type FlowModel,
  type FlowStepModel,
} from "../../contract/model/flow-model.js";
import type { BodyPart } from "../../contract/read/dialect.js";
import { linkToEvent } from "../links.js";
import { pagePaths } from "../page.js";
import { certaintyText, undocumentedMark } from "./remarks.js";

/** Names and a number, but no text of the spec, so that the anchor stays the same. */
export const stepTitle = ({ steps }: FlowModel, step: FlowStepModel): Text =>
  text`Step ${steps.indexOf(step) + 1}: ${[step.event, ...(step.isReport ? ["(report)"] : [])].join(" ")}`;

export function linkToStep(flow: FlowModel, step: FlowStepModel): Text {
  const { event, with: part, isReport } = step;
  const request = joinTexts([
    event,
    part ? text`with ${partText(part)}` : nothing,
    isReport ? text`(report)` : nothing,
  ]);
  return link(request, pagePaths.flow(flow.name), headingAnchor(toPlainString(stepTitle(flow, step))));
}

export function listArrivals(flow: FlowModel, step: FlowStepModel): Text[] {
  const before = listStepsBefore(flow, step).map((other) => linkToStep(flow, other));
  const arrows = listFlowEdges(flow).filter(({ from, edge }) => edge.to === step.id && from !== step);
  return [
    ...(step === flow.steps[0] ? [text`This request starts the flow.`] : []),
    ...(before.length > 0 ? [text`The POS can send this at any time after ${listTexts(before, "or")}.`] : []),
    ...arrows.map(({ from, edge }) => {
      const answer = edge.answer ? text`, if you answered ${partText(edge.answer)}` : nothing;
      const lead = text`The POS sends this after ${linkToStep(flow, from)}${answer}.`;
      return joinTexts([lead, tillText(edge), undocumentedMark(edge)]);
    }),
  ];
}

export const edgeText = (flow: FlowModel, step: FlowStepModel, edge: FlowEdgeModel): Text =>
  joinTexts([leadText(edge, step), targetText(flow, step, edge), edge.text ?? "", certaintyText(edge)]);

/** What happens at the POS says more than "any answer". */
function leadText(edge: FlowEdgeModel, step: FlowStepModel): Text {
  if (edge.till !== undefined && isForAnyAnswer(edge, step)) return strong(tillText(edge));
  return joinTexts([text`${strong(answerText(edge, step))}.`, tillText(edge)]);
}

export function answerText(edge: FlowEdgeModel, step: FlowStepModel): Text {
  if (edge.answer) return text`With ${partText(edge.answer)}`;
  return isForAnyAnswer(edge, step) ? text`With any answer` : text`With any other answer`;
}

const tillText = ({ till }: FlowEdgeModel): Text =>
  till === undefined ? nothing : text`At the POS: ${till}`;

function targetText(flow: FlowModel, step: FlowStepModel, edge: FlowEdgeModel): Text {
  const target = findEdgeTarget(flow, edge);
  switch (target.kind) {
    case "back":
      return text`The flow continues where it was.`;
    case "end":
      return text`The flow ends: ${target.end.text}`;
    case "step":
      return target.step === step && edge.till === undefined
        ? text`The POS sends the same request again.`
        : text`The next step is ${linkToStep(flow, target.step)}.`;
  }
}

/** Formats a condition: `externalPayment.started = true`, or `dialog` for any value of that name. */
export const partText = (part: BodyPart): Text => listTexts(listConditions(part).map(code));

/** One condition for each value that a body needs. */
export const listConditions = (part: unknown, path = ""): string[] => {
  if (Array.isArray(part))
    return part.length === 0 ? [path] : part.flatMap((item) => listConditions(item, `${path}[]`));
  if (typeof part !== "object" || part === null) return [`${path} = ${JSON.stringify(part)}`];
  const entries = Object.entries(part);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, value]) => listConditions(value, path === "" ? key : `${path}.${key}`));
};

export const setUpRows = ({ setUp }: FlowModel): Block[] =>
  rows(
    setUp.map(({ event, blocking, polling, text }) => [
      linkToEvent(event),
      blocking,
      polling === "unknown" ? "not known" : polling,
      text,
    ]),
  );

/** The property that contains the URL of a call: `dialog.callbackUrl`. */
export const addressName = ({ address }: { readonly address: string }): string =>
  address.slice(1).replaceAll("/", ".");
