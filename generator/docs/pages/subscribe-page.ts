import { toPage, type Page } from "../page.js";
import { toMarkdownText } from "../../text/escape.js";
import { linksFrom, pagePaths } from "../prose/links.js";
import { mdText } from "../markdown.js";
import type { Survey } from "../survey/survey.js";

/** The page on the protocol itself: the set-up, the signature, and how requests and answers go to and fro. */
export function subscribePage(survey: Survey): Page {
  const { errorRequest, errorCodes } = survey.view;
  const links = linksFrom(pagePaths.subscribe, survey.view);
  const data = {
    events: links.page(mdText`events`, pagePaths.index, "events"),
    errorRequest: links.object(errorRequest.name),
    flows: survey.model.flows.map((flow) => mdText`${links.flow(flow)}: ${toMarkdownText(flow.description)}`),
    errorCodes: errorCodes ? links.page(mdText`error codes`, pagePaths.errorCodes) : mdText`error codes`,
  };
  return toPage(
    { path: pagePaths.subscribe, group: "guide", title: mdText`Subscribe` },
    survey.render("subscribe", data),
  );
}
