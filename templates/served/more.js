import { html, nothing, render } from "./lit-html/lit-html.js";
import { drawOption, fetchSample, find, prose } from "./ask.js";

/** @typedef {import("./ask.js").PageState} PageState */

/** Acts that have their own place on the page. */
const placed = "putLine changeLine takeLine scan goToPayment leavePayment pay payOutside openSale".split(" ");

/** The selected event, and the sample shown for it. `of` says for which till. */
const view = { event: "", of: "", sample: "", isLoading: false };

/**
 * Draws the events without a place of their own.
 * @param {PageState} state
 */
export function drawMore(state) {
  const others = state.offers.filter(
    (each) => !each.onlyEnds && !each.acts.some((act) => placed.includes(act)),
  );
  const offer = others.find(({ event }) => event === view.event) ?? others[0];
  if (!offer) return nothing;
  void showSample(offer.event, state);
  const choose = (/** @type {{ target: HTMLSelectElement }} */ { target }) => {
    view.event = target.value;
    render(drawMore(state), find("more"));
  };
  return html`<label>
      Event
      <select name="event" @change=${choose}>
        ${others.map(({ event, label }) => drawOption(event, label, offer.event))}
      </select>
    </label>
    <p class="soft">${prose(offer.about)}</p>
    <label
      >Properties, as JSON
      <textarea
        name="parts"
        rows="8"
        spellcheck="false"
        placeholder="The till fills in everything itself."
        .value=${view.sample}
        ?disabled=${view.isLoading}
      ></textarea>
    </label>
    <button ?disabled=${view.isLoading}>Send</button>`;
}

/** Keeps what a user has typed until another event or till is chosen. @param {string} event @param {PageState} state */
async function showSample(event, state) {
  const { release, product, subscription, url } = state;
  const of = [event, release, product, subscription, url].join("\n");
  if (of === view.of || !find("more").closest("details")?.open) return;
  // The sample of another event must not be sent.
  Object.assign(view, { of, sample: "", isLoading: true });
  await Promise.resolve();
  render(drawMore(state), find("more"));
  const sample = await fetchSample(event);
  if (of !== view.of) return;
  Object.assign(view, { sample, isLoading: false });
  render(drawMore(state), find("more"));
}
