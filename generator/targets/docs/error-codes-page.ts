import { toMarkdownText } from "../../print/text.js";
import type { EnumView } from "../../version/view.js";
import type { OutputFile } from "../target.js";
import { valueRows } from "./enums-page.js";
import { factsOf } from "./facts.js";
import { linksFrom, pagePaths } from "./links.js";
import { mdText, nothing } from "./markdown.js";
import { erratumText } from "./prose-text.js";
import { pageFile, type Site } from "./site.js";
import { usedBy } from "./used-by.js";

/** The page of the known error codes. */
export function errorCodesPage(codes: EnumView, site: Site): OutputFile {
  const links = linksFrom(pagePaths.errorCodes, site.view);
  const data = {
    index: links.index,
    description: toMarkdownText(codes.prose.description),
    open: codes.open
      ? mdText`The list is open: treat a code that you do not know like any other error.`
      : nothing,
    usages: usedBy(site.usages.get(codes.name ?? "") ?? [], links),
    values: valueRows(codes),
    remarks: [...factsOf(codes.prose), ...codes.prose.errata.map(erratumText)],
  };
  return pageFile(pagePaths.errorCodes, site.render("error-codes", data));
}
