import { showInvisible } from "../../text/quote.js";
import type { MockSize } from "../../examples/mock.js";
import type { Problem } from "../../problem/problem.js";
import type { Result } from "../json/results.js";
import type { Direction } from "../../model/model.js";

/** A body that was made up. */
export interface Mock {
  readonly event: string;
  readonly side: Direction;
  readonly size: MockSize;
  readonly seed: number;
  /** The release or the fleet that it is for. */
  readonly shops: string;
  /** JSON, in which a bigint is a number all the same. */
  readonly body: unknown;
}

/** Formats a body as it goes over the wire, but for its line breaks. */
export const formatMock = ({ body }: Mock): string => `${toJsonText(body)}\n`;

/** Says what a body is. */
export const describeMock = ({ event, side, shops, seed }: Mock): string =>
  side === "request"
    ? `${event}, as a shop of ${shops} could send it; --seed ${seed}.\n`
    : `An answer to ${event} that shops of ${shops} take; --seed ${seed}.\n`;

/** The same for programs, with what it is. */
export const mockToJson = (mock: Mock, warnings: readonly Problem[]): string =>
  `${toJsonText({ ...mock, warnings } satisfies Result<"mock">)}\n`;

/** As `JSON.stringify` writes it, and bigints as numbers with all their digits. */
function toJsonText(value: unknown, indent = ""): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return showInvisible(JSON.stringify(value));
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([name, part]) => `${inner}${isList ? "" : `${JSON.stringify(name)}: `}${toJsonText(part, inner)}`,
  );
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? open + close : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}
