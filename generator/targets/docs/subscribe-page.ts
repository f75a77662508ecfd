import type { OutputFile } from "../target.js";
import { linksFrom, pagePaths } from "./links.js";
import { mdText } from "./markdown.js";
import { pageFile, type Site } from "./site.js";

/** The page on the protocol itself: the set-up, the signature, and how requests and answers go to and fro. */
export function subscribePage(site: Site): OutputFile {
  const { errorRequest, errorCodes } = site.view;
  const links = linksFrom(pagePaths.subscribe, site.view);
  const data = {
    index: links.index,
    events: links.page(mdText`events`, pagePaths.index, "events"),
    errorRequest: links.object(errorRequest.name),
    errorCodes: errorCodes ? links.page(mdText`error codes`, pagePaths.errorCodes) : mdText`error codes`,
  };
  return pageFile(pagePaths.subscribe, site.render("subscribe", data));
}
