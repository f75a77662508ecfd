import { toRelease } from "../../spec/dialect.js";
import { describeKnown } from "../../time/history.js";
import { formatRelease } from "../../time/release.js";
import type { Block } from "../blocks/block.js";
import { text } from "../blocks/text.js";
import { rows } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page on these pages: for which shops they were made, how sure it is what they say, and what that rests on. */
export const aboutPage = ({ view, model }: Survey, words: Words): Page => ({
  path: pagePaths.about,
  group: "guide",
  ...words.page("about", {
    fleet: describeFleet(view.fleet),
    label: view.fleet.label,
    known: view.releases.length > 0 ? describeKnown(view) : "",
    questions: model.questions.length,
    beyond: model.beyond?.basis ?? "",
    sources: sourceRows(model),
  }),
});

/** What the pages rest on, and how old it is. */
const sourceRows = ({ sources }: Survey["model"]): readonly Block[] =>
  rows(
    sources.map(({ title, where, kind, stated = "", newest, read = "", covers }) => [
      where === undefined ? title : text`${title} (${where})`,
      kind,
      stated,
      newest === undefined ? "" : `v${formatRelease(toRelease(newest))}`,
      read,
      covers,
    ]),
  );
