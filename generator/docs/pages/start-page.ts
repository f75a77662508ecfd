import type { MarkdownText } from "../../text/escape.js";
import { linksFrom, pagePaths, type Links } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { toPage, type Page } from "../page.js";
import { samplesOf } from "../samples/event-samples.js";
import { startLanguages } from "./start-with-page.js";
import type { Survey } from "../survey/survey.js";

/** The page for who has never seen a webhook of MplusKASSA: step by step to the first one. */
export function startPage(survey: Survey): Page {
  const { view } = survey;
  const links = linksFrom(pagePaths.start, view);
  // Nearly as small as a request can be, and known to every release.
  const first = view.events.find(({ name }) => name === "startSession");
  const data = {
    setUp: links.page(mdText`Subscribe`, pagePaths.subscribe, "set-up-the-subscription"),
    report: links.page(mdText`an error report`, pagePaths.subscribe, "when-your-answer-is-at-fault"),
    oneSecret: links.page(
      mdText`One key for both directions`,
      pagePaths.subscribe,
      "one-key-for-both-directions",
    ),
    vectors: links.page(mdText`The signature`, pagePaths.subscribe, "the-signature"),
    languages: startLanguages
      .filter(({ receiver }) => receiver !== undefined)
      .map(({ id, name, needs }) => ({ page: links.page(name, pagePaths.startWith(id)), needs })),
    request: (first && samplesOf(first, survey)[0]?.parts[0]?.block) ?? nothing,
    curl: links.page(mdText`a script with curl`, pagePaths.startWith("curl")),
    errorCodes: errorCodesLink(survey, links),
    events: links.page(mdText`events`, pagePaths.index, "events"),
    next: readNext(survey, links),
  };
  return toPage(
    { path: pagePaths.start, group: "guide", title: mdText`Start here` },
    survey.render("start", data),
  );
}

const errorCodesLink = ({ view }: Survey, links: Links): MarkdownText =>
  view.errorCodes ? links.page(mdText`error codes`, pagePaths.errorCodes) : mdText`error codes`;

function readNext({ view }: Survey, links: Links): MarkdownText[] {
  const subscribe = links.page(mdText`Subscribe`, pagePaths.subscribe);
  const fault = links.page(
    mdText`When your answer is at fault`,
    pagePaths.subscribe,
    "when-your-answer-is-at-fault",
  );
  const releases = links.page(mdText`Releases`, pagePaths.releases);
  return [
    mdText`${subscribe}: everything about requests, answers and signatures, and what nobody has documented`,
    mdText`${fault}: how you learn that a till could not use what you sent (${links.object(view.errorRequest.name)})`,
    mdText`${releases}: what shops with an older release do not have`,
  ];
}
