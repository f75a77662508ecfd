import { beforeAll, describe, it } from "vitest";
import type { Model, StandingModel } from "../../generator/contract/model/model.js";
import { expectList, loadOwnModel, loadOwnSpec } from "./own-spec.js";

let model: Model;
beforeAll(() => (model = loadOwnModel()));

const namesOf = (standings: readonly StandingModel[] = [], standing: StandingModel["standing"]): string[] =>
  standings
    .filter((known) => known.standing === standing)
    .map(({ name }) => name)
    .sort();

const product = (id: string) => model.products.find((known) => known.id === id);

const list = "the list of this test in test/spec/standings.test.ts, by what the sources say";

const payments = ["start", "poll", "requestCancel", "cancel"].map((step) => `${step}ExternalPayment`);

describe("what is known of answers with events", () => {
  it("is documented where a source shows it, and nowhere else", () => {
    const documented = model.events.map(({ name, takes }) => [
      name,
      ...namesOf(takes, "documented").filter((answer) => !["error", "polling", "dialog"].includes(answer)),
    ]);
    const listed = [
      ["addSessionLine", "lineChanges"],
      ["backgroundPoll", "externalCardScan"],
      ["cancelExternalPayment", "externalPayment"],
      ["completeSession", "receiptFooter"],
      ["pollExternalPayment", "externalPayment"],
      ["printBill", "billFooter"],
      ["requestCancelExternalPayment", "externalPayment"],
      ["scanCode", "lineChanges", "scanCode"],
      ["startExternalPayment", "externalPayment"],
      ["startPayment", "lineChanges"],
    ];
    const withAnswers = documented.filter(([, ...answers]) => answers.length > 0);
    expectList(withAnswers, listed, list);
  });

  it("is that an error goes with any event, and polling with those that may poll", () => {
    const withoutError = model.events.filter(({ takes }) => !namesOf(takes, "documented").includes("error"));
    expectList(
      withoutError.map(({ name }) => name),
      [],
      list,
    );
    const without = model.events.filter(({ takes }) => !namesOf(takes, "documented").includes("polling"));
    expectList(without.map(({ name }) => name).sort(), [...payments].sort(), list);
    const unsaid = without.filter(({ takes }) => !namesOf(takes, "general").includes("polling"));
    expectList(
      unsaid.map(({ name }) => name),
      [],
      list,
    );
  });

  it("is that any event but backgroundPoll may be answered with a dialog, as far as it is blocking", () => {
    const without = model.events.filter(({ takes }) => !namesOf(takes, "documented").includes("dialog"));
    expectList(without.map(({ name }) => name).sort(), ["backgroundPoll"], list);
  });

  it("is that every answer is documented for webhooks in general, but for those of an event and backgroundPoll", () => {
    const { answers } = loadOwnSpec().envelope;
    const others = model.events.flatMap(({ name, takes }) => {
      const unsaid = takes.filter(({ name: answer }) => Object.hasOwn(answers, answer));
      return unsaid.filter(({ standing }) => !["documented", "general"].includes(standing)).map(() => name);
    });
    expectList([...new Set(others)], ["backgroundPoll"], list);
  });

  it("is that the SOAP API answers the four payment events with more, and no others", () => {
    const seen = model.events.flatMap(({ name, takes }) => {
      const parts = takes.filter(({ basis }) => basis.includes("SOAP API")).map((known) => known.name);
      return parts.length > 0 ? [[name, ...parts.sort()]] : [];
    });
    const parts = ["displayBarcode", "form", "lineAdditions", "lineChanges", "lineDeletions"];
    const listed = [...payments]
      .sort()
      .map((event) => [event, ...parts, "message", "openUrl", "polling", "requestScanCode"]);
    expectList(seen, listed, list);
  });

  it("is that a receipt printer can be asked for at the start of a payment only", () => {
    const hasPrinter = (event: string) =>
      JSON.stringify(
        model.events
          .find(({ name }) => name === event)
          ?.response.properties.find(({ name }) => name === "externalPayment")
          ?.eras.flatMap(({ type }) => type)
          .flatMap(({ kind }) => (kind.kind === "object" ? kind.object.properties : []))
          .map(({ name }) => name),
      ).includes("requiresReceiptPrinter");
    expectList(payments.filter(hasPrinter), ["startExternalPayment"], list);
  });
});

describe("what is known of products", () => {
  it("is that the POS sends and takes all, but perhaps updateSessionLine", () => {
    const pos = product("pos");
    expectList(namesOf(pos?.sends, "unknown"), ["updateSessionLine"], list);
    expectList([...namesOf(pos?.sends, "contradicted"), ...namesOf(pos?.takes, "unknown")], [], list);
    expectList([pos?.productName], ["MplusQ"], list);
  });

  it("is what the online handheld sends, and not what it takes", () => {
    const handheld = product("handheld");
    const sends = ["addSessionLine", "removeSessionLine", "scanCode", "startExternalPayment"];
    expectList(namesOf(handheld?.sends, "documented"), [...sends, "updateSessionLine"], list);
    const known = handheld?.takes.filter(({ standing }) => standing !== "unknown") ?? [];
    expectList(
      known.map(({ name }) => name),
      [],
      list,
    );
    expectList([handheld?.productName].filter(Boolean), [], list);
  });

  it("is what the SOAP API can send, and that its reply has no part for some answers", () => {
    const service = product("service");
    const sends = [
      ...["addSessionLine", "cancelPayment", "cancelSession", "customAction", "pauseSession"],
      ...["removeSessionLine", "resumeSession", "scanCode", "selectRelation", "startPayment"],
      ...["startSession", "updateSessionLine", ...payments],
    ].sort();
    expectList(namesOf(service?.sends, "documented"), sends, list);
    const unknown = [
      ...["billFooter", "customActionChange", "externalCardScan", "hideBarcode", "lockSession"],
      ...["lockSessionForAdditions", "polling", "prepayTable", "receiptFooter", "requestCustomAction"],
      ...["vatMethodChange", "version"],
    ];
    expectList(namesOf(service?.takes, "unknown"), unknown, list);
  });

  it("is never that a product does not send or take something: no source says so", () => {
    const all = model.products.flatMap(({ sends, takes }) => [...sends, ...takes]);
    expectList(namesOf(all, "contradicted"), [], list);
  });
});
