import type { Token } from "./parser.js";

/** What a reader sees of some tokens. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (children !== null) return textOf(children);
      return type === "softbreak" || type === "hardbreak" ? " " : content;
    })
    .join("");
