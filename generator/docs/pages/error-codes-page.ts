import { spanBetween } from "../../time/spans.js";
import type { EnumValueView, EnumView, View } from "../../view/view.js";
import { describeAvailability, toAvailability } from "../availability.js";
import type { Block } from "../blocks/block.js";
import { bullets } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { listFacts } from "../prose/facts.js";
import { erratumText, questionText } from "../prose/prose-text.js";
import { listUsages } from "../prose/used-by.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of the known error codes. */
export const errorCodesPage = (
  { name, prose, open, values }: EnumView,
  survey: Survey,
  words: Words,
): Page => ({
  path: pagePaths.errorCodes,
  group: "reference",
  ...words.page("error-codes", {
    description: prose.description,
    open,
    usages: bullets(listUsages(name === undefined ? [] : survey.usages.get(name))),
    codes: values.flatMap((code) => codeBlocks(code, survey.view, words)),
    remarks: bullets([
      ...listFacts(prose),
      ...prose.errata.map(erratumText),
      ...(survey.questions.get(name ?? "") ?? []).map(questionText),
    ]),
  }),
});

/** A section each, so that a log or a colleague can point at one. */
const codeBlocks = (
  { value, since, description = "", advice = "" }: EnumValueView,
  { fleet }: View,
  words: Words,
): readonly Block[] =>
  words.part("error-codes", "code", {
    code: value,
    availability: describeAvailability(toAvailability(spanBetween(since, undefined), fleet)),
    cause: description,
    cure: advice,
  });
