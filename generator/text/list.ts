/** A list in words: `a`, `a or b`, `a, b or c`. */
export const listWords = (parts: readonly string[], conjunction: "and" | "or"): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${conjunction} ${parts.at(-1) ?? ""}`;
