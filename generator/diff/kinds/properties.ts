import { alike, told, type Kind } from "./kind.js";

/** Properties, objects and what people are told of them. */
export const propertyKinds = {
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
  "object-opened": alike("safe", "It may hold more than is described."),
  "object-closed": {
    request: ["safe", "All that it holds is described now."],
    response: ["breaking", "Send nothing here but what is described."],
  },
  "type-renamed": alike("handle", "Its type has another name: {}. Change your imports."),
  "legacy-name-added": alike("safe", "It is read by the spelling {}, too; write the canonical name."),
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
  "planned-added": told("{} is announced for no release yet; do not rely on it."),
  "planned-withdrawn": told("{} is no longer announced."),
  "description-changed": told("Its description has changed: read it again."),
  "setting-changed": told("The POS setting that it depends on: {}."),
  "provenance-changed": told("How sure it is has changed: {}."),
  "erratum-added": told("The vendor's text is in doubt here ({}); see how we read it."),
  "erratum-removed": told("The doubt {} about the vendor's text is settled."),
} as const satisfies Record<string, Kind>;
