import type { FlowModel } from "../../model/model.js";
import { toMarkdownText } from "../../text/escape.js";
import type { Release } from "../../time/release.js";
import { flowSequence } from "../sequence/flow-sequence.js";
import { linksFrom, pagePaths } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { toPage, type Page } from "../page.js";
import { introOf, partsOf } from "../samples/event-samples.js";
import { sequenceBlock, toMermaid } from "../sequence/sequence.js";
import { lifeSentence } from "../availability.js";
import type { Survey } from "../survey/survey.js";

/** The page of one flow: what it is for, its steps with what really went over the wire, and what to heed. */
export function flowPage(flow: FlowModel, survey: Survey): Page {
  const path = pagePaths.flow(flow.name);
  const links = linksFrom(path, survey.view);
  const sequence = flowSequence(flow, survey);
  const since = sinceOf(flow, survey);
  const data = {
    description: toMarkdownText(flow.description),
    life: lifeSentence({ since }, survey.view.fleet),
    again: flow.again
      ? mdText`The POS sends the same event again until ${toMarkdownText(flow.again.until)}.`
      : nothing,
    diagram: sequenceBlock(sequence),
    steps: flow.steps.map(({ example, text }, index) => ({
      heading: mdText`Step ${index + 1}: ${toMarkdownText(example.event)}`,
      text: toMarkdownText(text),
      event: links.event(example.event),
      intro: introOf(example, survey),
      parts: partsOf(example),
    })),
    notes: flow.notes.map(toMarkdownText),
  };
  const head = { path, group: "flows", title: toMarkdownText(flow.title) } as const;
  const diagrams = new Map([[toMermaid(sequence), sequence]]);
  return toPage({ ...head, diagrams, ...(since !== undefined && { since }) }, survey.render("flow", data));
}

/** A flow is as old as the answer that makes it. */
function sinceOf({ again, steps }: FlowModel, { view }: Survey): Release | undefined {
  const event = view.events.find(({ name }) => name === steps[0]?.example.event);
  return event?.response.properties.find(({ name }) => name === again?.answer)?.since ?? event?.since;
}
