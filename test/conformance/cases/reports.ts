import { nothing, refusal, refused } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";
import { otherSecret } from "../signature.js";

const report = { error: { code: "INVALID_LINE_ID", message: "There is no such line." }, original: scan() };

export const reportCases: readonly Case[] = [
  {
    name: "a report of the till's is taken note of",
    request: post({ body: report }),
    handler: () => ({ scanCode: { recognized: true } }),
    answer: nothing,
  },
  {
    name: "a report is taken note of where nobody listens",
    setup: "without handlers",
    request: post({ body: report }),
    answer: nothing,
  },
  {
    name: "a report with the envelope of an event is taken note of",
    request: post({ body: { ...eventOf({}), ...report } }),
    answer: nothing,
  },
  {
    name: "a report on any event is taken note of",
    request: post({ event: "completeSession", body: { ...report, original: eventOf({}) } }),
    answer: nothing,
  },
  {
    name: "a report with an error that we do not know is taken note of",
    request: post({ body: { ...report, error: { code: "NEW_IN_V99", message: "Unheard of." } } }),
    answer: nothing,
  },
  {
    name: "a report without a code is not what it should be",
    request: post({ body: { ...report, error: { message: "x" } } }),
    answer: refused("INVALID_DATA", '/error/code: "code" is missing in "error".'),
  },
  {
    name: "a report whose error is a text is not what it should be",
    request: post({ body: { ...report, error: "INVALID_LINE_ID" } }),
    answer: refused("INVALID_DATA", '/error: "error" must be an object.'),
  },
  {
    name: "a report whose error is null is not what it should be",
    request: post({ body: { ...report, error: null } }),
    answer: refused("INVALID_DATA", '/error: "error" must be an object.'),
  },
  {
    name: "a report that nobody can take is a fault of ours",
    request: post({ body: report }),
    handler: () => {
      throw new Error("the notebook is full");
    },
    answer: refusal.failed(),
  },
  {
    name: "a report needs a signature",
    request: post({ body: report, key: otherSecret }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a report on an unknown event is not looked at",
    request: post({ event: "nothing", body: report }),
    answer: refusal.unknownEvent(),
  },
];
