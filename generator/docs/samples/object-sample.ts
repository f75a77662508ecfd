import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { formatRelease, type Release } from "../../time/release.js";
import type { ObjectView } from "../../view/view.js";
import { fitsObject } from "./known-values.js";
import { madeObject } from "./contract-sample.js";
import { jsonBlock, mdText } from "../markdown.js";
import type { Instance } from "../survey/object-instances.js";
import { sortByRank } from "./sort-by-priority.js";
import type { Survey } from "../survey/survey.js";
import { releaseText } from "../prose/type-text.js";

/** An object as it stands in an example, or as it could, and where it is from. */
export interface ObjectSample {
  readonly intro: MarkdownText;
  readonly block: MarkdownText;
}

/** The sample of an object that shows this fleet most; nothing for an object whose contents nobody knows. */
export function objectSampleOf({ name, properties }: ObjectView, survey: Survey): ObjectSample | undefined {
  const best = bestOf(survey.instances.get(name) ?? [], survey.seenObjects.get(name));
  if (best) return { intro: introTo(best), block: blockOf(name, best.value, best.example.release) };
  const made = properties.length === 0 ? undefined : madeObject(name, survey);
  if (!made) return undefined;
  return {
    intro: mdText`Made from the contract of ${releaseText(made.release)}: no sample has one.`,
    block: blockOf(name, made.value, made.release, ", made"),
  };
}

const introTo = ({ example: { description, release } }: Instance): MarkdownText =>
  mdText`${toMarkdownText(description)} From ${releaseText(release)}.`;

const blockOf = (name: string, value: unknown, release: Release, origin = ""): MarkdownText =>
  jsonBlock(value, `${name}, v${formatRelease(release)}${origin}`);

/**
 * One that every shop could have before one that some could; then the one that shows most, and of those the oldest: a
 * new example that shows no more takes no other's place. The last word has the one of few words.
 */
function bestOf(instances: readonly Instance[], seen: ObjectView | undefined): Instance | undefined {
  return sortByRank(instances, ({ value, example }) => [
    Number(seen !== undefined && fitsObject(value, seen)),
    Object.keys(value).length,
    0 - example.release,
    0 - JSON.stringify(value).length,
  ])[0];
}
