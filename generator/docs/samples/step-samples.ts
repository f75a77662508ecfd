import { listArrows, listBefore } from "../../model/flow-model.js";
import type { ExampleModel, FlowModel, FlowStepModel } from "../../model/flow-model.js";
import { headingAnchor } from "../blocks/anchor.js";
import type { CodeBlock, Paragraph } from "../blocks/block.js";
import { code, link, listTexts, nothing, text, toPlainString, type Text } from "../blocks/text.js";
import { toParagraph } from "../blocks/write.js";
import { linkToEvent } from "../links.js";
import { answerText, stepTitle } from "../prose/flow-text.js";
import type { Survey } from "../survey/survey.js";
import { bodyBlocks, introText, listBodies, type SampleBody } from "./event-samples.js";
import { findNewsInAnswer, findNewsInRequest } from "./find-news.js";

/** The samples of a step: one in full, and the other answers; each says what is new in it, and marks that. */
export function stepSamples(flow: FlowModel, step: FlowStepModel, survey: Survey): Shown[] {
  const [shown, ...others] = new Set(step.next.flatMap(({ example }) => example ?? []));
  if (!shown) return [];
  return [
    ...fullBlocks(flow, step, shown, survey),
    ...others.flatMap((example) => otherBlocks(step, example, shown, survey)),
  ];
}

type Shown = Paragraph | CodeBlock;

const onlyReport = { request: undefined, response: undefined };

function fullBlocks(flow: FlowModel, step: FlowStepModel, example: ExampleModel, survey: Survey): Shown[] {
  const bodies = listBodies(
    { ...example, ...(step.isReport ? onlyReport : { errorRequest: undefined }) },
    survey,
  );
  const before = step.isReport ? undefined : findBefore(flow, step);
  return [
    ...toParagraph(text`Sample: ${introText(example, survey)} See ${linkToEvent(step.event)}.`),
    ...bodyBlocks(before ? bodies.map((body) => tellNews(body, before, survey)) : bodies),
  ];
}

/** A sample of another answer; its request only if it tells of something else. */
function otherBlocks(
  step: FlowStepModel,
  example: ExampleModel,
  shown: ExampleModel,
  survey: Survey,
): Shown[] {
  const before = { example: shown, words: text`different from the sample above` };
  const bodies = listBodies({ ...example, errorRequest: undefined }, survey).map((body) => ({
    body,
    told: tellNews(body, before, survey),
  }));
  const edge = step.next.find((each) => each.example === example);
  return [
    ...toParagraph(edge ? text`${answerText(edge, step)}: ${introText(example, survey, shown)}` : nothing),
    ...bodyBlocks(
      bodies.filter(({ body, told }) => body.from === "partner" || told !== body).map(({ told }) => told),
    ),
  ];
}

interface Before {
  readonly example: ExampleModel;
  /** What is called new, in words. */
  readonly words: Text;
}

/** The sample of the last step above a step that leads to it, or else that it may come after at any time. */
function findBefore(flow: FlowModel, step: FlowStepModel): Before | undefined {
  const above = flow.steps.slice(0, flow.steps.indexOf(step));
  const arrows = listArrows(flow).filter(({ from, edge }) => above.includes(from) && edge.to === step.id);
  const from = arrows.at(-1)?.from ?? listBefore(flow, step).findLast((each) => above.includes(each));
  const leading = arrows.flatMap((arrow) => (arrow.from === from ? [arrow.edge] : []));
  const [example] = [...leading, ...(from?.next ?? [])].flatMap((edge) => edge.example ?? []);
  if (!from || !example || from.isReport) return undefined;
  const title = toPlainString(stepTitle(flow, from));
  const [number = title] = title.split(":");
  return { example, words: text`new since ${link(number.toLowerCase(), undefined, headingAnchor(title))}` };
}

/** Tells in words what is new in a body, and marks its lines. */
function tellNews(shown: SampleBody, { example, words }: Before, { view }: Survey): SampleBody {
  const shared = view.commonRequest.properties.filter(({ required }) => required).map(({ name }) => name);
  const { paths, lines } =
    shown.from === "pos"
      ? findNewsInRequest(shown.body, example.request, new Set(shared))
      : findNewsInAnswer(shown.body, example.response);
  if (paths.length === 0) return shown;
  const names = listTexts(paths.map(code), "and");
  return { ...shown, lead: text`${shown.lead} (${words}: ${names})`, marked: lines };
}
