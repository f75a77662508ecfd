import { narrower, wider, type Kind } from "./kind.js";

/** The limits of numbers, texts and arrays; the detail is the old and the new one. */
export const boundKinds = {
  "minimum-raised": narrower("Small values no longer come ({}).", "Send no less than the new minimum ({})."),
  "minimum-lowered": wider("Smaller values may come ({}).", "You may send smaller values ({})."),
  "maximum-lowered": narrower("Great values no longer come ({}).", "Send no more than the new maximum ({})."),
  "maximum-raised": wider("Greater values may come ({}).", "You may send greater values ({})."),
  "min-length-raised": narrower("Short texts no longer come ({}).", "Send longer texts ({} characters)."),
  "min-length-lowered": wider("Shorter texts may come ({}).", "You may send shorter texts ({} characters)."),
  "max-length-lowered": narrower("Long texts no longer come ({}).", "Shorten your texts ({} characters)."),
  "max-length-raised": wider(
    "Longer texts may come ({}): look at the columns you keep them in.",
    "You may send longer texts ({} characters).",
  ),
  "min-items-raised": narrower("Short lists no longer come ({}).", "Send more items ({})."),
  "min-items-lowered": wider("Shorter lists may come ({}).", "You may send fewer items ({})."),
  "max-items-lowered": narrower("Long lists no longer come ({}).", "Send fewer items ({})."),
  "max-items-raised": wider("Longer lists may come ({}).", "You may send more items ({})."),
} as const satisfies Record<string, Kind>;
