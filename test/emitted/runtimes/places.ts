/** The header with the number of the case that a request belongs to. */
export const caseHeader = "X-Conformance-Case";

/** Where the app is asked what no till asks: what its receivers have logged, and how they refuse to start. */
export const places = { lines: "/lines", startUp: "/start-up" };
