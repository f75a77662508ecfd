import { toMarkdownText } from "../../text/escape.js";
import type { EnumValueView, EnumView } from "../../view/view.js";
import { toPage, type Page } from "../page.js";
import { factsOf } from "../prose/facts.js";
import { linksFrom, pagePaths } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { erratumText } from "../prose/prose-text.js";
import { lifeSentence } from "../availability.js";
import type { Survey } from "../survey/survey.js";
import { usedBy } from "../prose/used-by.js";

/** The page of the known error codes. */
export function errorCodesPage(codes: EnumView, survey: Survey): Page {
  const links = linksFrom(pagePaths.errorCodes, survey.view);
  const data = {
    description: toMarkdownText(codes.prose.description),
    open: codes.open
      ? mdText`The list is open: treat a code that you do not know like any other error.`
      : nothing,
    usages: usedBy(survey.usages.get(codes.name ?? "") ?? [], links),
    codes: codes.values.map((code) => codeSection(code, survey)),
    remarks: [...factsOf(codes.prose), ...codes.prose.errata.map((erratum) => erratumText(erratum, links))],
  };
  return toPage(
    { path: pagePaths.errorCodes, group: "reference", title: mdText`Error codes` },
    survey.render("error-codes", data),
  );
}

/** A section each, so that a log or a colleague can point at one. */
const codeSection = ({ value, since, description, advice }: EnumValueView, { view }: Survey): object => ({
  title: toMarkdownText(value),
  since: lifeSentence({ since }, view.fleet),
  cause: toMarkdownText(description ?? "Not documented."),
  cure: toMarkdownText(advice ?? ""),
});
