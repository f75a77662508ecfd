import { html, render } from "./lit-html/lit-html.js";
import { find } from "./ask.js";

/**
 * Asks before something is sent to a server that real shops may use.
 * @param {{ event: string, shop: string }} request
 * @param {() => unknown} onConfirm
 */
export function confirmSending({ event, shop }, onConfirm) {
  const dialog = /** @type {HTMLDialogElement} */ (find("confirm"));
  const server = (find("where").textContent ?? "").replace("forwarded to ", "");
  const answer = (/** @type {SubmitEvent} */ submitted) => {
    submitted.preventDefault();
    const isSent = /** @type {HTMLButtonElement | null} */ (submitted.submitter)?.value === "send";
    dialog.close();
    if (isSent) onConfirm();
  };
  render(
    html`<form @submit=${answer}>
      <h2 id="confirm-title">Send ${event} to ${server}?</h2>
      <p>
        The request is signed with your secret, as ${shop}. Your server cannot tell it from the shop's own, so
        it may change real data.
      </p>
      <p class="buttons">
        <button class="main" value="send">Send</button>
        <button value="cancel" autofocus>Cancel</button>
      </p>
    </form>`,
    dialog,
  );
  dialog.showModal();
}
