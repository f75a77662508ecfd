/** What all requests of these tests have. */
export const event = {
  eventBlocking: true,
  eventCounter: 1,
  eventTimestamp: "2024-09-12T14:26:50.004+02:00",
};

/** The till that they come from. */
export const sender = {
  branchNumber: 1,
  workplaceNumber: 2,
  instanceId: "i",
  paymentStarted: false,
  productName: "p",
};

/** The sale at hand. */
export const session = { sessionId: "s", lines: [] };

/** A request of `scanCode`, of which every release has all. */
export const scan = { event, sender, session, scanCode: { scannedCode: "1", codeType: "rfid" } };
