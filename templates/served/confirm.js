import { html, nothing, render } from "./lit-html/lit-html.js";
import { find } from "./ask.js";

/** The endpoint that requests are forwarded to. */
export const getServer = () => find("where").textContent.replace("forwarded to ", "");

/**
 * Asks before something is sent to a server that real shops may use.
 * @param {{ event: string, shop: string }} request
 * @param {() => unknown} onConfirm
 */
export function confirmSending({ event, shop }, onConfirm) {
  confirmIn(
    `Send ${event} to ${getServer()}?`,
    html`<p>
      The request is signed with your secret, as ${shop}. Your server cannot tell it from the shop's own, so
      it may change real data. The request keeps its counter: a server that recognizes repeats may answer as
      before.
    </p>`,
    { label: "Send", onConfirm },
  );
}

/**
 * Asks what a saved scenario may contain.
 * @param {(isRedacted: boolean) => unknown} onConfirm
 */
export function confirmSaving(onConfirm) {
  confirmIn(
    "Save this sale as a scenario?",
    html`<p>
        Names, texts and numbers of customers are replaced, unless you keep the real data. To play a scenario
        with replaced numbers, add them to your test server.
      </p>
      <label class="check"><input type="checkbox" name="real" /> Keep the real data of customers</label>`,
    { label: "Save", onConfirm: (data) => onConfirm(!data.has("real")) },
  );
}

/**
 * @param {string} title
 * @param {unknown} content
 * @param {{ label: string, onConfirm: (data: FormData) => unknown }} action
 */
function confirmIn(title, content, { label, onConfirm }) {
  const dialog = /** @type {HTMLDialogElement} */ (find("confirm"));
  const answer = (/** @type {SubmitEvent & { target: HTMLFormElement }} */ submitted) => {
    submitted.preventDefault();
    const isConfirmed = /** @type {HTMLButtonElement | null} */ (submitted.submitter)?.value === "yes";
    dialog.close();
    if (isConfirmed) onConfirm(new FormData(submitted.target));
  };
  // A ticked box must not stay ticked for the next question.
  render(nothing, dialog);
  render(
    html`<form @submit=${answer}>
      <h2 id="confirm-title">${title}</h2>
      ${content}
      <p class="buttons">
        <button class="main" value="yes">${label}</button>
        <button value="no" autofocus>Cancel</button>
      </p>
    </form>`,
    dialog,
  );
  dialog.showModal();
}
