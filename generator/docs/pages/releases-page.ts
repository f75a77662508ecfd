import { toCodeSpan, toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { View } from "../../view/view.js";
import { toPage, type Page } from "../page.js";
import { changelogOf } from "../prose/changelog.js";
import { describeFleet } from "../prose/fleet-text.js";
import { linksFrom, pagePaths } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { reasonText } from "../prose/reason-text.js";
import type { Survey } from "../survey/survey.js";
import { releaseText } from "../prose/type-text.js";

/** The page of the releases, newest first, with all that each brought, and of what the fleet's range leaves out. */
export function releasesPage(survey: Survey): Page {
  const { seen: view } = survey;
  const changes = changelogOf(survey);
  const data = {
    index: linksFrom(pagePaths.releases, view).index,
    releases: [...view.releases].reverse().map((release) => ({
      entry: releaseEntry(release),
      changes: changes.get(release.release) ?? [],
    })),
    fleet: describeFleet(view.fleet),
    omissions: view.omissions.map(
      ({ what, reason }) => mdText`${toCodeSpan(what)}, ${reasonText(reason, view.fleet)}`,
    ),
  };
  return toPage(
    { path: pagePaths.releases, group: "reference", title: mdText`Releases` },
    survey.render("releases", data),
  );
}

function releaseEntry({ release, date, summary }: View["releases"][number]): MarkdownText {
  const day = date === undefined ? nothing : mdText` (${toMarkdownText(date)})`;
  return mdText`**${releaseText(release)}**${day}: ${toMarkdownText(summary)}`;
}
