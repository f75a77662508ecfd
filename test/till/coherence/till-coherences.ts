import { list, type Coherence } from "./coherence.js";
import {
  browserParts,
  desktop,
  externalPayments,
  isAfter,
  releaseDates,
  webAppEvents,
} from "./documented.js";

/** What fits the product that sends, and the state of its till. */
export const tillCoherences: readonly Coherence[] = [
  {
    name: "the product has a name that the vendor uses",
    source: "JSON definitions: MplusQ and MplusQservice",
    violated: ({ sender }) =>
      [undefined, desktop, "MplusQservice"].includes(sender?.productName)
        ? undefined
        : `productName is ${sender?.productName}`,
  },
  {
    name: "a desktop POS sends no browser",
    source: "JSON definitions: browser details are sent by web apps",
    violated: ({ sender = {} }) =>
      sender.productName === desktop ? list(browserParts.filter((part) => part in sender)) : undefined,
  },
  {
    name: "a browser comes with its kind of device",
    source: "JSON definitions: deviceType is Mobile, Tablet, Desktop or Bot, and not optional; common sense",
    violated: ({ sender = {} }) => {
      if (!browserParts.some((part) => part in sender)) return undefined;
      const { deviceType, platformFamily = "" } = sender;
      if (!deviceType || !devices.includes(deviceType)) return `deviceType is ${deviceType}`;
      const [, possible] = platforms.find(([pattern]) => pattern.test(platformFamily)) ?? [];
      return possible && !possible.includes(deviceType) ? `${platformFamily} on ${deviceType}` : undefined;
    },
  },
  {
    name: "a web app sends only the events of web apps",
    source: "WSDL: WebhookEvent, and the four calls of external payments",
    violated: ({ sender = {} }, { event }) =>
      browserParts.some((part) => part in sender) && !webAppEvents.includes(event)
        ? "sender has a browser"
        : undefined,
  },

  {
    name: "paymentStarted fits the event",
    source:
      "JSON definitions: true in the payment screen, which startPayment opens and cancelPayment leaves. Elsewhere both fit",
    violated: ({ sender }, { event }) => {
      const { paymentStarted } = sender ?? {};
      if (paymentStarted === true && salesEvents.includes(event)) return "true, before any startPayment";
      if (paymentStarted === false && externalPayments.includes(event)) return "false, while a payment runs";
      return undefined;
    },
  },
  {
    name: "a till that needs an answer waits for it",
    source:
      "JSON definitions: event, polling, externalPayment.started; the page of backgroundPoll: always blocking and polling",
    violated: ({ event: { eventBlocking, eventPolling } = {} }, { event }) => {
      const isBackground = event === "backgroundPoll";
      if (eventBlocking === false && (eventPolling || isBackground)) return "it polls and does not block";
      if (eventPolling === false && isBackground) return "it does not poll";
      if (eventBlocking === false && externalPayments.slice(0, 3).includes(event)) return "it does not block";
      return undefined;
    },
  },
  {
    name: "nothing polls before v11.3",
    source: "JSON definitions: polling was added in v11.3.0",
    violated: ({ event }, { release }) =>
      event?.eventPolling && isAfter("11.3", release) ? "eventPolling is true" : undefined,
  },
  {
    name: "the time is a time with an offset",
    source: "JSON definitions: datetime; the samples have a numeric offset",
    violated: ({ event: { eventTimestamp } = {} }) =>
      eventTimestamp === undefined || isTime(eventTimestamp)
        ? undefined
        : `eventTimestamp is ${eventTimestamp}`,
  },
  {
    name: "no event before its release was made",
    source: "release notes: 59.3.4 and 59.5.2; v11.1 is later than 2018-03-07",
    violated: ({ event: { eventTimestamp = "" } = {} }, { release }) => {
      const made = Object.entries(releaseDates).findLast(([dated]) => !isAfter(dated, release))?.[1];
      return made !== undefined && isTime(eventTimestamp) && Date.parse(eventTimestamp) < Date.parse(made)
        ? `${eventTimestamp} is before ${made}`
        : undefined;
    },
  },
  {
    name: "a session that starts is empty",
    source: 'How to subscribe: "A new session is started"; the sample has only its id',
    violated: ({ session: { lines = [], payments = [] } = {} }, { event }) =>
      event === "startSession" && lines.length + payments.length > 0
        ? `${lines.length} lines, ${payments.length} payments`
        : undefined,
  },
  {
    name: "at start-up nothing was sold or pressed",
    source: "JSON definitions: customAction.onStartup, longClick, numpadValue",
    violated: ({ customAction, session }) => {
      if (!customAction?.onStartup) return undefined;
      const { longClick, numpadValue } = customAction;
      return list([
        ...(longClick ? ["longClick"] : []),
        ...(numpadValue ? ["numpadValue"] : []),
        ...(session?.lines?.length || session?.payments?.length ? ["a sale"] : []),
      ]);
    },
  },
  {
    name: "a scan has a known kind of code",
    source: "JSON definitions: barcode, rfid; the page of scanCode: qrcode",
    violated: ({ scanCode: { codeType } = {} }) =>
      codeType === undefined || ["barcode", "rfid", "qrcode"].includes(codeType)
        ? undefined
        : `codeType is ${codeType}`,
  },
  {
    name: "URLs can be called",
    source: "JSON definitions: callbackUrl, redirectUrl",
    violated: ({ externalPayment, openUrl }) =>
      list(
        [externalPayment?.callbackUrl, openUrl?.redirectUrl].filter(
          (url) => url !== undefined && !isUrl(url),
        ),
      ),
  },
];

const devices = ["Mobile", "Tablet", "Desktop", "Bot"];
const platforms: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ios|ipados|android/i, ["Mobile", "Tablet", "Bot"]],
  [/windows|mac|linux|chrome ?os/i, ["Desktop", "Tablet", "Bot"]],
];

/** Events of the sales screen, which the till leaves for a payment. */
const salesEvents = ["startSession", "pauseSession", "resumeSession", "mergeSession", "cancelSession"];

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const isTime = (text: string): boolean => time.test(text) && !Number.isNaN(Date.parse(text));
const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:/.test(text);
