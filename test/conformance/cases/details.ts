import { answered, nothing, recognized, refused } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";

/** Events that say nothing without an object of their own, and of which it is documented that they carry it. */
const ownObjects: Readonly<Record<string, string>> = {
  addSessionLine: "addSessionLine",
  customAction: "customAction",
  kitchenCompleteCourse: "course",
  kitchenServeCourse: "course",
  kitchenStartCourse: "course",
  mergeSession: "mergeSession",
  pollExternalPayment: "externalPayment",
  removeSessionLine: "removeSessionLine",
  requestCancelExternalPayment: "externalPayment",
  scanCode: "scanCode",
  selectRelation: "selectRelation",
  startExternalPayment: "externalPayment",
};

const without = (value: object, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));

const invalid = (message: string) => refused("INVALID_DATA", message);

export const detailCases: readonly Case[] = [
  ...Object.entries(ownObjects).map(([event, object]): Case => ({
    name: `${event} without its ${object} has no details`,
    request: post({ event, body: eventOf({}) }),
    answer: refused("NO_EVENT_DETAILS", `/${object}: "${object}" is missing.`),
  })),
  {
    name: "an object that nobody documented for its event may be missing",
    request: post({ event: "updateSessionLine", body: eventOf({}, { eventCounter: 1042 }) }),
    handler: () => ({}),
    answer: nothing,
  },
  {
    name: "a scan without its code has its own error",
    request: post({ body: eventOf({ scanCode: { codeType: "barcode" } }) }),
    answer: refused("NO_SCANNED_CODE", '/scanCode/scannedCode: "scannedCode" is missing in "scanCode".'),
  },
  {
    name: "a scan without the type of its code is not what it should be",
    request: post({ body: eventOf({ scanCode: { scannedCode: "1" } }) }),
    answer: invalid('/scanCode/codeType: "codeType" is missing in "scanCode".'),
  },
  {
    name: "a scan that is null is not what it should be",
    request: post({ body: eventOf({ scanCode: null }) }),
    answer: invalid('/scanCode: "scanCode" must be an object.'),
  },
  {
    name: "a scan that is a list is not what it should be",
    request: post({ body: eventOf({ scanCode: [] }) }),
    answer: invalid('/scanCode: "scanCode" must be an object.'),
  },
  ...["event", "sender", "session"].map((name): Case => ({
    name: `a scan without ${name} is not what it should be`,
    request: post({ body: without(scan(), name) }),
    answer: invalid(`/${name}: "${name}" is missing.`),
  })),
  {
    name: "a format is a hint, over which no till need stand still",
    request: post({ body: scan({ sender: { branchNumber: 1, workplaceNumber: 2, instanceId: "none" } }) }),
    answer: recognized,
  },
  {
    name: "a time that is none is let through like other formats",
    request: post({ body: scan({}, { eventTimestamp: "yesterday" }) }),
    answer: recognized,
  },
  {
    name: "a truth in quotes is not what it should be",
    request: post({ body: scan({}, { eventBlocking: "true" }) }),
    answer: invalid('/event/eventBlocking: "event.eventBlocking" must be a boolean.'),
  },
  {
    name: "a relation that was deselected may be null",
    request: post({ event: "selectRelation", body: eventOf({ selectRelation: null }) }),
    handler: ({ request }) => ({ message: [{ message: JSON.stringify(request["selectRelation"]) }] }),
    answer: answered({ message: [{ message: "null" }] }),
  },
  {
    name: "a relation that was deselected may be null one level down",
    request: post({ event: "selectRelation", body: eventOf({ selectRelation: { relation: null } }) }),
    handler: ({ request }) => ({ message: [{ message: JSON.stringify(request["selectRelation"]) }] }),
    answer: answered({ message: [{ message: '{"relation":null}' }] }),
  },
  {
    name: "another event's object is null only where the spec says so",
    request: post({ event: "customAction", body: eventOf({ customAction: null }) }),
    answer: invalid('/customAction: "customAction" must be an object.'),
  },
  {
    name: "a background poll needs no session",
    request: post({ event: "backgroundPoll", body: without(eventOf({}), "session") }),
    answer: nothing,
  },
  {
    name: "a dialog's choice comes with the event that asked",
    request: post({ body: scan({ dialog: { selectedDialogOptionIds: [2, 5] } }) }),
    handler: ({ request }) => ({ message: [{ message: JSON.stringify(request["dialog"]) }] }),
    answer: answered({ message: [{ message: '{"selectedDialogOptionIds":[2,5]}' }] }),
  },
  {
    name: "a form's entries come with the event that asked",
    request: post({ body: scan({ form: { id: "gift", fields: [{ id: "name", value: "Zoë" }] } }) }),
    handler: ({ request }) => ({ message: [{ message: JSON.stringify(request["form"]) }] }),
    answer: answered({ message: [{ message: '{"id":"gift","fields":[{"id":"name","value":"Zoë"}]}' }] }),
  },
];
