import type { Direction } from "../../model/model.js";
import type { Claim, Sentence } from "../claim.js";
import type { Block } from "../pages/page.js";
import type { Remark } from "../reading.js";

/** A section that describes an object. */
export interface ObjectSection {
  readonly side: Direction;
  readonly object: string;
  readonly blocks: readonly Block[];
  /** The objects of all sections of this side. */
  readonly objects: ReadonlySet<string>;
  /** Makes a sentence of a text of this section. */
  readonly quote: (text: string, line: number) => Sentence;
}

/** What a part of a page says. */
export interface Said {
  readonly claims: readonly Claim[];
  readonly remarks: readonly Remark[];
  /** How many rows, items and sentences it has. */
  readonly count: number;
}
