import { spanBetween } from "../../time/spans.js";
import type { EnumValueView, EnumView, View } from "../../view/view.js";
import { describeAvailability, toAvailability } from "../availability.js";
import type { Block } from "../blocks/block.js";
import { nothing, strong, text } from "../blocks/text.js";
import { bullets, heading, listAfter, section, toBlocks } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { listFacts } from "../prose/facts.js";
import { erratumText, questionText } from "../prose/prose-text.js";
import { listUsages } from "../prose/used-by.js";
import type { Survey } from "../survey/survey.js";

/** The page of the known error codes. */
export const errorCodesPage = ({ name, prose, open, values }: EnumView, survey: Survey): Page => ({
  path: pagePaths.errorCodes,
  group: "reference",
  title: text`Error codes`,
  blocks: toBlocks(
    prose.description,
    open ? text`The list is open: treat a code that you do not know like any other error.` : nothing,
    ...listAfter("Used as:", listUsages(name === undefined ? [] : survey.usages.get(name))),
    ...values.flatMap((code) => codeBlocks(code, survey.view)),
    ...section(
      "Remarks",
      bullets([
        ...listFacts(prose),
        ...prose.errata.map(erratumText),
        ...(survey.questions.get(name ?? "") ?? []).map(questionText),
      ]),
    ),
  ),
});

/** A section each, so that a log or a colleague can point at one. */
const codeBlocks = (code: EnumValueView, { fleet }: View): Block[] =>
  toBlocks(
    heading(2, code.value),
    describeAvailability(toAvailability(spanBetween(code.since, undefined), fleet)),
    text`${strong("Cause")}: ${code.description ?? "Not documented."}`,
    code.advice === undefined ? nothing : text`${strong("Cure")}: ${code.advice}`,
  );
