import { routerPreamble, type TypeGroup } from "./type-group.js";

const about = { output: "48..", preamble: routerPreamble };

export const handlerGroups: readonly TypeGroup[] = [
  {
    ...about,
    title: "a handler answers for its own event",
    accepted: [
      "mount({ scanCode: async () => { if (isKnown) return { lockSession: true }; return; } });",
      "const answer: Types.ScanCodeResponse = { scanCode: { recognized: false } }; mount({ scanCode: () => answer });",
      "mount({ printBill: async (): Promise<Types.WebhookResponses['printBill']> => ({ billFooter: {} }) });",
    ],
    refused: {
      "'never'": ["export const answer: Types.ScanCodeResponse = { receiptFooter: {} };"],
      receiptFooter: [
        "mount({ scanCode: () => ({ receiptFooter: undefined, lockSession: true }) });",
        "const handle = async () => ({ receiptFooter: {} }); mount({ scanCode: handle });",
      ],
    },
  },
  {
    ...about,
    title: "a handler gets the request of its event",
    accepted: [
      "mount({ scanCode: ({ request }) => { isTrue<Same<typeof request, Types.ScanCodeRequest>>(); } });",
      "mount({ scanCode: ({ eventName }) => { isTrue<Same<typeof eventName, 'scanCode'>>(); } });",
      // An open enum accepts any text.
      "mount({ scanCode: ({ request }) => void (request.scanCode.codeType === 'aztec') });",
      "mount({}, ({ error, eventName }) => { const code: string = error.code; void [code, eventName satisfies Types.WebhookEventName]; });",
    ],
    refused: {
      color: ["mount({ scanCode: ({ request }) => void request.scanCode.color });"],
      session: ["mount({ backgroundPoll: ({ request }) => void request.session });"],
      "possibly 'undefined'": ["mount({ scanCode: ({ request }) => void request.dialog.selectedOptions });"],
    },
  },
];
