import { formatRelease, type Release } from "../../time/release.js";
import { releaseText } from "../blocks/availability.js";
import { nothing, text, type Text } from "../blocks/text.js";
import type { Survey } from "../survey/survey.js";

/** Which release a sample is from, where a shop of the fleet may be older: its readers' shops all know the others. */
export const originText = (release: Release, survey: Survey): Text =>
  isNews(release, survey) ? text`From ${releaseText(release)}.` : nothing;

/** What the title of a body says of its release: `, v59.3`, or nothing. */
export const titleRelease = (release: Release, survey: Survey): string =>
  isNews(release, survey) ? `, v${formatRelease(release)}` : "";

const isNews = (release: Release, { fleetView }: Survey): boolean => release > fleetView.fleet.min;
