import type { Definitions } from "../../schema/schemas.js";
import type { View } from "../../view/view.js";
import type { Operations } from "../operations.js";
import type { TargetContext } from "../target.js";

/** What documents are made of. */
export interface DocumentSources extends Operations {
  readonly view: View;
  readonly context: TargetContext;
  /** The schemas, as the version of the document writes them. */
  readonly definitions: Definitions;
}
