import { formatReason } from "../../view/reasons.js";
import { describeKnown } from "../../time/as-of.js";
import type { View } from "../../view/view.js";
import { releaseText } from "../blocks/availability.js";
import { code, nothing, strong, text, type Text } from "../blocks/text.js";
import { bullets, nestedBullets, section, toBlocks } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { describeChanges } from "../prose/changelog.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";

/** The page of the releases, newest first, with the changes of each, and of what the fleet cannot rely on. */
export function releasesPage(survey: Survey): Page {
  const { fleet, releases, omissions } = survey.fleetView;
  const changes = describeChanges(survey);
  const newestFirst = [...releases].reverse();
  return {
    path: pagePaths.releases,
    group: "reference",
    title: text`Releases`,
    blocks: toBlocks(
      "What each release of the POS changed in the webhooks, newest first. Releases that changed nothing here are not listed. A request is what the POS sends, an answer what you may send back. A date is the start of about two weeks of beta.",
      releases.length > 0 ? text`Known up to ${describeKnown(survey.view)}.` : nothing,
      ...nestedBullets(
        newestFirst.map((release) => ({
          text: releaseEntry(release),
          items: changes.get(release.release) ?? [],
        })),
      ),
      ...section(
        "Left out for your fleet",
        bullets(omissions.map(({ what, reason }) => text`${code(what)}, ${formatReason(reason, fleet)}`)),
        text`These pages are for ${describeFleet(fleet)}. There you cannot rely on:`,
      ),
    ),
  };
}

const releaseEntry = ({ release, date, summary }: View["releases"][number]): Text =>
  date === undefined
    ? text`${strong(releaseText(release))}: ${summary}`
    : text`${strong(releaseText(release))} (${date}): ${summary}`;
