import type { Verdict } from "../../diff/kinds/kind.js";
import type { Style } from "../../text/style.js";

/** How grave a change is, as it is seen. */
export const verdictStyles: Readonly<Record<Verdict, Style>> = {
  breaking: "error",
  handle: "warning",
  safe: "good",
  docs: "faint",
};
