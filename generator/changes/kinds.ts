import type { Direction } from "../contract/model/model.js";

/** The meanings of a change for an integrator, gravest first. */
export const changeVerdicts = ["breaking", "handle", "safe", "docs"] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

/** Whether a verdict is at least as grave as another. */
export const isAtLeast = (verdict: ChangeVerdict, limit: ChangeVerdict): boolean =>
  changeVerdicts.indexOf(verdict) <= changeVerdicts.indexOf(limit);

/** The meaning of a kind of change in one direction: the verdict, and a line of advice in which `{}` is the detail. */
export type ChangeMeaning = readonly [verdict: ChangeVerdict, advice: string];

/** A kind of change; a direction that it lacks cannot have it. */
type ChangeKind = Readonly<Partial<Record<Direction, ChangeMeaning>>>;

/** A kind that changes documentation only, in both directions. */
const docsOnly = (advice: string): ChangeKind => ({ request: ["docs", advice], response: ["docs", advice] });

/** A kind that means the same in both directions. */
const sameInBoth = (verdict: ChangeVerdict, advice: string): ChangeKind => ({
  request: [verdict, advice],
  response: [verdict, advice],
});

/** More is allowed: the integrator has to be ready for more requests, and may answer more. */
const wider = (request: string, response: string): ChangeKind => ({
  request: ["handle", request],
  response: ["safe", response],
});

/** Less is allowed: that breaks no reader of requests, but an answer that was valid may now be invalid. */
const narrower = (request: string, response: string): ChangeKind => ({
  request: ["safe", request],
  response: ["breaking", response],
});

/** Properties, objects and what people are told of them. */
const properties = {
  "property-added": {
    request: ["safe", "Read it where it helps; it may be missing."],
    response: ["safe", "Set it where it helps."],
  },
  "required-property-added": {
    request: ["safe", "Read it where it helps; it is always there."],
    response: ["breaking", "Set it wherever you answer what holds it."],
  },
  "property-removed": {
    request: ["handle", "It never comes again: do without it."],
    response: ["breaking", "Leave it out of your answers: the POS takes it no more."],
  },
  "required-property-removed": {
    request: ["breaking", "It was always there and never comes again: take what it said from elsewhere."],
    response: ["breaking", "Leave it out of your answers: the POS takes it no more."],
  },
  "property-described": {
    request: ["safe", "It is described now: read it where it helps."],
    response: ["breaking", "It is described now: send what fits that, or leave it out."],
  },
  "property-undescribed": {
    request: ["handle", "It is no longer described: it may be missing, or anything."],
    response: ["safe", "It is no longer described: you may send anything."],
  },
  "property-renamed": {
    request: ["handle", "Read it by its new name; the old one, {}, is still accepted."],
    response: ["handle", "Write it by its new name; the old one, {}, is still accepted."],
  },
  "became-required": {
    request: ["safe", "It is always there now; the branch without it can go."],
    response: ["breaking", "Set it wherever you answer what holds it."],
  },
  "became-optional": {
    request: ["breaking", "It may be missing now: write the branch without it."],
    response: ["safe", "You may leave it out."],
  },
  "in-every-shop": { request: ["safe", "Every shop knows it now."] },
  "not-in-every-shop": { request: ["handle", "Some shops do not know it: expect it to be missing there."] },
  "object-opened": sameInBoth("safe", "It may hold more than is described."),
  "object-closed": {
    request: ["safe", "All that it holds is described now."],
    response: ["breaking", "Send nothing here but what is described."],
  },
  "type-renamed": sameInBoth("handle", "Its type has another name: {}. Change your imports."),
  "legacy-name-added": sameInBoth("safe", "It is read by the spelling {}, too; write the canonical name."),
  "required-legacy-name-added": {
    request: [
      "handle",
      "Shops may spell it {}, which code that is deployed takes as missing: generate and deploy again.",
    ],
  },
  "legacy-name-removed": {
    request: ["handle", "The spelling {} is no longer read as this property."],
    response: ["breaking", "Write the canonical name instead of {}."],
  },
  "planned-added": docsOnly("{} is announced for no release yet; do not rely on it."),
  "planned-withdrawn": docsOnly("{} is no longer announced."),
  "description-changed": docsOnly("Its description has changed: read it again."),
  "setting-changed": docsOnly("The POS setting that it depends on: {}."),
  "provenance-changed": docsOnly("How sure it is has changed: {}."),
  "erratum-added": docsOnly("The vendor's text is in doubt here ({}); see how we read it."),
  "erratum-removed": docsOnly("The doubt {} about the vendor's text is settled."),
} as const satisfies Record<string, ChangeKind>;

/** Every kind of change, and its meaning. */
export const changeKinds = {
  ...properties,

  // Events, what they carry and what they take.
  "event-added": {
    request: ["safe", "Subscribe to it and write a handler if you want it; until then nothing arrives."],
  },
  "event-removed": {
    request: ["breaking", "It never comes again: drop its handler, and do its work elsewhere."],
  },
  "event-in-every-shop": { request: ["safe", "Every shop sends it now: you can rely on it."] },
  "event-not-in-every-shop": { request: ["handle", "Some shops never send it: do not rely on it alone."] },
  "event-unanswerable": {
    response: ["breaking", "No answer works in every shop: narrow the range, or do not answer it."],
  },
  "event-answerable": { response: ["safe", "Answers that work in every shop are possible now."] },
  "polling-required": {
    response: [
      "breaking",
      "Answer `polling` whenever the request says `eventPolling`, or the till polls for ever.",
    ],
  },
  "polling-optional": { response: ["safe", "An answer without `polling` is complete now, too."] },

  // In a request, an object comes and goes as any property does.
  "object-added": { request: properties["property-added"].request },
  "required-object-added": { request: properties["required-property-added"].request },
  "object-removed": { request: properties["property-removed"].request },
  "required-object-removed": { request: properties["required-property-removed"].request },

  "answer-added": { response: ["safe", "Answer it where it helps."] },
  "required-answer-added": { response: ["breaking", "Put it into every answer to these events."] },
  "answer-removed": { response: ["breaking", "Leave it out of your answers: no event takes it any more."] },
  "answer-allowed": { response: ["safe", "You may answer it to these events, too."] },
  "answer-restricted": { response: ["breaking", "Leave it out here: only other events take it now."] },

  "standing-changed": {
    response: ["docs", "How well it is known to work with these events has changed: {}."],
  },

  "error-code-added": {
    request: ["safe", "Give {} a text in what you show or log; unknown codes were possible before."],
    response: ["safe", "You may answer the error code {}."],
  },
  "error-code-removed": {
    request: ["safe", "{} no longer comes; its branch can go."],
    response: ["handle", "Answer another error code than {}."],
  },

  deprecated: docsOnly("It still works; stop using it{}."),
  undeprecated: docsOnly("It is no longer deprecated."),
  "replacement-changed": docsOnly("Its replacement is told differently{}."),
  "note-added": sameInBoth("handle", "Its behaviour changes, though no shape shows it: {}"),
  "note-removed": docsOnly("This no longer applies: {}"),

  // What a value may be: its kind, its enum, its format, its limits.
  "type-changed": sameInBoth("breaking", "It is of another type now: {}."),
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
  "open-enum-value-added": sameInBoth("safe", "{} is described now; unknown values were possible before."),
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
  "text-to-open-enum": sameInBoth("safe", "Its usual values are described now; others are possible still."),
  "enum-value-described": docsOnly("What {} means is told differently."),

  "format-added": narrower("The text is always {} now.", "Send {}: other text is refused."),
  "format-removed": wider("It need not be {} any more.", "You need not send {} any more."),
  "format-changed": {
    request: ["handle", "The text has another format: {}."],
    response: ["breaking", "Send the new format: {}."],
  },
  "format-widened": wider("The text may have more formats: {}.", "You may send more formats: {}."),
  "format-narrowed": narrower("The text has fewer formats: {}.", "Send one of fewer formats: {}."),
  "format-hint-changed": docsOnly("The format that it normally has is told differently: {}."),

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
} as const satisfies Record<string, ChangeKind>;

export type ChangeCode = keyof typeof changeKinds;

/** The meaning of a kind of change in a direction; undefined where it cannot happen there. */
export const getMeaning = (code: ChangeCode, direction: Direction): ChangeMeaning | undefined =>
  (changeKinds[code] as ChangeKind)[direction];
