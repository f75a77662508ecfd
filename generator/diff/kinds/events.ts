import { alike, told, type Kind } from "./kind.js";
import { propertyKinds } from "./properties.js";

/** Events, what they carry and what they take. */
export const eventKinds = {
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
  "object-added": { request: propertyKinds["property-added"].request },
  "required-object-added": { request: propertyKinds["required-property-added"].request },
  "object-removed": { request: propertyKinds["property-removed"].request },
  "required-object-removed": { request: propertyKinds["required-property-removed"].request },

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

  deprecated: told("It still works; stop using it{}."),
  undeprecated: told("It is no longer deprecated."),
  "replacement-changed": told("Its replacement is told differently{}."),
  "note-added": alike("handle", "Its behaviour changes, though no shape shows it: {}"),
  "note-removed": told("This no longer applies: {}"),
} as const satisfies Record<string, Kind>;
