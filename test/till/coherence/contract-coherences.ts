import { listValues, type Body } from "./body.js";
import { list, type Coherence } from "./coherence.js";
import { desktop, documentedSince, eventReleases, isAfter, kitchenEvents, ownObjects } from "./documented.js";

/** What the contract says of the parts of each event's request, and of ids. */
export const contractCoherences: readonly Coherence[] = [
  {
    name: "the release has the event",
    source: "the pages of the events",
    violated: (_, { event, release }) => {
      const since = eventReleases[event];
      return isAfter(since, release) ? `${event} came in v${since}` : undefined;
    },
  },
  {
    name: "no undocumented part",
    source: "JSON definitions, and the pages of the events",
    violated: (body) =>
      list(
        listPaths(body)
          .filter((path) => !documentedSince.has(path))
          .filter(isOutermost),
      ),
  },
  {
    name: "no part that the release does not have",
    source: "JSON definitions; release notes for longClick",
    violated: (body, { event, release }) => {
      const own = eventReleases[event];
      const newest = own !== undefined && isAfter(own, release) ? own : release;
      const parts = listPaths(body).map((path) => ({ path, since: documentedSince.get(path) }));
      const absent = parts.filter(({ since }) => isAfter(since, newest));
      return list(absent.map(({ path, since }) => `${path} (${since})`));
    },
  },
  {
    name: "every request says what happened, and who sent it",
    source: 'JSON definitions: "Every webhook request contains the following two objects"',
    violated: ({ event, sender }) =>
      list([...(event ? [] : ["event is missing"]), ...(sender ? [] : ["sender is missing"])]),
  },
  {
    name: "the event has its own object",
    source:
      "JSON definitions. An older sample of completeSession has none; nothing is documented of printBill",
    violated: (body, { event }) => {
      const own = ownObjects[event];
      const mayMiss = own === undefined || own === "completeSession" || own === "printBill";
      return mayMiss || own in body ? undefined : `${own} is missing`;
    },
  },
  {
    name: "no object of another event",
    source: 'JSON definitions: "only occurs with". Only the kitchen\'s pages show orders and a table',
    violated: (body, { event }) => {
      const own = [ownObjects[event], ...(kitchenEvents.includes(event) ? orderParts : [])];
      return list(Object.keys(body).filter((name) => eventObjects.has(name) && !own.includes(name)));
    },
  },
  {
    name: "the sale's events have a session, and backgroundPoll has none",
    source:
      "JSON definitions. The kitchen's samples have none, nor does a handheld's payment; at start-up there is no sale",
    violated: ({ session, sender, customAction }, { event }) => {
      if (event === "backgroundPoll") return session === undefined ? undefined : "it has a session";
      const isOfHandheld = event === "startExternalPayment" && sender?.productName !== desktop;
      const mayMiss = kitchenEvents.includes(event) || isOfHandheld || customAction?.onStartup === true;
      return session || mayMiss ? undefined : "session is missing";
    },
  },
  {
    name: "no answer of the user before a question",
    source: "JSON definitions: dialog only after a dialog response, form only after a form response",
    violated: (body) => list(Object.keys(body).filter((name) => name === "dialog" || name === "form")),
  },
  {
    name: "an event is no report of an error",
    source: "JSON definitions: error and original are sent if a reply triggers an error",
    violated: (body) => list(Object.keys(body).filter((name) => name === "error" || name === "original")),
  },
  {
    name: "no text is empty",
    source: "common sense: what is optional and empty is left out",
    violated: (body) => list(listValues(body).flatMap(({ path, value }) => (value === "" ? [path] : []))),
  },

  {
    name: "ids are UUIDs",
    source: "JSON definitions and the pages of the events: uuid",
    violated: (body) =>
      list(listIds(body).flatMap(({ path, id }) => (uuid.test(id) || id === "" ? [] : [`${path} is ${id}`]))),
  },
  {
    name: "an id stands for one thing",
    source: "JSON definitions: unique IDs; error code LINE_ID_ALREADY_EXISTS",
    violated: (body) => {
      const ids = listIds(body);
      const lines = (body.session?.lines ?? []).map(({ lineId }) => lineId);
      const twice = lines.filter((id, place) => id !== undefined && lines.indexOf(id) !== place);
      const mixed = ids.filter(({ id, kind }) => ids.some((other) => other.id === id && other.kind !== kind));
      return list(new Set([...twice, ...mixed.map(({ id }) => id)]));
    },
  },
  {
    name: "a session merges with another session",
    source: "JSON definitions: mergeSession",
    violated: ({ mergeSession, session }) =>
      mergeSession?.mergeWithSessionId !== undefined && mergeSession.mergeWithSessionId === session?.sessionId
        ? "both ids are the same"
        : undefined,
  },
];

const orderParts = ["course", "order", "tableOrder", "cafeteriaOrder", "table"];
const eventObjects = new Set([...Object.values(ownObjects), ...orderParts]);

const listPaths = (body: Body): readonly string[] => [...new Set(listValues(body).map(({ path }) => path))];

const isOutermost = (path: string, _: number, paths: readonly string[]): boolean =>
  !paths.some((other) => path.startsWith(`${other}.`) || path.startsWith(`${other}[]`));

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface Id {
  readonly path: string;
  readonly id: string;
  readonly kind: string;
}

const idKinds: readonly (readonly [RegExp, string])[] = [
  [/^sender\.instanceId$/, "till"],
  [/^(?:session\.sessionId|mergeSession\.mergeWithSessionId)$/, "session"],
  [/\.lineId$/, "line"],
  [/\.discountId$/, "discount"],
  [/^externalPayment\.externalPaymentId$/, "payment"],
  [/\.orderId$/, "order"],
];

const listIds = (body: Body): readonly Id[] =>
  listValues(body).flatMap(({ path, value }) => {
    const kind = idKinds.find(([pattern]) => pattern.test(path))?.[1];
    return kind !== undefined && typeof value === "string" ? [{ path, id: value, kind }] : [];
  });
