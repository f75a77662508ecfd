import { toMarkdownText } from "../../text/escape.js";
import { collectErrata, type ErratumEntry } from "../prose/errata.js";
import { pagePaths } from "../prose/links.js";
import { mdText } from "../markdown.js";
import { toPage, type Page } from "../page.js";
import type { Survey } from "../survey/survey.js";

/** The page of all places where the vendor's text and the wire, or two texts of the vendor, differ. */
export function errataPage(survey: Survey): Page {
  const all = collectErrata(survey);
  const data = {
    errata: [...new Set(all.map(({ id }) => id))].map((id) => ({
      id: toMarkdownText(id),
      entries: all.filter((entry) => entry.id === id).map(entryTexts),
    })),
  };
  const head = { path: pagePaths.errata, group: "reference", title: mdText`Errata` } as const;
  return toPage(head, survey.render("errata", data));
}

const entryTexts = ({ says, reading, places }: ErratumEntry): Record<string, unknown> => ({
  says: toMarkdownText(says),
  reading: toMarkdownText(reading),
  places,
});
