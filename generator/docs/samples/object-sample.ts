import { formatRelease, type Release } from "../../time/release.js";
import type { ObjectView } from "../../view/view.js";
import { releaseText } from "../blocks/availability.js";
import type { Block } from "../blocks/block.js";
import { text } from "../blocks/text.js";
import { jsonBlock, toBlocks } from "../blocks/write.js";
import type { Instance } from "../survey/object-instances.js";
import type { Survey } from "../survey/survey.js";
import { createObjectSample } from "./contract-sample.js";
import { sourceText } from "./event-samples.js";
import { hasOnlyKnown } from "./known-values.js";
import { sortByPriority } from "./sort-by-priority.js";

/** The most useful sample of an object for this fleet; nothing for an object whose contents nobody knows. */
export function objectSample({ name, properties }: ObjectView, survey: Survey): Block[] {
  const best = selectBest(survey.instances.get(name) ?? [], survey.fleetObjects.get(name));
  if (best) {
    const { description, release } = best.example;
    const intro = text`${description} From ${releaseText(release)}. ${sourceText(best.example)}`;
    return toBlocks(intro, jsonBlock(best.value, formatTitle(name, release)));
  }
  const sample = properties.length === 0 ? undefined : createObjectSample(name, survey);
  if (!sample) return [];
  const intro = text`Made from the contract of ${releaseText(sample.release)}: no sample has one.`;
  return toBlocks(intro, jsonBlock(sample.value, `${formatTitle(name, sample.release)}, made`));
}

const formatTitle = (name: string, release: Release): string => `${name}, v${formatRelease(release)}`;

/**
 * One that every shop could have before one that only some could; then the one with the most properties, and of those
 * the oldest, so that a new example replaces no other without showing more. The shortest comes before the others.
 */
const selectBest = (instances: readonly Instance[], known: ObjectView | undefined): Instance | undefined =>
  sortByPriority(instances, ({ value, example }) => [
    Number(known !== undefined && hasOnlyKnown(value, known)),
    Object.keys(value).length,
    0 - example.release,
    0 - JSON.stringify(value).length,
  ])[0];
