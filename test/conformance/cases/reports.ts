import { nothing, refusal, refused } from "../answers.js";
import { alike, alikeIn, handled, type Case } from "../case.js";
import { eventOf, scan } from "../requests.js";
import { otherSecret } from "../signature.js";

const report = { error: { code: "INVALID_LINE_ID", message: "There is no such line." }, original: scan() };

export const reportCases: readonly Case[] = [
  ...alikeIn("without handlers", nothing, {
    "a report is taken note of where nobody listens": { body: report },
  }),
  ...alike(nothing, {
    "a report with the envelope of an event is taken note of": { body: { ...eventOf({}), ...report } },
    "a report with an error that we do not know is taken note of": {
      body: { ...report, error: { code: "NEW_IN_V99", message: "Unheard of." } },
    },
  }),
  ...alike(refused("INVALID_DATA", '/error: "error" must be an object.'), {
    "a report whose error is a text is not what it should be": {
      body: { ...report, error: "INVALID_LINE_ID" },
    },
  }),
  ...alike(refused("INVALID_DATA", '/error/code: "code" is missing in "error".'), {
    "a report without a code is not what it should be": { body: { ...report, error: { message: "x" } } },
  }),
  ...alike(refusal.wrongSignature(), { "a report needs a signature": { body: report, key: otherSecret } }),
  ...handled({
    "a report of the till's is taken note of": [
      () => ({ scanCode: { recognized: true } }),
      nothing,
      { body: report },
    ],
    "a report that nobody can take is a fault of ours": [
      () => Promise.reject(new Error("the notebook is full")),
      refusal.failed(),
      { body: report },
    ],
  }),
];
