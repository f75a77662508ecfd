import { answerCases } from "./answers.js";
import { asideCases } from "./asides.js";
import { dialectCases } from "./dialect.js";
import { eraCases } from "./eras.js";
import { exampleCases } from "./examples.js";
import { historyCases } from "./history.js";
import type { LintCase } from "./lint-case.js";
import { linkCases } from "./links.js";
import { flowCases } from "./docs/flows.js";
import { foreignKeywordCases } from "./foreign-keywords.js";
import { nameCases } from "./names.js";
import { openQuestionCases } from "./docs/open-questions.js";
import { placeCases } from "./places.js";
import { protocolCases } from "./protocol.js";
import { reviewCases } from "./docs/reviews.js";
import { soapNameCases } from "./drift/soap-names.js";
import { sourceCases } from "./docs/sources.js";
import { standingCases } from "./standings.js";
import { synonymCases } from "./docs/synonyms.js";
import { taskCases } from "./docs/tasks.js";
import { textCases } from "./text.js";

const tables: Readonly<Record<string, readonly LintCase[]>> = {
  "as text": textCases,
  "in the dialect": dialectCases,
  "in foreign keywords": foreignKeywordCases,
  "in places": placeCases,
  "in links": linkCases,
  "in flows": flowCases,
  "in names": nameCases,
  "in history": historyCases,
  "in eras": eraCases,
  "in answers": answerCases,
  "in what no release has": asideCases,
  "in what is said of the protocol": protocolCases,
  "in what is said of events, answers and products": standingCases,
  "in examples": exampleCases,
  "in what is open": openQuestionCases,
  "in what it rests on": sourceCases,
  "in what was reviewed of it": reviewCases,
  "in synonyms": synonymCases,
  "in the names of a WSDL": soapNameCases,
  "in tasks and settings": taskCases,
};

/** Every table of specs that lint refuses, by what is wrong in them. */
export const lintCases = Object.fromEntries(
  Object.entries(tables).map(([subject, cases]) => [
    subject,
    cases.map(({ want, ...rest }) => ({ ...rest, want: [want].flat() })),
  ]),
);
