/** Stored events in order: three of a session whose first one fails, and two of another session. */
export const stored = [
  ["1a2b3c4d-0000-8000-8000-000000000001", "broken", "startSession"],
  ["1a2b3c4d-0000-8000-8000-000000000002", "broken", "addSessionLine"],
  ["7e8f0000-0000-8000-8000-000000000003", "well", "startSession"],
  ["9a000000-0000-8000-8000-000000000004", "broken", "completeSession"],
  ["9b000000-0000-8000-8000-000000000005", "well", "completeSession"],
].map(([id = "", session = "", event = ""]) => ({
  id,
  key: `shop.${session}`,
  event,
  subscriptionId: "shop-12",
  about: `session ${session}`,
  body: `{"sessionId":"${session}","customer":"Ann \\u0000","total":9007199254740993}`,
  seal: "seal",
}));
