export const caseHeader = "X-Conformance-Case";

export const places = { lines: "/lines", startUp: "/start-up" };
