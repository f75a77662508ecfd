import type { FlowModel, FlowStepModel } from "../../model/flow-model.js";
import { always, intersect, type Spans } from "../../time/spans.js";
import { describeAvailability, toAvailability } from "../availability.js";
import type { Availability } from "../blocks/availability.js";
import type { Block } from "../blocks/block.js";
import { code, joinTexts, nothing, toText, type Text } from "../blocks/text.js";
import { beside, bullets, diagram } from "../blocks/write.js";
import { linkToEvent } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { edgeText, listArrivals, stepTitle } from "../prose/flow-text.js";
import { partText } from "../prose/part-text.js";
import { provenanceText } from "../prose/provenance.js";
import { setUpTable } from "../prose/set-up-table.js";
import { stepSamples } from "../samples/step-samples.js";
import { flowSequence } from "../sequence/flow-sequence.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of one flow: what it is for, its steps with the bodies on the wire, and what to keep in mind. */
export function flowPage(flow: FlowModel, survey: Survey, words: Words): Page {
  const { name, title, description, anyEvent, isStory, setUp, steps, ends, notes } = flow;
  const availability = getFlowAvailability(flow, survey);
  return {
    path: pagePaths.flow(name),
    group: "flows",
    availability,
    ...words.page("flow", {
      title,
      description,
      availability: describeAvailability(availability),
      anyEvent,
      firstEvent: linkToEvent(steps[0].event),
      setUp: setUpTable(setUp),
      diagram: [diagram(flowSequence(flow, survey))],
      story: isStory && steps.length > 1,
      steps: steps.flatMap((step) => stepBlocks(flow, step, survey, words)),
      ends: bullets(ends.map((end) => end.text)),
      notes: bullets(notes.map(knownText)),
    }),
  };
}

/** A text, and how it is known if it is not documented. */
const knownText = (note: Pick<FlowModel["notes"][number], "text" | "provenance">): Text =>
  joinTexts([toText(note.text), provenanceText(note)], " ");

const stepBlocks = (flow: FlowModel, step: FlowStepModel, survey: Survey, words: Words): readonly Block[] =>
  words.part("flow", "step", {
    title: stepTitle(flow, step),
    text: knownText(step),
    with: step.with ? partText(step.with) : nothing,
    arrivals: bullets(listArrivals(flow, step)),
    do: step.do ?? "",
    call: step.call ? knownText(step.call) : nothing,
    callAddress: code((step.call?.address ?? "").slice(1).replaceAll("/", ".")),
    answers: bullets(step.next.map((edge) => edgeText(flow, step, edge))),
    samples: beside(stepSamples(flow, step, survey)),
  });

/** A flow exists since the POS knows its first event, and the answers that lead on from there. */
function getFlowAvailability({ steps: [first] }: FlowModel, { view }: Survey): Availability {
  const event = view.events.find(({ name }) => name === first.event);
  const { answer = {} } = first.next.find((edge) => edge.answer !== undefined) ?? {};
  const spans = (event?.response.properties ?? [])
    .filter(({ name }) => Object.hasOwn(answer, name))
    .map(({ exists }) => exists);
  const exists = [event?.exists, ...spans].reduce<Spans>(
    (all, each) => intersect(all, each ?? always),
    always,
  );
  return toAvailability(exists, view.fleet);
}
