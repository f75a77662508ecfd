import type { Availability } from "../blocks/block.js";
import { code, nothing } from "../blocks/text.js";
import { beside, bullets, diagram, sourceBlock } from "../blocks/builders.js";
import type { FlowModel, FlowStepModel, TaskModel } from "../../contract/model/flow-model.js";
import { always, intersect, type Spans } from "../../base/time/spans.js";
import { firstSentence } from "../../base/text/words.js";
import { linkToEvent, linkToFlow, linkToQuestion } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import type { PageData } from "../page-data.js";
import { describeAvailability, toAvailability } from "../prose/fleet-text.js";
import { addressName, edgeText, listArrivals, partText, setUpRows, stepTitle } from "../prose/flow-text.js";
import { withCertainty } from "../prose/remarks.js";
import { stepSamples } from "../samples/samples.js";
import { flowSequence } from "../prose/sequences.js";
import type { TemplateSlots } from "../page-templates.js";

export function flowPage(flow: FlowModel, data: PageData): Page {
  const { name, title, description, anyEvent, isStory, steps, ends, notes, unknown } = flow;
  const availability = getFlowAvailability(flow, data);
  const lead = firstSentence(description);
  return {
    ...data.templates.page("flow", "flows", {
      title,
      lead,
      more: description.slice(lead.length),
      anyEvent,
      availability: describeAvailability(availability),
      firstEvent: linkToEvent(steps[0].event),
      setUp: setUpRows(flow),
      diagram: [diagram(flowSequence(flow, data))],
      story: isStory && steps.length > 1,
      steps: steps.map((step) => stepSlots(flow, step, data)),
      ends: bullets(ends.map((end) => end.text)),
      notes: bullets(notes.map((note) => withCertainty(note.text, note))),
      unknown: bullets(unknown.map(linkToQuestion)),
    }),
    path: pagePaths.flow(name),
    availability,
  };
}

const stepSlots = (flow: FlowModel, step: FlowStepModel, data: PageData): TemplateSlots => ({
  title: stepTitle(flow, step),
  text: withCertainty(step.text, step),
  part: step.with ? partText(step.with) : nothing,
  arrivals: bullets(listArrivals(flow, step)),
  do: step.do ?? "",
  call: step.call ? withCertainty(step.call.text, step.call) : nothing,
  callAddress: step.call ? code(addressName(step.call)) : nothing,
  answers: bullets(step.next.map((edge) => edgeText(flow, step, edge))),
  samples: beside(stepSamples(step, data)),
});

/** A flow exists in the releases that have its first event and the answers that continue it. */
function getFlowAvailability({ steps: [first] }: FlowModel, { events, fleet }: PageData): Availability {
  const event = events.find(({ name }) => name === first.event);
  const { answer = {} } = first.next.find((edge) => edge.answer !== undefined) ?? {};
  const answers = (event?.response.properties ?? []).filter(({ name }) => Object.hasOwn(answer, name));
  const exists = [event, ...answers].reduce<Spans>(
    (all, each) => intersect(all, each?.exists ?? always),
    always,
  );
  return toAvailability(exists, fleet);
}

export function taskPage(task: TaskModel, data: PageData): Page {
  const { name, title, description, flow, handler, environment = [], test, unknown } = task;
  return {
    ...data.templates.page("task", "tasks", {
      name,
      title,
      description,
      setUp: setUpRows(flow),
      flow: linkToFlow(flow),
      diagram: [diagram(flowSequence(flow, data))],
      handler: [sourceBlock("ts", handler)],
      environment: environment.map((each) => `export ${each}\n`).join(""),
      tests: bullets(test),
      unknown: bullets(unknown.map(linkToQuestion)),
    }),
    path: pagePaths.task(name),
  };
}
