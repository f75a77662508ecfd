import type { TextView } from "../view/view.js";
import { within, type Filling } from "./fill.js";

/** Values that are the same wherever they stand. */
export interface PlainValues {
  readonly boolean: boolean;
  /** A number, and the length of a list whose items are known, where its bounds let it. */
  readonly size: number;
  readonly text: (text: TextView) => string;
}

/** Fills with values that are the same wherever they stand; of an enum it is the first. */
export const fillPlainly = ({ boolean, size, text }: PlainValues): Pick<Filling, "count" | "leaf"> => ({
  count: () => size,
  leaf: (kind) => {
    switch (kind.kind) {
      case "boolean":
        return boolean;
      case "number":
        return within(size, kind.minimum, kind.maximum);
      case "text":
        return text(kind);
      case "enum":
        // An open enum may have no known value: then it is any text.
        return kind.enum.values[0]?.value ?? "";
    }
  },
});
