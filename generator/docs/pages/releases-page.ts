import { formatReason } from "../../view/reasons.js";
import { describeKnown } from "../../time/history.js";
import type { View } from "../../view/view.js";
import { releaseText } from "../blocks/availability.js";
import { code, strong, text, type Text } from "../blocks/text.js";
import { bullets, nestedBullets } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { describeChanges } from "../prose/changelog.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of the releases, newest first, with the changes of each, and of what the fleet cannot rely on. */
export function releasesPage(survey: Survey, words: Words): Page {
  const { fleet, releases, omissions } = survey.fleetView;
  const changes = describeChanges(survey);
  const newestFirst = [...releases].reverse();
  return {
    path: pagePaths.releases,
    group: "reference",
    ...words.page("releases", {
      known: releases.length > 0 ? describeKnown(survey.view) : "",
      releases: nestedBullets(
        newestFirst.map((release) => ({
          text: releaseEntry(release),
          items: changes.get(release.release) ?? [],
        })),
      ),
      fleet: describeFleet(fleet),
      leftOut: bullets(
        omissions.map(({ what, reason }) => text`${code(what)}, ${formatReason(reason, fleet)}`),
      ),
    }),
  };
}

const releaseEntry = ({ release, date, summary }: View["releases"][number]): Text =>
  date === undefined
    ? text`${strong(releaseText(release))}: ${summary}`
    : text`${strong(releaseText(release))} (${date}): ${summary}`;
