import { getAt, getOwn } from "../../base/json.js";
import { quoteForShell } from "../../base/text/quote.js";
import { effects } from "../engine/effects.js";
import { questionKinds } from "../engine/sale.js";
import type { Examination, PlayedEvent, PlayedSale, ProbeFinding } from "./probe.js";

/** What the doctor did not try, and how to try it. */
export interface Untried {
  readonly what: string;
  readonly how: string;
}

export function listUntried(
  { till, other, model }: Examination,
  { events, payment }: PlayedSale,
  findings: ReadonlyMap<string, ProbeFinding>,
): readonly Untried[] {
  const at = `--url ${quoteForShell(till.url)}`;
  const hasEffect = events.some((played) =>
    effects.some((effect) => getAt(readAnswer(played), effect.at) !== undefined),
  );
  const payer = model.events.find(({ till: [report] }) => report?.act === "payOutside");
  const object = payer?.echoes[0]?.object ?? "";
  const hasPayment = payment.some((played) => getOwn(readAnswer(played), object) !== undefined);
  const asks = events.some((played) => questionKinds.some((kind) => kind in readAnswer(played)));
  return [
    ...(hasEffect
      ? []
      : [
          {
            what: "repeats that change a sale (no answer changed one)",
            how: `mplus-codegen simulate twice ${at} --set member=CARD`,
          },
        ]),
    ...(payer
      ? [
          {
            what: hasPayment
              ? "a payment that is confirmed (doctor cancels the one that it starts)"
              : "payments (no accepted answer starts one)",
            how: `mplus-codegen simulate payment ${at}`,
          },
        ]
      : []),
    ...(asks ? [{ what: "answers to dialogs and forms", how: `mplus-codegen explore ${at}` }] : []),
    ...(["well", "wrong"].includes(findings.get("counter-again")?.state ?? "")
      ? []
      : [
          {
            what: "a counter that begins anew (no answer names a sale or line)",
            how: `mplus-codegen explore ${at}`,
          },
        ]),
    ...(other
      ? []
      : [
          {
            what: "a second shop",
            how: `mplus-codegen doctor ${at} --other-subscription ID, with its secret in MPLUS_OTHER_SECRET`,
          },
        ]),
    { what: "your own sales", how: `mplus-codegen simulate FILE ${at}` },
    { what: "random users, settings and faults", how: `mplus-codegen explore ${at}` },
    { what: "data that no answer shows, such as points", how: "look for two of the same in your database" },
  ];
}

const readAnswer = ({ first: { verdict } }: PlayedEvent) => (verdict.kind === "taken" ? verdict.answer : {});
