import { answered, nothing, recognized, refused } from "../answers.js";
import { alike, handled, type Case } from "../case.js";
import { eventOf, scan } from "../requests.js";
import type { Handler } from "../stage.js";

const ownObjects: Readonly<Record<string, string>> = {
  addSessionLine: "addSessionLine",
  customAction: "customAction",
  scanCode: "scanCode",
  selectRelation: "selectRelation",
  startExternalPayment: "externalPayment",
};

const without = (value: object, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));

const invalid = (message: string) => refused("INVALID_DATA", message);

const echo =
  (name: string): Handler =>
  ({ request }) => ({ message: [{ message: JSON.stringify(request[name]) }] });
const said = (value: unknown) => answered({ message: [{ message: JSON.stringify(value) }] });
const chosen = { selectedDialogOptionIds: [2, 5] };

export const detailCases: readonly Case[] = [
  ...Object.entries(ownObjects).flatMap(([event, object], index) =>
    alike(refused("NO_EVENT_DETAILS", `/${object}: "${object}" is missing.`), {
      [`${event} without its ${object} has no details`]: {
        event,
        body: eventOf({}, { eventCounter: 2100 + index }),
      },
    }),
  ),
  ...["event", "sender", "session"].flatMap((name) =>
    alike(invalid(`/${name}: "${name}" is missing.`), {
      [`a scan without ${name} is not what it should be`]: { body: without(scan(), name) },
    }),
  ),
  ...alike(invalid('/scanCode: "scanCode" must be an object.'), {
    "a scan that is null is not what it should be": { body: eventOf({ scanCode: null }) },
    "a scan that is a list is not what it should be": { body: eventOf({ scanCode: [] }) },
  }),
  ...alike(recognized, {
    "a format is a hint, over which no till need stand still": {
      body: scan({ sender: { branchNumber: 1, workplaceNumber: 2, instanceId: "none" } }),
    },
    "a time that is none is let through like other formats": {
      body: scan({}, { eventTimestamp: "yesterday" }),
    },
  }),
  ...handled({
    "an object that nobody documented for its event may be missing": [
      () => ({}),
      nothing,
      { event: "updateSessionLine", body: eventOf({}, { eventCounter: 1042 }) },
    ],
    "a scan without its code has its own error": [
      undefined,
      refused("NO_SCANNED_CODE", '/scanCode/scannedCode: "scannedCode" is missing in "scanCode".'),
      { body: eventOf({ scanCode: { codeType: "barcode" } }) },
    ],
    "a truth in quotes is not what it should be": [
      undefined,
      invalid('/event/eventBlocking: "event.eventBlocking" must be a boolean.'),
      { body: scan({}, { eventBlocking: "true" }) },
    ],
    "a relation that was deselected may be null": [
      echo("selectRelation"),
      said(null),
      { event: "selectRelation", body: eventOf({ selectRelation: null }) },
    ],
    "another event's object is null only where the spec says so": [
      undefined,
      invalid('/customAction: "customAction" must be an object.'),
      { event: "customAction", body: eventOf({ customAction: null }) },
    ],
    "a background poll needs no session": [
      undefined,
      nothing,
      { event: "backgroundPoll", body: without(eventOf({}), "session") },
    ],
    "a dialog's choice comes with the event that asked": [
      echo("dialog"),
      said(chosen),
      { body: scan({ dialog: chosen }) },
    ],
  }),
];
