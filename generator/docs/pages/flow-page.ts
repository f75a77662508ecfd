import type { FlowModel, FlowStepModel } from "../../model/flow-model.js";
import { always, intersect, type Spans } from "../../time/spans.js";
import { describeAvailability, toAvailability } from "../availability.js";
import type { Availability } from "../blocks/availability.js";
import type { Block } from "../blocks/block.js";
import { code, joinTexts, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { beside, bullets, diagram, heading, listAfter, section, toBlocks } from "../blocks/write.js";
import { linkToEvent } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { edgeText, listArrivals, stepTitle } from "../prose/flow-text.js";
import { partText } from "../prose/part-text.js";
import { provenanceText } from "../prose/provenance.js";
import { setUpTable } from "../prose/set-up-table.js";
import { stepSamples } from "../samples/step-samples.js";
import { flowSequence } from "../sequence/flow-sequence.js";
import type { Survey } from "../survey/survey.js";

/** The page of one flow: what it is for, its steps with the bodies on the wire, and what to keep in mind. */
export function flowPage(flow: FlowModel, survey: Survey): Page {
  const { name, title, description, anyEvent, setUp, steps, ends, notes } = flow;
  const availability = getFlowAvailability(flow, survey);
  return {
    path: pagePaths.flow(name),
    group: "flows",
    title: toText(title),
    availability,
    blocks: toBlocks(
      description,
      describeAvailability(availability),
      anyEvent
        ? text`It goes the same with any event that takes these answers; here it is shown with ${linkToEvent(steps[0].event)}.`
        : nothing,
      ...section("Set up", setUpTable(setUp)),
      heading(2, "How it goes"),
      diagram(flowSequence(flow, survey)),
      ...steps.flatMap((step) => stepBlocks(flow, step, survey)),
      ...section("How it ends", bullets(ends.map((end) => end.text))),
      ...section("Keep in mind", bullets(notes.map(knownText))),
    ),
  };
}

/** A text, and how it is known if it is not documented. */
const knownText = (note: FlowModel["notes"][number]): Text =>
  joinTexts([toText(note.text), provenanceText(note)], " ");

function stepBlocks(flow: FlowModel, step: FlowStepModel, survey: Survey): Block[] {
  return toBlocks(
    heading(2, stepTitle(flow, step)),
    joinTexts([toText(step.text), provenanceText(step)], " "),
    step.with ? text`You know it by ${partText(step.with)} in the request.` : nothing,
    ...listAfter("What leads here:", listArrivals(flow, step)),
    step.do === undefined ? nothing : text`${strong("What you have to do")}: ${step.do}`,
    step.call
      ? text`${strong("What you call")}: the address in ${code(step.call.address.slice(1).replaceAll("/", "."))}. ${knownText(step.call)}`
      : nothing,
    ...listAfter(
      "What your answer leads to:",
      step.next.map((edge) => edgeText(flow, step, edge)),
    ),
    ...beside(stepSamples(flow, step, survey)),
  );
}

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
