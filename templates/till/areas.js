import { html, nothing } from "./lit-html/lit-html.js";
import { repeat } from "./lit-html/directives/repeat.js";
import { addLine, doStep, findEvents, money, time } from "./ask.js";

/** @typedef {import("./ask.js").PageState} PageState */
/** @typedef {PageState["sale"]} Sale */
/** @typedef {Sale["lines"][number]} Line */
/** @typedef {PageState["offers"][number]} Offer */
/** @typedef {PageState["wire"][number]} Entry */

/**
 * What each area shows, by the id of its element.
 * @type {Readonly<Record<string, (state: PageState) => unknown>>}
 */
export const areas = {
  where: ({ url, subscription }) => html`${url} as ${subscription}`,
  progress: drawProgress,
  recording: drawRecording,
  entries: ({ wire }) =>
    repeat(
      wire,
      ({ id }) => id,
      (entry) => drawEntry(entry, entry === wire[0]),
    ),
  release: ({ releases, release }) => releases.map((each) => drawOption(each, `v${each}`, release)),
  product: ({ products, product }) => products.map(({ id, name }) => drawOption(id, name, product)),
  compared: ({ releases, compared }) => releases.map((each) => drawOption(each, `v${each}`, compared)),
  record: ({ recording: { isOn } }) => (isOn ? "Stop and save" : "Record"),
  articles: (state) =>
    articles.map(
      (line) =>
        html`<button @click=${() => addLine(state, line)}>
          ${line.text} <b>${money(line.priceIncl)}</b>
        </button>`,
    ),
  codes: () => codes.map(([code, what]) => html`<option value=${code}>${what}</option>`),
  asked: ({ open: { requestScanCode: asked } }) =>
    asked &&
    html`<p class="note">${asked.requestTitle} ${asked.required ? nothing : drawCancel("Close")}</p>`,
  left: ({ sale }) => money(sale.openAmount),
  payment: drawPayment,
  display: ({ sale, screen: { customer, code, link } }) =>
    html`<p class="lined">${(customer?.until ?? Infinity) > Date.now() ? customer?.text : nothing}</p>
      <p class="amount">${sale.ended ? "Thank you" : html`Total <b>${money(sale.total)}</b>`}</p>
      ${code && drawCode(code)}
      ${link && html`<a href=${link.url} target="_blank" rel="noopener">${link.title}</a>`}`,
  basket: drawBasket,
  messages: ({ screen }) =>
    screen.messages.map(
      (message) =>
        html`<p>
          ${message.time && html`<time>${time(message.time)}</time>`} ${message.text}
          ${message.seconds > 0 ? html`<small>for at least ${message.seconds} s</small>` : nothing}
        </p>`,
    ),
  receipt: ({ sale }) => (sale.ended || sale.footers.length > 0 ? drawReceipt(sale) : nothing),
  data: ({ data }) => data.map(({ name, json }) => html`<p>${name} <code>${json}</code></p>`),
  orders: ({ orders, offers }) =>
    html`${orders.map(({ at, about, text }) => html`<p><time>${time(at)}</time> ${about} <small>${text}</small></p>`)}
      <p class="buttons">${offers.filter(({ isAboutOrder }) => isAboutOrder).map(drawButton)}</p>`,
  more: ({ offers }) => offers.filter(({ acts }) => !acts.some((act) => placed.includes(act))).map(drawEvent),
};

const articles = [
  { articleNumber: 12, text: "Coffee", priceIncl: 2.5 },
  { articleNumber: 501, text: "Tulips", priceIncl: 7.5 },
  { articleNumber: 502, text: "Roses", priceIncl: 9.5 },
  { articleNumber: 504, text: "Vase", priceIncl: 10 },
  { articleNumber: 30412, text: "Soap", priceIncl: 4.5 },
  { articleNumber: 7001, text: "Birthday cake", priceIncl: 32.5 },
];

const codes = [
  ["2900004815168", "A member's card"],
  ["2900004815175", "A card with points to spend"],
  ["ZEEP3-7Q2K", "A coupon for soap"],
  ["GIFT-25-0001", "A gift card"],
  ["LOYAL-42", "The card of the guide"],
  ["8711234567890", "A code that is nobody's"],
];

/**
 * @param {string} value
 * @param {string} text
 * @param {string} chosen
 */
const drawOption = (value, text, chosen) =>
  html`<option value=${value} .selected=${value === chosen}>${text}</option>`;

/** @param {string} text */
const drawCancel = (text) => html`<button @click=${() => doStep({ cancel: null })}>${text}</button>`;

/** @param {Offer & { isMain?: boolean }} offer */
const drawButton = ({ event, label, about, isMain = false }) =>
  html`<button class=${isMain ? "main" : ""} title=${about} @click=${() => doStep({ [event]: {} })}>
    ${label}
  </button>`;

/**
 * A button for each event that tells of an act.
 * @param {PageState} state
 * @param {string} act
 * @param {string} label
 */
const drawActs = (state, act, label) =>
  findEvents(state, act).map((offer) => drawButton({ ...offer, label, isMain: main.includes(act) }));

/** What one mostly does next. */
const main = ["openSale", "goToPayment", "pay"];

/** @param {PageState} state */
function drawPayment(state) {
  const isPaid = state.sale.lines.length > 0 && state.sale.openAmount < 0.005;
  return html`${drawActs(state, "pay", isPaid ? "Finish the sale" : "Pay at this till")}
  ${isPaid ? nothing : drawActs(state, "payOutside", "Pay outside the till")}
  ${drawActs(state, "leavePayment", "Back to the sale")}`;
}

/** What the till waits for, second by second. @param {PageState} state */
function drawProgress(state) {
  const { underWay, waits } = state;
  const [next] = waits;
  const toSeconds = (/** @type {number} */ at) => Math.max(0, Math.ceil((at - Date.now()) / 1000));
  if (!underWay && !next) return nothing;
  const text = underWay
    ? `Waiting for the answer to ${underWay.event}, ${toSeconds(underWay.until)} s left`
    : `The till asks ${next?.event} again in ${toSeconds(next?.at ?? 0)} s`;
  // What comes of the first request can be cancelled already, so that the button stays.
  const mayCancel = next ?? findEvents(state, "payOutside").some(({ event }) => event === underWay?.event);
  return html`<p class="note"><span>${text}</span> ${mayCancel ? drawCancel("Cancel") : nothing}</p>`;
}

/** @param {NonNullable<PageState["screen"]["code"]>} code */
const drawCode = ({ code, drawing }) =>
  html`<figure>
    ${
      drawing &&
      html`<svg viewBox=${drawing.box} role="img" aria-label=${drawing.name}><path d=${drawing.path} /></svg>`
    }
    <figcaption>${code}</figcaption>
  </figure>`;

/** @param {PageState} state */
function drawBasket(state) {
  const { facts, lines, ended, isPaying, total } = state.sale;
  const isOver = ended || lines.length === 0;
  const endings = findEvents(state, "endSale").filter(({ acts, sample }) => acts.length === 1 && !sample);
  return html`${facts.map((fact) => html`<p class="soft">${fact}</p>`)}
    ${isOver ? nothing : drawLines(state.sale, (line) => drawLineButtons(line, state))}
    <p class=${isOver || isPaying ? "" : "buttons pay"}>
      ${isOver || isPaying ? nothing : html`<span>Total <b>${money(total)}</b></span> ${drawActs(state, "goToPayment", "Pay")}`}
    </p>
    <p class="buttons">${isOver ? drawActs(state, "openSale", "New sale") : endings.map(drawButton)}</p>`;
}

/**
 * The lines of a sale and what they come to.
 * @param {Sale} sale
 * @param {(line: Line) => unknown} drawMore
 */
function drawLines({ lines, sums }, drawMore) {
  const draw = (/** @type {Line} */ line) =>
    html`<li>
      <span>${line.text}</span> <b>${money(line.total)}</b>
      <small>${line.quantity} × ${money(line.price)}</small>
      <small>${line.discount.text} ${line.discount.text && money(-line.discount.amount)}</small>
      ${drawMore(line)}
    </li>`;
  return html`<ul class="lines">
      ${repeat(lines, ({ id }) => id, draw)}
    </ul>
    <dl>${sums.map(({ text, amount }) => [html`<dt>${text}</dt>`, html`<dd>${money(amount)}</dd>`])}</dl>`;
}

/**
 * @param {Line} line
 * @param {PageState} state
 */
function drawLineButtons({ id: lineId, text, quantity }, state) {
  /** @type {(act: string, label: string, sign: string, change: object) => unknown} */
  const draw = (act, label, sign, change) =>
    findEvents(state, act).map(({ event, property }) => {
      const step = { [event]: { [property]: { lineId, ...change } } };
      return html`<button aria-label="${label} ${text}" @click=${() => doStep(step)}>${sign}</button>`;
    });
  return html`<span class="change">
    ${quantity > 1 ? draw("changeLine", "One less of", "−", { quantity: quantity - 1 }) : nothing}
    ${draw("changeLine", "One more of", "+", { quantity: quantity + 1 })}
    ${draw("takeLine", "Remove", "×", {})}
  </span>`;
}

/**
 * What a user has to see of a new state; undefined: nothing.
 * @param {PageState} state
 * @param {PageState} before
 */
export function drawNotice({ wire: [latest], recording }, before) {
  if (before.recording.isOn && !recording.isOn && recording.text === "") return "Nothing was recorded.";
  if (!latest) return before.wire.length > 0 ? "Another till, with an empty basket." : undefined;
  if (latest.verdict === "taken") return undefined;
  return html`${latest.event}: ${latest.says} <a href="#wire">See the wire</a>`;
}

/** @param {Sale} sale */
const drawReceipt = (sale) =>
  html`${drawLines(sale, () => nothing)}
  ${sale.footers.map(
    ({ before, after, code, isSeparate }) =>
      html`${isSeparate ? html`<hr />` : nothing}
        <p class="lined ${before.looks.join(" ")}">${before.text}</p>
        ${code && drawCode(code)}
        <p class="lined ${after.looks.join(" ")}">${after.text}</p>`,
  )}`;

/** What has its place elsewhere on the page. */
const placed = "putLine changeLine takeLine scan goToPayment leavePayment pay payOutside openSale".split(" ");

/** @param {Offer} offer */
const drawEvent = ({ event, label, about, sample = "{}" }) =>
  html`<form data-event=${event}>
    <h3>${label}</h3>
    <p>${about}</p>
    <label
      >What is special in it, as JSON <input name="parts" placeholder=${sample} autocomplete="off"
    /></label>
    <button>Send</button>
  </form>`;

/** @param {Entry} entry @param {boolean} isNewest */
const drawEntry = (entry, isNewest) =>
  html`<li class=${entry.verdict === "taken" ? "" : "bad"} value=${entry.id + 1}>
    <h3><a href=${entry.docs} target="docs">${entry.event}</a></h3>
    <p class="soft"><time>${time(entry.at)}</time> · ${entry.facts}</p>
    <p class="verdict">${entry.says}</p>
    ${entry.findings.map(
      ({ code, message, path, docs }) =>
        html`<p class="note bad">
          ${message} <code>${path}</code> <a href=${docs} target="docs">${code}: the rule</a>
        </p>`,
    )}
    ${entry.notes.map((note) => html`<p class="note">${note}</p>`)}
    ${drawJson("Request", entry.request, false)}
    ${drawJson("Answer", entry.answer, isNewest && entry.answer.length > 1)}
  </li>`;

/**
 * @param {"Request" | "Answer"} title
 * @param {Entry["request"]} lines
 * @param {boolean} isOpen
 */
const drawJson = (title, lines, isOpen) =>
  html`<details ?open=${isOpen}>
    <summary>${title}</summary>
    <pre tabindex="0">
${lines.map(({ text, isRefused }) => {
        const [indent] = /^ */.exec(text) ?? [];
        return isRefused ? html`${indent}<del>${text.trimStart()}</del>${"\n"}` : `${text}\n`;
      })}</pre>
  </details>`;

/** @param {PageState} state */
function drawRecording({ recording: { isOn, text, isOpen } }) {
  if (isOn) return html`<p class="note">What you do is recorded. It began with a new till.</p>`;
  if (text === "") return nothing;
  return html`<details class="more" open>
    <summary>Recording</summary>
    <div>
      <p>Save it, and play it: <code>mplus-codegen simulate recording.yaml --url …</code></p>
      ${isOpen ? html`<p class="note">Something is still open: it fails unless that ends.</p>` : nothing}
      <p class="buttons">
        <a class="main" href="recording.yaml" download>Save recording.yaml</a>
        <button @click=${() => navigator.clipboard.writeText(text)}>Copy</button>
      </p>
      <pre tabindex="0">${text}</pre>
    </div>
  </details>`;
}
