import { routerPreamble, type TypeGroup } from "./type-group.js";

const dialog = "required: true, allowMultipleOptions: false, dialogTitle: 'x', dialogOptions: []";

/** A property that only some shops know, in every notation. */
const confirmations = [
  `mount({ startPayment: () => ({ dialog: { ${dialog}, requireConfirmation: true } }) });`,
  `const dialog = { ${dialog}, requireConfirmation: true }; mount({ startPayment: async () => ({ dialog }) });`,
  `mount({ startPayment: () => ({ dialog: isKnown ? { ${dialog} } : { ${dialog}, requireConfirmation: true } }) });`,
];

const form = (type: string) =>
  `mount({ customAction: () => ({ form: { id: '1', title: 'x', fields: [{ id: 'f', type: '${type}', required: true, label: 'x' }] } }) });`;

const option = (extra: string) =>
  `mount({ startPayment: () => ({ dialog: { required: true, allowMultipleOptions: false, dialogTitle: 'x', dialogOptions: [{ optionId: 1, optionName: 'x', ${extra} }] } }) });`;

/** Article numbers are 64-bit integers. */
const numbers = (literal: string) => `mount({ scanCode: ({ request }) => {
  const articleNumber: number | undefined = request.session.lines?.[0]?.articleNumber;
  return { lineAdditions: [articleNumber === undefined ? { articleNumber: ${literal} } : { articleNumber }] };
} });`;

const errors = `const refuse = async () => ({ error: { code: "INVALID_DATA", message: "x" } });
declare const everywhere: { [Event in Types.WebhookEventName]: typeof refuse };
mount(everywhere);`;

const title = "what every shop of the fleet has is typed, what some of them lack is refused";

export const fleetGroups: readonly TypeGroup[] = [
  {
    output: "..40",
    refused: {
      selectRelation: [
        "mount({ selectRelation: () => undefined });",
        "validators.validateRequest('selectRelation', body);",
      ],
    },
  },
  {
    output: "43.1.1..",
    accepted: ["mount({ selectRelation: () => undefined });"],
    refused: {
      openUrl: ["mount({ scanCode: () => ({ openUrl: { url: 'https://a.b' } }) });"],
      requireConfirmation: confirmations,
    },
  },
  {
    output: "48..",
    accepted: [...confirmations, numbers("12")],
    refused: {
      form: [form("text")],
      pluNumber: [option("pluNumber: '1'")],
      "is not assignable to type 'number": [numbers("12n"), numbers('"12"')],
    },
  },
  {
    output: "59..",
    accepted: [form("text"), option("pluNumber: '1'")],
    refused: { '"label"': [form("label")], disabled: [option("disabled: true")] },
  },
  { output: "59.3.4..", accepted: [form("label")] },
  // Gated types accept what some shop accepts.
  {
    output: "gated",
    accepted: [form("label")],
    refused: { receiptFooter: ["mount({ scanCode: () => ({ receiptFooter: {} }) });"] },
  },
].map(({ accepted = [], ...group }) => ({
  title,
  preamble: routerPreamble,
  ...group,
  accepted: [errors, ...accepted],
}));
