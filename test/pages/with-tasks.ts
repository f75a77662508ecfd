import type { Model } from "../../generator/contract/model/model.js";
import type { SettingModel } from "../../generator/contract/model/flow-model.js";

export const handler = "// A program.\nconst fence = `\n```\n`;\n";

const provenance = { kind: "documented", basis: "A page." } as const;
const setting: SettingModel = {
  id: "name",
  of: "subscription",
  name: "Name",
  description: "Any text.",
  choose: "Take one.",
  unknown: [],
  share: "openly",
  provenance,
};

const questions = [{ id: "per-piece", question: "Per piece?", findOut: "Try it." }] as const;

export function withTasks(model: Model): Model {
  const [first, ...flows] = model.flows;
  if (!first) throw new Error("There is no flow to set up.");
  const flow = {
    ...first,
    setUp: [
      { event: "scanCode", blocking: true, polling: false, text: "The till waits." },
      { event: "startPayment", blocking: true, polling: true, text: "It asks again." },
      { event: "cancelSession", blocking: false, polling: false, text: "Only to know." },
    ],
  };
  return {
    ...model,
    flows: [flow, ...flows],
    tasks: [
      {
        name: "coupons",
        title: "Take coupons",
        description: "A coupon makes it cheaper.",
        flow,
        handler,
        environment: ["SOAPS=3"],
        test: ["Scan a coupon."],
        unknown: questions,
      },
    ],
    questions: [...questions, ...model.questions],
    subscription: {
      description: "Where to send events.",
      where: { menu: "Beheer > Webhooks", meaning: "management" },
      needs: [{ text: "A licence.", provenance }],
      settings: [
        setting,
        { ...setting, id: "key", name: "Key", share: "secretly" },
        {
          ...setting,
          id: "again",
          of: "event",
          name: "Again",
          question: "Which setting makes it ask again?",
          unknown: questions,
          provenance: { kind: "observed", basis: "Seen." },
        },
      ],
    },
  };
}
