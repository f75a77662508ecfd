import { html, nothing } from "./lit-html/lit-html.js";
import { repeat } from "./lit-html/directives/repeat.js";
import { addLine, doStep, drawOption, findEvents, money, saveSale, time } from "./ask.js";
import { drawMore } from "./more.js";
import { drawScenario } from "./scenario.js";

/** @typedef {import("./ask.js").PageState} PageState */
/** @typedef {PageState["sale"]} Sale */
/** @typedef {Sale["lines"][number]} Line */
/** @typedef {PageState["offers"][number]} Offer */

/**
 * Draws the content of each area, by element id.
 * @type {Readonly<Record<string, (state: PageState) => unknown>>}
 */
export const areas = {
  warning: ({ url, subscription, isBesideShops }) =>
    isBesideShops
      ? html`This till sends made-up events to ${url} as ${subscription}: the server that real shops use.`
      : nothing,
  where: ({ url, subscription }) => html`${url} as ${subscription}`,
  progress: (state) => (state.sale.isPaying ? nothing : drawProgress(state)),
  release: ({ releases, release }) => releases.map((each) => drawOption(each, `v${each}`, release)),
  product: ({ products, product }) => products.map(({ id, name }) => drawOption(id, name, product)),
  subscription: ({ shops, subscription }) =>
    shops.length > 1 ? shops.map((each) => drawOption(each, each, subscription)) : nothing,
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
  payment: drawPayment,
  display: ({ sale, screen: { customer, code, link } }) =>
    html`<p class="lined">${(customer?.until ?? Infinity) > Date.now() ? customer?.text : nothing}</p>
      <p class="row amount">
        ${sale.isPaid ? "Thank you" : sale.ended ? "Ended" : html`Total <b>${money(sale.total)}</b>`}
      </p>
      ${code && drawCode(code)}
      ${link && html`<a href=${link.url} target="_blank" rel="noopener">${link.title}</a>`}`,
  basket: (state) => (state.sale.isPaid ? nothing : drawBasket(state)),
  messages: ({ screen: { messages } }) =>
    messages.length === 0
      ? html`<small>Your server's messages to the cashier appear here.</small>`
      : messages
          .map((each) => html`<p>${each.text} ${each.time && html`<time>${time(each.time)}</time>`}</p>`)
          .reverse(),
  receipt: (state) => (state.sale.isPaid || state.sale.footers.length > 0 ? drawReceipt(state) : nothing),
  more: drawMore,
  play: drawScenario,
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
  ["2900004815168", "Member card"],
  ["2900004815175", "Member card with points"],
  ["ZEEP3-7Q2K", "Coupon for soap"],
  ["GIFT-25-0001", "Gift card"],
  ["LOYAL-42", "Card from the guide"],
  ["8711234567890", "Unknown code"],
];

/** @param {string} text */
const drawCancel = (text) =>
  html`<button class="quiet" @click=${() => doStep({ cancel: null })}>${text}</button>`;

/**
 * Draws a button for each event that reports an act.
 * @param {PageState} state
 * @param {string} act
 * @param {string} label
 * @param {string} [look]
 */
const drawActs = (state, act, label, look = "main") =>
  findEvents(state, act).map((offer) => drawButton(offer, label, look));

/** @param {Offer} offer @param {string} label @param {string} look */
const drawButton = ({ event, about }, label, look) =>
  html`<button class=${look} title=${about} @click=${() => doStep({ [event]: {} })}>${label}</button>`;

/** While a payment is polled, it can only be cancelled. @param {PageState} state */
function drawPayment(state) {
  const { sale, screen, waits } = state;
  if (!sale.isPaying) return nothing;
  const isPaid = sale.lines.length > 0 && sale.openAmount <= 0;
  const isAsked = waits.length > 0 || isStarting(state);
  const [amount, text] = isPaid ? [sale.total, "Paid"] : [sale.openAmount, "To pay"];
  return html`<p class="row amount">${text} <b>${money(amount)}</b></p>
    ${
      isAsked
        ? html`<b class="lined">${screen.progress || "Waiting for payment"}</b>`
        : html`<p class="buttons wide">
            ${drawActs(state, "pay", isPaid ? "Finish the sale" : "Pay at this till")}
            ${isPaid ? nothing : drawActs(state, "payOutside", "Pay outside the till", "")}
          </p>`
    }
    ${drawProgress(state)}
    ${isAsked ? nothing : html`<p class="end">${drawActs(state, "leavePayment", "Go back to the sale", "quiet")}</p>`}`;
}

/** True during the first request of a payment, which can already be cancelled. @param {PageState} state */
const isStarting = (state) =>
  findEvents(state, "payOutside").some(({ event }) => event === state.underWay?.event);

/** Draws a countdown of what the till waits for. @param {PageState} state */
function drawProgress(state) {
  const { underWay, attempt, waits, isPlaying, isCancelling } = state;
  const [next] = waits;
  if (!underWay && !next) return nothing;
  if (!underWay && isPlaying) return html`<p><small>The scenario says when the till asks again.</small></p>`;
  const seconds = Math.max(0, Math.ceil(((underWay?.until ?? next?.at ?? 0) - Date.now()) / 1000));
  const text = isCancelling
    ? `You cancelled the payment. Asking again in ${seconds} s whether it has ended`
    : underWay
      ? `Waiting for an answer: ${seconds} s left`
      : attempt > 1
        ? `Asking again in ${seconds} s (attempt ${attempt})`
        : `Asking in ${seconds} s`;
  const cancel = (next ?? isStarting(state)) && !isCancelling ? drawCancel("Cancel") : nothing;
  return html`<p class="row"><small>${text}</small> ${cancel}</p>`;
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

/** @param {Sale} sale */
const drawFacts = ({ facts }) => facts.map((fact) => html`<p class="soft">${fact}</p>`);

/** @param {PageState} state */
function drawBasket(state) {
  const { lines, isPaying, ended, total } = state.sale;
  const facts = drawFacts(state.sale);
  if (lines.length === 0 || ended)
    return html`${facts}
      <p class="end">
        ${drawSave(state)} ${drawActs(state, "openSale", "Start a new sale", ended ? "main" : "quiet")}
      </p>`;
  return html`${facts} ${drawLines(state.sale, (line) => (isPaying ? nothing : drawLineButtons(line, state)))}
  ${
    isPaying
      ? nothing
      : html`<p class="row wide pay">
            <span>Total <b>${money(total)}</b></span> ${drawActs(state, "goToPayment", "Pay")}
          </p>
          <p class="end">
            ${drawSave(state)}
            ${state.offers.filter(({ onlyEnds }) => onlyEnds).map((each) => drawButton(each, each.label, "quiet"))}
          </p>`
  }`;
}

/** @param {PageState} state */
const drawSave = ({ maySave }) =>
  maySave
    ? html`<button class="quiet" title="Download the steps of this sale as a scenario" @click=${saveSale}>
        Save as a scenario
      </button>`
    : nothing;

/**
 * Draws the lines of a sale and its sums.
 * @param {Sale} sale
 * @param {(line: Line) => unknown} drawControls
 */
function drawLines({ lines, sums }, drawControls) {
  const draw = (/** @type {Line} */ line) =>
    html`<li>
      <span>${line.text}</span> <b>${money(line.total)}</b>
      <small>
        ${line.quantity} × ${money(line.price)}
        ${line.discount.text && html`<br />${line.discount.text} <span class="sum">${money(-line.discount.amount)}</span>`}
      </small>
      ${drawControls(line)}
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
  /** @type {(act: string, label: string, sign: string, change?: { quantity: number }) => unknown} */
  const draw = (act, label, sign, change) => {
    const isOff = (change?.quantity ?? 1) <= 0;
    return findEvents(state, act).map(({ event, property }) => {
      const step = { [event]: { [property]: { lineId, ...change } } };
      return html`<button
        aria-label="${label} ${text}"
        aria-disabled=${isOff}
        @click=${() => !isOff && doStep(step)}
      >
        ${sign}
      </button>`;
    });
  };
  return html`<span class="change">
    ${draw("changeLine", "One less of", "−", { quantity: quantity - 1 })}
    ${draw("changeLine", "One more of", "+", { quantity: quantity + 1 })} ${draw("takeLine", "Remove", "×")}
  </span>`;
}

/**
 * The notice about a new state; undefined if there is none.
 * @param {PageState["wire"][number] | undefined} latest
 * @param {PageState} state
 * @param {PageState} before
 */
export function drawNotice(latest, { release, product, subscription }, before) {
  if (release !== before.release || product !== before.product || subscription !== before.subscription)
    return "This is a new till with an empty basket.";
  if (!latest || latest.state === "accepted") return undefined;
  return html`${latest.event}: ${latest.says} <a href="#wire">See the request</a>`;
}

/** @param {PageState} state */
const drawReceipt = (state) =>
  html`${
      state.sale.isPaid
        ? html`<div>${drawFacts(state.sale)}</div>
            <p class="buttons">${drawActs(state, "openSale", "Start a new sale")} ${drawSave(state)}</p>`
        : nothing
    }
    <div class="slip">
      ${drawLines(state.sale, () => nothing)}
      ${state.sale.footers.map(
        ({ before, after, code, isSeparate }) =>
          html`${isSeparate ? html`<hr />` : nothing}
            <p class="lined ${before.looks.join(" ")}">${before.text}</p>
            ${code && drawCode(code)}
            <p class="lined ${after.looks.join(" ")}">${after.text}</p>`,
      )}
    </div>`;
