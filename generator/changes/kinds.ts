import type { Direction } from "../contract/model/model.js";

/** The verdicts for an integrator, gravest first. */
export const changeVerdicts = ["breaking", "handle", "safe", "docs"] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

export const isAtLeast = (verdict: ChangeVerdict, limit: ChangeVerdict): boolean =>
  changeVerdicts.indexOf(verdict) <= changeVerdicts.indexOf(limit);

/** The verdict in one direction, and a line of advice with `{}` for the detail. */
export type ChangeMeaning = readonly [verdict: ChangeVerdict, advice: string];

/** A kind of change. It cannot occur in a missing direction. */
type ChangeKind = Readonly<Partial<Record<Direction, ChangeMeaning>>>;

const docsOnly = (advice: string): ChangeKind => ({ request: ["docs", advice], response: ["docs", advice] });

const sameInBoth = (verdict: ChangeVerdict, advice: string): ChangeKind => ({
  request: [verdict, advice],
  response: [verdict, advice],
});

/** More is allowed: requests may contain more, and answers may too. */
const wider = (request: string, response: string): ChangeKind => ({
  request: ["handle", request],
  response: ["safe", response],
});

/** Less is allowed: readers of requests still work, but an answer that was valid may become invalid. */
const narrower = (request: string, response: string): ChangeKind => ({
  request: ["safe", request],
  response: ["breaking", response],
});

const properties = {
  "property-added": {
    request: ["safe", "Use it if it helps; it may be missing."],
    response: ["safe", "Set it if it helps."],
  },
  "required-property-added": {
    request: ["safe", "Use it if it helps; it is always present."],
    response: ["breaking", "Set it in every answer that has its parent."],
  },
  "property-removed": {
    request: ["handle", "It is no longer sent; stop using it."],
    response: ["breaking", "Remove it from your answers; the POS no longer accepts it."],
  },
  "required-property-removed": {
    request: ["breaking", "It was always present and is no longer sent; get its value from elsewhere."],
    response: ["breaking", "Remove it from your answers; the POS no longer accepts it."],
  },
  "property-described": {
    request: ["safe", "The spec describes it now; use it if it helps."],
    response: ["breaking", "The spec describes it now; send a valid value, or leave it out."],
  },
  "property-undescribed": {
    request: ["handle", "It is no longer documented; it may be missing or have any value."],
    response: ["safe", "It is no longer documented; you may send anything."],
  },
  "property-renamed": {
    request: ["handle", "Read it by its new name; the old one, {}, still works."],
    response: ["handle", "Write its new name; the old one, {}, still works."],
  },
  "became-required": {
    request: ["safe", "It is always present now; you can remove the code that handles its absence."],
    response: ["breaking", "Set it in every answer that has its parent."],
  },
  "became-optional": {
    request: ["breaking", "It may be missing now; handle its absence."],
    response: ["safe", "You may leave it out."],
  },
  "in-every-shop": { request: ["safe", "Every shop supports it now."] },
  "not-in-every-shop": {
    request: ["handle", "Some shops do not support it; expect it to be missing there."],
  },
  "object-opened": sameInBoth("safe", "It may have undocumented properties."),
  "object-closed": {
    request: ["safe", "The spec describes all its properties now."],
    response: ["breaking", "Send only documented properties here."],
  },
  "type-renamed": sameInBoth("handle", "Its type is renamed: {}. Change your imports."),
  "legacy-name-added": sameInBoth("safe", "The spelling {} is accepted, too; write the canonical name."),
  "required-legacy-name-added": {
    request: [
      "handle",
      "Shops may spell it {}, which deployed code treats as missing; regenerate and redeploy.",
    ],
  },
  "legacy-name-removed": {
    request: ["handle", "The spelling {} no longer works for this property."],
    response: ["breaking", "Write the canonical name instead of {}."],
  },
  "planned-added": docsOnly("{} is announced, but not for a release yet; do not rely on it."),
  "planned-withdrawn": docsOnly("{} is no longer announced."),
  "description-changed": docsOnly("Its description has changed; read it again."),
  "setting-changed": docsOnly("The POS setting that it depends on is now: {}."),
  "provenance-changed": docsOnly("Its certainty has changed: {}."),
  "erratum-added": docsOnly("The vendor's text is in doubt here ({}); see our reading of it."),
  "erratum-removed": docsOnly("The doubt about the vendor's text ({}) is settled."),
} as const satisfies Record<string, ChangeKind>;

export const changeKinds = {
  ...properties,

  // Events, their properties and answers.
  "event-added": { request: ["safe", "To receive it, subscribe to it and write a handler."] },
  "event-removed": {
    request: ["breaking", "It is no longer sent; remove its handler and do its work elsewhere."],
  },
  "event-in-every-shop": { request: ["safe", "Every shop sends it now; you can rely on it."] },
  "event-not-in-every-shop": { request: ["handle", "Some shops never send it; do not rely on it alone."] },
  "event-unanswerable": {
    response: ["breaking", "No answer works in every shop; narrow the range, or leave the event unanswered."],
  },
  "event-answerable": { response: ["safe", "Some answers now work in every shop."] },
  "polling-required": {
    response: [
      "breaking",
      "Answer with `polling` whenever the request has `eventPolling`, or the POS polls forever.",
    ],
  },
  "polling-optional": { response: ["safe", "Answers may now omit `polling`."] },

  // In a request, objects are added and removed like properties.
  "object-added": { request: properties["property-added"].request },
  "required-object-added": { request: properties["required-property-added"].request },
  "object-removed": { request: properties["property-removed"].request },
  "required-object-removed": { request: properties["required-property-removed"].request },

  "answer-added": { response: ["safe", "Use it in answers if it helps."] },
  "required-answer-added": { response: ["breaking", "Include it in every answer to these events."] },
  "answer-removed": { response: ["breaking", "Remove it from your answers; no event accepts it any more."] },
  "answer-allowed": { response: ["safe", "You may use it in answers to these events, too."] },
  "answer-restricted": { response: ["breaking", "Remove it here; only other events accept it now."] },

  "standing-changed": { response: ["docs", "The evidence that it works with these events has changed: {}."] },

  "error-code-added": {
    request: [
      "safe",
      "If you show or log a text for each code, add one for {}; unknown codes were possible before.",
    ],
    response: ["safe", "You may answer with the error code {}."],
  },
  "error-code-removed": {
    request: ["safe", "{} is no longer sent; you can remove its branch."],
    response: ["handle", "Answer with an error code other than {}."],
  },

  deprecated: docsOnly("It still works; stop using it{}."),
  undeprecated: docsOnly("It is no longer deprecated."),
  "replacement-changed": docsOnly("Its replacement has changed{}."),
  "note-added": sameInBoth("handle", "Its behavior changes, although its type does not: {}"),
  "note-removed": docsOnly("This no longer applies: {}"),

  // Values: kind, enum, format, limits.
  "type-changed": sameInBoth("breaking", "Its type has changed: {}."),
  "alternative-added": {
    request: ["breaking", "It may also be {} now; handle that case."],
    response: ["safe", "You may also send {}."],
  },
  "alternative-removed": narrower("It is never {} any more.", "Stop sending {} here."),
  "null-allowed": {
    request: ["breaking", "It may be null now; handle that case."],
    response: ["safe", "You may send null."],
  },
  "null-refused": narrower("It is never null any more.", "Leave it out instead of sending null."),
  "type-unknown": { request: ["breaking", "It may be anything; check it before you use it."] },
  "type-known": { request: ["safe", "The spec describes it now, for every shop."] },
  "integer-to-number": {
    request: ["handle", "It may have decimals now."],
    response: ["safe", "You may send decimals."],
  },
  "number-to-integer": narrower("It no longer has decimals.", "Round it; decimals are rejected."),
  "integer-to-64-bit": wider(
    "It may exceed 32 bits; check the columns that store it.",
    "You may send 64-bit integers.",
  ),
  "integer-from-64-bit": narrower("It fits in 32 bits now.", "Send only integers that fit in 32 bits."),
  "array-emptied": {
    request: ["handle", "It is always empty."],
    response: ["breaking", "Send it empty or leave it out; no item is valid."],
  },
  "array-filled": wider("It may have items now.", "You may send items."),

  "enum-value-added": wider("Handle the new value {}.", "You may send {}."),
  "enum-value-removed": narrower(
    "{} is no longer sent; you can remove its branch.",
    "Send a value other than {}.",
  ),
  "open-enum-value-added": sameInBoth("safe", "The spec lists {} now; unknown values were possible before."),
  "open-enum-value-removed": {
    request: ["safe", "{} is no longer documented."],
    response: ["handle", "{} is no longer documented; the POS may not understand it."],
  },
  "enum-opened": wider(
    "Undocumented values are possible; write a default branch.",
    "Other values may work, too.",
  ),
  "enum-closed": narrower("Other values are no longer sent.", "Send one of the documented values."),
  "enum-to-text": wider(
    "Other text is possible now; write a default branch.",
    "You may send other text, too.",
  ),
  "text-to-enum": narrower("Only certain values are sent now.", "Send one of the documented values."),
  "open-enum-to-text": {
    request: ["safe", "Its values are no longer documented; unknown ones were possible before."],
    response: ["handle", "Its values are no longer documented; the POS may not understand them."],
  },
  "text-to-open-enum": sameInBoth("safe", "The spec lists its usual values now; others are still possible."),
  "enum-value-described": docsOnly("The description of {} has changed."),

  "format-added": narrower(
    "Its format is always {} now.",
    "Send text in the format {}; other text is rejected.",
  ),
  "format-removed": wider(
    "Its format need not be {} any more.",
    "You may send text in formats other than {}.",
  ),
  "format-changed": {
    request: ["handle", "Its format has changed: {}."],
    response: ["breaking", "Send the new format: {}."],
  },
  "format-widened": wider("It may have more formats: {}.", "You may send more formats: {}."),
  "format-narrowed": narrower("It has fewer formats: {}.", "Send one of fewer formats: {}."),
  "format-hint-changed": docsOnly("Its usual format has changed: {}."),

  // The detail of a limit is `3, was 1`.
  "minimum-raised": narrower("Small values are no longer sent ({}).", "Send at least the new minimum ({})."),
  "minimum-lowered": wider("Smaller values are possible ({}).", "You may send smaller values ({})."),
  "maximum-lowered": narrower("Large values are no longer sent ({}).", "Send at most the new maximum ({})."),
  "maximum-raised": wider("Larger values are possible ({}).", "You may send larger values ({})."),
  "min-length-raised": narrower("Short texts are no longer sent ({}).", "Send longer texts ({} characters)."),
  "min-length-lowered": wider(
    "Shorter texts are possible ({}).",
    "You may send shorter texts ({} characters).",
  ),
  "max-length-lowered": narrower(
    "Long texts are no longer sent ({}).",
    "Shorten your texts ({} characters).",
  ),
  "max-length-raised": wider(
    "Longer texts are possible ({}); check the columns that store them.",
    "You may send longer texts ({} characters).",
  ),
  "min-items-raised": narrower("Short lists are no longer sent ({}).", "Send more items ({})."),
  "min-items-lowered": wider("Shorter lists are possible ({}).", "You may send fewer items ({})."),
  "max-items-lowered": narrower("Long lists are no longer sent ({}).", "Send fewer items ({})."),
  "max-items-raised": wider("Longer lists are possible ({}).", "You may send more items ({})."),
} as const satisfies Record<string, ChangeKind>;

export type ChangeCode = keyof typeof changeKinds;

/** Undefined if the change cannot happen in this direction. */
export const getMeaning = (code: ChangeCode, direction: Direction): ChangeMeaning | undefined =>
  (changeKinds[code] as ChangeKind)[direction];
