// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { VersionEvidence } from "./infer-version.js";

/** What the releases of the POS added to the requests: 59.3.2 is 59 0003 0002. */
export const versionEvidence: VersionEvidence = {
  events: {
    backgroundPoll: 1600020000,
    cancelExternalPayment: 1100030000,
    customAction: 1100030000,
    pollExternalPayment: 1100030000,
    printBill: 1600020000,
    requestCancelExternalPayment: 1100030000,
    selectRelation: 4300010001,
    startExternalPayment: 1100030000,
  },
  body: {
    properties: {
      customAction: { properties: { longClick: { since: 5900030004 } } },
      event: { properties: { eventPolling: { since: 1100030000 } } },
      externalPayment: { properties: { callbackUrl: { since: 5600000000 } } },
      form: { since: 5900000000 },
      openUrl: { since: 4800000000 },
      sender: {
        properties: {
          browserFamily: { since: 4800000000 },
          browserVersion: { since: 4800000000 },
          deviceType: { since: 4800000000 },
          platformFamily: { since: 4800000000 },
          platformVersion: { since: 4800000000 },
          hasReceiptPrinter: { since: 5700000000 },
        },
      },
    },
  },
};
