export const goodScenarios: Readonly<Record<string, string>> = {
  "an event without anything special, and an act without a value":
    "steps: [{ startSession: }, { cancel: }, { cancel: {} }]",
  "nothing of an event or an answer has to be there": `
    steps:
      - addSessionLine: { line: {} }
        expect: { dialog: {}, lineChanges: [{}] }
        exactly: {}`,
  "the properties of an event's own object may stand beside it, or in it":
    "steps: [{ scanCode: { scannedCode: a } }, { scanCode: { scanCode: { scannedCode: b } } }]",
  "null says of an answer that something is not there": `
    steps:
      - addSessionLine: { line: { articleNumber: 12 } }
        expect:
          dialog: null
          polling: null
          form: { fields: [{ type: null, options: null, required: null }] }
          lineChanges: [{ externalDiscount: null, lineId: null }]`,
  "a text with a value in it stands in the place of anything": `
    values: { price: 2.5, line: { articleNumber: 12 }, lines: [] }
    steps:
      - addSessionLine: { line: "\${line}" }
        as: first
      - addSessionLine: { line: { priceIncl: "\${price}", text: "for \${price}" }, session: { lines: "\${lines}" } }
        expect:
          lineChanges: [{ externalDiscount: "\${first.lineChanges.0.externalDiscount}" }]
          polling: { finished: "\${first.polling.finished}" }`,
  "answers that only other events take, with all that they may have": `
    steps:
      - startSession:
        expect: { externalPayment: { confirmed: true, requiresReceiptPrinter: true } }
        exactly: { prepayTable: {}, scanCode: {} }`,
  "a text that no format would take, and a value that is not known of a list that may have others":
    "steps: [{ scanCode: { scannedCode: a, codeType: rune }, expect: { lineDeletions: [{ lineId: none }] } }]",
  "values of all kinds": "values: { a: [1, { b: null }], c-d: true, _e: x }\nsteps: [{ wait: 0.5s }]",
  "each setting of a product, a release and the till": `
    release: "58.1"
    product: pos
    events: { startPayment: { blocking: true, polling: false } }
    settings: { pollEvery: 1, productName: Mine, afterFailure: undo, callback: true }
    steps: [{ startPayment: , fault: slow }]`,
};
