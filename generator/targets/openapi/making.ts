import type { View } from "../../view/view.js";
import type { Operations } from "../operations.js";
import type { TargetContext } from "../target.js";

/** What documents are made of. */
export interface Making extends Operations {
  readonly view: View;
  readonly context: TargetContext;
}
