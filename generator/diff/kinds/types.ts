import { alike, narrower, told, wider, type Kind } from "./kind.js";

/** What a value may be: its kind, its enum, its format, its limits. */
export const typeKinds = {
  "type-changed": alike("breaking", "It is of another type now: {}."),
  "alternative-added": {
    request: ["breaking", "It may now be {}, too: write the branch for that."],
    response: ["safe", "You may send {}, too."],
  },
  "alternative-removed": narrower("It is never {} any more.", "Do not send {} here any more."),
  "null-allowed": {
    request: ["breaking", "It may be null now: write the branch for that."],
    response: ["safe", "You may send null."],
  },
  "null-refused": narrower("It is never null any more.", "Leave it out where you sent null."),
  "type-unknown": { request: ["breaking", "It may be anything: check it before you use it."] },
  "type-known": { request: ["safe", "It is described now, in every shop."] },
  "integer-to-number": {
    request: ["handle", "It may have decimals now."],
    response: ["safe", "You may send decimals."],
  },
  "number-to-integer": narrower("It has no decimals any more.", "Round it: decimals are refused."),
  "integer-to-64-bit": wider(
    "It may be larger than 32 bits hold: look at the columns you keep it in.",
    "You may send 64-bit integers.",
  ),
  "integer-from-64-bit": narrower("It fits 32 bits now.", "Send no integer larger than 32 bits hold."),
  "array-emptied": {
    request: ["handle", "It is always empty."],
    response: ["breaking", "Send it empty, or leave it out: no item works."],
  },
  "array-filled": wider("It may have items now.", "You may send items."),

  "enum-value-added": wider("Handle the new value {}.", "You may send {}."),
  "enum-value-removed": narrower("{} no longer comes; its branch can go.", "Send another value than {}."),
  "open-enum-value-added": alike("safe", "{} is described now; unknown values were possible before."),
  "open-enum-value-removed": {
    request: ["safe", "{} is no longer described."],
    response: ["handle", "{} is no longer described: the POS may not understand it."],
  },
  "enum-opened": wider(
    "Values that nobody described may come: write a default branch.",
    "Others may work, too.",
  ),
  "enum-closed": narrower("No other values come any more.", "Send one of the described values."),
  "enum-to-text": wider("Other text may come now: write a default branch.", "You may send other text, too."),
  "text-to-enum": narrower("Only certain values come now.", "Send one of the described values."),
  "open-enum-to-text": {
    request: ["safe", "Its values are no longer described; unknown ones were possible before."],
    response: ["handle", "Its values are no longer described: the POS may not understand them."],
  },
  "text-to-open-enum": alike("safe", "Its usual values are described now; others are possible still."),
  "enum-value-described": told("What {} means is told differently."),

  "format-added": narrower("The text is always {} now.", "Send {}: other text is refused."),
  "format-removed": wider("It need not be {} any more.", "You need not send {} any more."),
  "format-changed": {
    request: ["handle", "The text has another format: {}."],
    response: ["breaking", "Send the new format: {}."],
  },
  "format-widened": wider("The text may have more formats: {}.", "You may send more formats: {}."),
  "format-narrowed": narrower("The text has fewer formats: {}.", "Send one of fewer formats: {}."),
  "format-hint-changed": told("The format that it normally has is told differently: {}."),

  // The detail of a limit is the old and the new one.
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
