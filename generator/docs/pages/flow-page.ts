import type { FlowModel } from "../../model/model.js";
import { describeAvailability, toAvailability } from "../availability.js";
import type { Availability } from "../blocks/availability.js";
import type { Block } from "../blocks/block.js";
import { nothing, text, toText } from "../blocks/text.js";
import { bullets, diagram, heading, section, toBlocks } from "../blocks/write.js";
import { linkToEvent } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { bodyBlocks, introText, listBodies } from "../samples/event-samples.js";
import { flowSequence } from "../sequence/flow-sequence.js";
import type { Survey } from "../survey/survey.js";

/** The page of one flow: what it is for, its steps with the bodies on the wire, and what to keep in mind. */
export function flowPage(flow: FlowModel, survey: Survey): Page {
  const { name, title, description, again, steps, notes } = flow;
  const availability = getFlowAvailability(flow, survey);
  return {
    path: pagePaths.flow(name),
    group: "flows",
    title: toText(title),
    availability,
    blocks: toBlocks(
      description,
      describeAvailability(availability),
      again ? text`The POS sends the same event again until ${again.until}.` : nothing,
      diagram(flowSequence(flow, survey)),
      ...steps.flatMap((step, index) => stepBlocks(step, index + 1, survey)),
      ...section("Keep in mind", bullets(notes)),
    ),
  };
}

const stepBlocks = (
  { example, text: description }: FlowModel["steps"][number],
  number: number,
  survey: Survey,
): Block[] =>
  toBlocks(
    heading(2, text`Step ${number}: ${example.event}`),
    description,
    text`Sample: ${introText(example, survey)} See ${linkToEvent(example.event)}.`,
    ...bodyBlocks(listBodies(example)),
  );

/** A flow exists since the POS knows the answer that starts it; if it has none, since its first event exists. */
function getFlowAvailability({ again, steps }: FlowModel, { view }: Survey): Availability {
  const event = view.events.find(({ name }) => name === steps[0]?.example.event);
  const answer = event?.response.properties.find(({ name }) => name === again?.answer);
  return toAvailability(answer?.exists ?? event?.exists, view.fleet);
}
