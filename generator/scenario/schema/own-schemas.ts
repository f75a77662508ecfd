import type { JsonSchema } from "../../spec/ajv.js";
import type { Fault } from "../../till/api/till.js";

/** What a scenario has that is not the contract's: its frame, what a user does, and what is held. */

/** A name of a value, or of an answer that is remembered. */
export const nameSchema = {
  type: "string",
  pattern: "^[A-Za-z_][A-Za-z0-9_-]*$",
  $comment: "a name of letters, digits, - and _ that begins with a letter",
};

const text = (description: string): JsonSchema => ({ description, type: "string" });

export const frameSchemas = {
  name: text("What it is called in reports. Default: the name of its file."),
  description: text("What it shows."),
  needs: text("What an integration has to do for it, in a sentence."),
  release: {
    description: 'The release that the shop runs, in quotes: "58.1". Default: the newest known one.',
    type: "string",
    pattern: "^v?\\d{1,4}(\\.\\d{1,4}){0,2}$",
    $comment: 'a release in quotes: "58.1"',
  },
  values: {
    description:
      "Values by their names: ${name} stands for one in any step, and --set name=value gives it another.",
    type: "object",
    propertyNames: nameSchema,
  },
} as const satisfies Record<string, JsonSchema>;

export const eventSetUpSchema: JsonSchema = {
  type: "object",
  properties: {
    blocking: { description: "Whether the till waits for the answer.", type: "boolean" },
    polling: {
      description: "Whether the till asks again until the answer says that it is finished.",
      type: "boolean",
    },
  },
  additionalProperties: false,
};

const option = { type: ["string", "integer"] };

/** What a user of the till does. */
export const actSchemas = {
  choose: {
    description:
      "Chooses options of the dialog that is open, by name or id: one, or a list. An empty list confirms without a choice.",
    anyOf: [option, { type: "array", items: option }],
  },
  fill: {
    description:
      "Fills in the form that is open and sends it: texts by the ids of their fields, lists where several can be chosen.",
    type: "object",
    additionalProperties: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
  },
  scan: {
    description: "Scans a code.",
    anyOf: [
      { type: "string" },
      {
        type: "object",
        required: ["code"],
        properties: { code: text("What was scanned."), codeType: text("What kind of code it is.") },
        additionalProperties: false,
      },
    ],
  },
  cancel: {
    description: "Closes what is open, or wants out of what the till is waiting for. It has no value.",
    type: ["null", "object"],
    properties: {},
    additionalProperties: false,
  },
  wait: {
    description:
      "Lets time pass: 500ms, 30s, 10m or 1h. The till polls meanwhile; ends early when nothing is left to do.",
    type: "string",
    pattern: "^\\d+(\\.\\d+)?(ms|s|m|h)$",
    $comment: "a time: 500ms, 30s, 10m or 1h",
  },
} as const satisfies Record<string, JsonSchema>;

/** What may be expected besides parts of the answer. */
export const heldSchemas = {
  refused: text("The till cannot use the answer: a part of the sentence that says why, or its code."),
  failed: {
    description: "The receiver says that it failed, with this status.",
    type: "integer",
    minimum: 100,
    maximum: 599,
  },
  silent: text("No answer comes: a part of the sentence that says why, or its code."),
  log: text("A part of what the receiver logs. Only held where it runs in the same process as the scenario."),
  session: {
    description: "A part of the sale as it is at the till afterwards.",
    type: "object",
    properties: {
      sessionId: text("Its id."),
      lines: { description: "Its lines.", type: "array", items: { type: "object" } },
      payments: { description: "Its payments.", type: "array", items: { type: "object" } },
      relation: { description: "The customer that is selected.", type: ["object", "null"] },
      table: { description: "Its table.", type: ["object", "null"] },
      ended: { description: "Whether it was paid, cancelled or merged.", type: "boolean" },
      locked: { description: "Whether nothing in it may be changed.", type: "boolean" },
      lockedForAdditions: { description: "Whether nothing may be added to it.", type: "boolean" },
      open: { description: "What is open on the screen and waits for the user.", type: ["object", "null"] },
      printed: {
        description: "What was printed, the oldest first.",
        type: "array",
        items: { type: "object" },
      },
      shown: { description: "What answers said for the screen alone: the latest of each.", type: "object" },
    },
    additionalProperties: false,
  },
} as const satisfies Record<string, JsonSchema>;

const faults: Readonly<Record<Fault, string>> = {
  slow: "the body arrives in small pieces, over seconds",
  gone: "the till hangs up before the answer",
  twice: "the same bytes come twice",
  late: "the request arrives only after the next one",
  newer: "the request has properties and values that no known release has",
};

export const faultSchema: JsonSchema = {
  description: `What goes wrong on the way: ${Object.entries(faults)
    .map(([name, meaning]) => `${name} (${meaning})`)
    .join(", ")}.`,
  type: "string",
  enum: Object.keys(faults),
};
