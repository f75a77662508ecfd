import { createSnapshots } from "../../generator/contract/lattice/snapshot.js";
import { describe, expect, it } from "vitest";
import { baseline, formatRelease, type Release } from "../../generator/base/time/release.js";
import type { Change } from "../../generator/changes/change.js";
import { diffFleets, diffReleases } from "../../generator/changes/diff.js";
import { parseRange } from "../../generator/base/time/fleet.js";
import { need } from "../laws/judges/interpreted.js";
import { loadRealModel } from "../workbench/real-spec.js";

/** For example `request /sender/hasReceiptPrinter`. Events and values are named. */
function toLines({ code, direction, pointer, advice, events }: Omit<Change, "release">): string[] {
  if (code === "event-added") return events.map((event) => `event ${event}`);
  const value = code.startsWith("enum-value-") ? ` ${/"[^"]+"/.exec(advice)?.[0] ?? ""}` : "";
  const only = code === "note-added" ? ` note for ${events.length === 1 ? events.join() : "several"}` : "";
  return [`${direction} ${pointer}${value}${only}`.trim()];
}

const payment = [
  ...["cardType", "externalTransactionReference", "method"],
  ...["receiptTexts", "requiresReceiptPrinter", "terminalId"],
].map((name) => `response /externalPayment/${name}`);

const browser = ["browserFamily", "browserVersion", "deviceType", "platformFamily", "platformVersion"].map(
  (name) => `request /sender/${name}`,
);

const lookups = ["articleNumber", "barcode", "extArticleId", "pluNumber", "supplierArticleNumber"].map(
  (name) => `response /dialog/dialogOptions/*/${name}`,
);

const textOptions = ["/billFooter/*", "/billFooter", "/receiptFooter/*", "/receiptFooter"].flatMap((footer) =>
  ["textAfterOptions", "textBeforeOptions"].map((name) => `response ${footer}/${name}`),
);

/** The changes of each release, from the vendor's timeline (protocol facts, section 10). */
const timeline: Readonly<Record<string, readonly string[]>> = {
  "11.1": ["response /lockSession"],
  "11.3": [
    "event cancelExternalPayment",
    "event customAction",
    "event pollExternalPayment",
    "event requestCancelExternalPayment",
    "event startExternalPayment",
    "request /event/eventPolling",
    "response /externalPayment",
    "response /lineDeletions note for several",
    "response /polling",
  ],
  "13.1": ["response /requestScanCode"],
  "15.1": ["response /customActionChange", "response /vatMethodChange"],
  "16.2": [
    "event backgroundPoll",
    "event printBill",
    "response /billFooter",
    "response /externalCardScan",
    "response /lockSessionForAdditions",
    "response /prepayTable",
  ],
  "17": ["response /requestCustomAction"],
  "21.2": ["response /displayBarcode", "response /hideBarcode"],
  "23": ["response /version"],
  "43.1.1": ["event selectRelation"],
  "46": ["response /dialog/requireConfirmation"],
  "48": ["request /openUrl", "response /openUrl", ...browser, ...payment],
  "56": ["request /externalPayment/callbackUrl"],
  "57": ["request /sender/hasReceiptPrinter"],
  "59": ["request /form", "response /form", ...lookups, ...textOptions],
  "59.3.2": ["response /form/fields/*/options/*/disabled", "response /form/fields/*/options/*/image"],
  "59.3.4": [
    "request /customAction/longClick",
    "response /dialog/dialogOptions/*/disabled",
    "response /form/fields/*/separator",
    'response /form/fields/*/type "label"',
  ],
  "59.4.2": ["request  note for completeSession"],
};

const rangeOf = (text: string) => need(parseRange(text, loadRealModel()));

const diff = (from: string, to: string): readonly Change[] =>
  diffFleets(loadRealModel(), rangeOf(from), rangeOf(to)).changes;

const linesOf = (changes: readonly Change[]): string[] => changes.flatMap(toLines).sort();

describe("the timeline of the real spec", () => {
  it("has the releases of the vendor's, with what each brought, and no others", () => {
    const brought = diffReleases(createSnapshots(loadRealModel()), {
      min: baseline,
      max: Infinity as Release,
    });
    const lines = brought.map(({ release, changes }) => [formatRelease(release), linesOf(changes)]);
    expect(Object.fromEntries(lines)).toEqual(
      Object.fromEntries(Object.entries(timeline).map(([release, want]) => [release, [...want].sort()])),
    );
  });
});

describe("a diff of two releases", () => {
  it("lists exactly what came between them, each with its release", () => {
    const changes = diff("48", "59");
    const between = ["56", "57", "59"].flatMap((release) => timeline[release] ?? []);
    expect(linesOf(changes)).toEqual([...between].sort());
    for (const { release, ...change } of changes)
      expect(timeline[formatRelease(release ?? baseline)]).toEqual(expect.arrayContaining(toLines(change)));
  });

  it("dates an answer once, though events came later that take it too", () => {
    const changes = diff("11", "13.1");
    const locks = changes.filter(({ pointer }) => pointer === "/lockSession");
    expect(locks.map(({ release }) => release && formatRelease(release))).toEqual(["11.1"]);
    expect(locks[0]?.events).toContain("customAction");
  });

  it("is empty between two releases that brought nothing", () => {
    expect(diff("49", "55")).toEqual([]);
    expect(diff("59", "59")).toEqual([]);
  });

  it("dates the way back by the same releases, and what was given is taken", () => {
    const there = diff("48", "59");
    const back = diff("59", "48");
    const places = (changes: readonly Change[]) =>
      changes.map(({ direction, pointer, release }) => `${direction} ${pointer} ${String(release)}`).sort();
    expect(places(back)).toEqual(places(there));
    expect(back.filter(({ verdict }) => verdict === "safe" || verdict === "docs")).toEqual([]);
  });
});

describe("a diff of two fleets", () => {
  const changes = () => diff("48..", "59..");

  it("gives answers with the floor that has them", () => {
    const answers = changes().filter(({ direction }) => direction === "response");
    expect(linesOf(answers)).toEqual(["response /form", ...lookups, ...textOptions].sort());
  });

  it("tells which requests every shop can send now", () => {
    const requests = changes().filter(({ direction }) => direction === "request");
    expect(
      requests.map(
        ({ code, pointer, release }) => `${code} ${pointer} ${formatRelease(release ?? baseline)}`,
      ),
    ).toEqual([
      "in-every-shop /externalPayment/callbackUrl 56",
      "in-every-shop /sender/hasReceiptPrinter 57",
      "in-every-shop /form 59",
    ]);
  });
});
