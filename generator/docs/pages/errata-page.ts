import type { Block } from "../blocks/block.js";
import { strong, text } from "../blocks/text.js";
import { bullets, heading, toBlocks } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { collectErrata, type ErratumEntry } from "../prose/errata.js";
import type { Survey } from "../survey/survey.js";

/** The page of the errata: where the vendor's text contradicts itself or what was seen on the wire. */
export function errataPage(survey: Survey): Page {
  const all = collectErrata(survey);
  const ids = [...new Set(all.map(({ id }) => id))];
  return {
    path: pagePaths.errata,
    group: "reference",
    title: text`Errata`,
    blocks: toBlocks(
      "Where the vendor's text is wrong, contradicts itself, or differs from what was seen on the wire: what it says, how we read it, and which parts are affected. “The definitions” are the vendor's tables of JSON properties.",
      ...ids.flatMap((id) => [
        heading(2, id),
        ...all.filter((entry) => entry.id === id).flatMap(erratumBlocks),
      ]),
    ),
  };
}

const erratumBlocks = ({ says, reading, subjects }: ErratumEntry): Block[] =>
  toBlocks(says, text`${strong("Our reading")}: ${reading}`, "About:", ...bullets(subjects));
