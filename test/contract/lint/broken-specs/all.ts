import { answerCases } from "./answers.js";
import { completenessCases } from "./completeness.js";
import { dialectCases } from "./dialect.js";
import { eraCases } from "./eras.js";
import { exampleCases } from "./examples.js";
import { historyCases } from "./history.js";
import { linkCases } from "./links.js";
import { besideCases } from "./docs/beside.js";
import { flowCases } from "./docs/flows.js";
import { nameCases } from "./names.js";
import { protocolCases } from "./protocol.js";
import { standingCases } from "./standings.js";
import { taskCases } from "./docs/tasks.js";
import { textCases } from "./text.js";

export const lintCases = {
  "as text": textCases,
  "in the dialect": dialectCases,
  "in links": linkCases,
  "in flows": flowCases,
  "in names": nameCases,
  "in history": historyCases,
  "in eras": eraCases,
  "in answers": answerCases,
  "in what is said of the protocol": protocolCases,
  "in what is said of events, answers and products": standingCases,
  "in examples": exampleCases,
  "in what it leaves out": completenessCases,
  "beside the contract": besideCases,
  "in tasks and settings": taskCases,
};
