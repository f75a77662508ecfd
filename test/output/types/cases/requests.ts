import type { TypeCase } from "./type-case.js";

/** What a handler is given. */
export const requestCases: readonly TypeCase[] = [
  {
    name: "a handler gets the request of its event",
    code: "mount({ scanCode: ({ request }) => { isTrue<Same<typeof request, Types.ScanCodeRequest>>(); } });",
  },
  {
    name: "another event's handler gets another request",
    code: "mount({ addSessionLine: ({ request }) => { isTrue<Same<typeof request, Types.AddSessionLineRequest>>(); } });",
  },
  {
    name: "a handler knows the name of its event",
    code: "mount({ scanCode: ({ eventName }) => { isTrue<Same<typeof eventName, 'scanCode'>>(); } });",
  },
  {
    name: "a request is no any",
    code: "mount({ scanCode: ({ request }) => void request.scanCode.color });",
    refused: "color",
  },
  {
    name: "a request has no part of another event",
    code: "mount({ startSession: ({ request }) => void request.scanCode });",
    refused: "scanCode",
  },
  {
    name: "a request without a session has none",
    code: "mount({ backgroundPoll: ({ request }) => void request.session });",
    refused: "session",
  },
  {
    name: "an optional part may be missing",
    code: "mount({ scanCode: ({ request }) => void request.dialog.selectedOptions });",
    refused: "possibly 'undefined'",
  },
  {
    name: "an open enum takes any text",
    code: "mount({ scanCode: ({ request }) => void (request.scanCode.codeType === 'aztec') });",
  },
  {
    name: "a report tells its code",
    code: "mount({}, ({ error, eventName }) => { const code: string = error.code; void [code, eventName satisfies Types.WebhookEventName]; });",
  },
].map((entry): TypeCase => ({ range: "48..", ...entry }));
