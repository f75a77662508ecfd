import { isOpenEvent, listArrows } from "../../model/flow-model.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel } from "../../model/flow-model.js";
import type { EventView, ObjectView } from "../../view/view.js";
import type { Sequence, SequenceStep } from "../blocks/sequence.js";
import type { Survey } from "../survey/survey.js";
import { answerName, loopName, requestName, withNames } from "./flow-words.js";

/** The request and the answers of an event, and the answers that make the POS send it again. */
export function eventSequence(event: EventView, survey: Survey): Sequence {
  const { name, request, response } = event;
  const carried = request.properties.filter((property) => survey.own.carried.has(property.name));
  const own = response.properties.filter((property) => survey.own.answers.has(property.name));
  return {
    title: `How ${name} goes`,
    steps: [
      { kind: "request", text: withNames(`POST /${name}`, listNames(carried)) },
      { kind: "answer", text: withNames("200", [...listNames(own), "common answers, or nothing"]) },
      ...listRepeats(event, survey.model.flows),
    ],
  };
}

/** The flows that an event takes part in: those that show it, and those that go the same with it as with what they show. */
export const listFlows = ({ name, response }: EventView, flows: readonly FlowModel[]): FlowModel[] =>
  flows.filter(
    (flow) =>
      isShownIn(flow, name) || (flow.anyEvent && isOpenEvent(name, flows) && takesAll(response, flow)),
  );

/** Whether a step of a flow is of an event. */
export const isShownIn = ({ steps }: FlowModel, event: string): boolean =>
  steps.some((step) => step.event === event);

const takesAll = ({ properties }: ObjectView, flow: FlowModel): boolean =>
  listArrows(flow)
    .flatMap(({ edge }) => Object.keys(edge.answer ?? {}))
    .every((answer) => properties.some(({ name }) => name === answer));

/** What makes the POS send the event again, each way once. */
function listRepeats(event: EventView, flows: readonly FlowModel[]): SequenceStep[] {
  const repeats = listFlows(event, flows).flatMap((flow) => listRepeatsIn(flow, event.name));
  return [...new Map(repeats.map((repeat) => [JSON.stringify(repeat), repeat])).values()];
}

function listRepeatsIn({ steps, anyEvent }: FlowModel, event: string): SequenceStep[] {
  const own = steps.filter((step) => !step.isReport && (anyEvent || step.event === event));
  return own.flatMap((from) => [
    ...(from.next.some((edge) => edge.to === from.id && isRepeat(edge, from))
      ? [drawRepeat("loop", loopName(from), { ...from, event })]
      : []),
    ...from.next.flatMap((edge) =>
      own
        .filter((to) => to !== from && edge.to === to.id && isRepeat(edge, to))
        .map((to) => drawRepeat("opt", listOutcome(from, edge), { ...to, event })),
    ),
  ]);
}

/** What happens at the till makes a new event, unless the event brings the outcome of an answer. */
const isRepeat = ({ till }: FlowEdgeModel, to: FlowStepModel): boolean =>
  till === undefined || to.with !== undefined;

const listOutcome = (from: FlowStepModel, edge: FlowEdgeModel): string =>
  [`after ${answerName(edge, from)}`, ...(edge.till === undefined ? [] : [edge.till])].join(": ");

const drawRepeat = (kind: "loop" | "opt", text: string, to: FlowStepModel): SequenceStep => ({
  kind,
  text,
  steps: [
    { kind: "request", text: requestName(to).replace(/^\S+ \S+/, "$& again") },
    { kind: "answer", text: "200" },
  ],
});

const listNames = (properties: readonly { readonly name: string }[]): string[] =>
  properties.map(({ name }) => name);
