import type { ObjectView } from "../../view/view.js";
import { releaseText } from "../blocks/availability.js";
import type { CodeBlock, Paragraph } from "../blocks/block.js";
import { joinTexts, text, toText } from "../blocks/text.js";
import { jsonBlock, toParagraph } from "../blocks/write.js";
import type { Instance } from "../survey/object-instances.js";
import type { Survey } from "../survey/survey.js";
import { createObjectSample } from "./contract-sample.js";
import { sourceText } from "./event-samples.js";
import { hasOnlyKnown } from "./known-values.js";
import { originText, titleRelease } from "./origin.js";
import { sortByPriority } from "./sort-by-priority.js";

/** The most useful sample of an object for this fleet; nothing for an object whose contents nobody knows. */
export function objectSample({ name, properties }: ObjectView, survey: Survey): (Paragraph | CodeBlock)[] {
  const best = selectBest(survey.instances.get(name) ?? [], survey.fleetObjects.get(name), survey);
  if (best) {
    const { description, release } = best.example;
    const intro = joinTexts(
      [toText(description), originText(release, survey), sourceText(best.example)],
      " ",
    );
    return [...toParagraph(intro), jsonBlock(best.value, `${name}${titleRelease(release, survey)}`)];
  }
  const sample = properties.length === 0 ? undefined : createObjectSample(name, survey);
  if (!sample) return [];
  const intro = text`No sample has this object. We made the object from the contract of ${releaseText(sample.release)}.`;
  return [
    ...toParagraph(intro),
    jsonBlock(sample.value, `${name}${titleRelease(sample.release, survey)}, made`),
  ];
}

/**
 * One that every shop could have before one that only some could; then the one with the most properties, and of those
 * one that a flow shows, then the oldest, so that a new example replaces no other without showing more. The shortest comes before the others.
 */
const selectBest = (
  instances: readonly Instance[],
  known: ObjectView | undefined,
  { flowRanks }: Survey,
): Instance | undefined =>
  sortByPriority(instances, ({ value, example }) => [
    Number(known !== undefined && hasOnlyKnown(value, known)),
    Object.keys(value).length,
    Number((flowRanks.get(example.path) ?? 0) > 0),
    0 - example.release,
    0 - JSON.stringify(value).length,
  ])[0];
