import { html, nothing } from "./lit-html/lit-html.js";
import { doStep } from "./ask.js";

/** @typedef {import("./ask.js").PageState["open"]} Open */
/** @typedef {NonNullable<Open["dialog"]>} Dialog */
/** @typedef {NonNullable<Open["form"]>} Form */

/**
 * Draws the open dialog or form; undefined if there is none.
 * @param {Open} open
 */
export const drawQuestion = ({ dialog, form, note }) =>
  dialog ? drawDialog(dialog, note) : form ? drawForm(form, note) : undefined;

/** @param {Dialog} dialog @param {string} note */
function drawDialog(dialog, note) {
  const { dialogTitle, dialogOptions, allowMultipleOptions, requireConfirmation, required } = dialog;
  const names = dialogOptions.map(({ optionName }) => optionName);
  const choose = (/** @type {FormData} */ data) => {
    const chosen = dialogOptions.filter(({ optionId }) => data.getAll("option").includes(`${optionId}`));
    // Option names may repeat, even a name that is not shown.
    const isClear = note === "" && new Set(names).size === names.length;
    const choice = chosen.map(({ optionId, optionName }) => (isClear ? optionName : optionId));
    doStep({ choose: choice.length === 1 ? choice[0] : choice });
  };
  const isConfirmed = allowMultipleOptions || requireConfirmation === true;
  const type = allowMultipleOptions ? "checkbox" : "radio";
  return drawBox(dialogTitle, choose, {
    ...{ isConfirmed, mayClose: !required, note },
    content: html`<div class="options">
      ${dialogOptions.map(({ optionId: id, optionName: name, disabled }) =>
        isConfirmed
          ? html`<label><input type=${type} name="option" value=${id} ?disabled=${disabled} />${name}</label>`
          : html`<button name="option" value=${id} ?disabled=${disabled}>${name}</button>`,
      )}
    </div>`,
  });
}

/** @param {Form} form @param {string} note */
function drawForm({ title, fields, enableReset = false }, note) {
  const fill = (/** @type {FormData} */ data) => {
    const read = fields.flatMap(({ id, type }) => {
      if (type === "label") return [];
      if (type === "checkbox") return [[id, String(data.has(id))]];
      return [[id, type === "select" ? data.getAll(id).filter(Boolean) : data.get(id)]];
    });
    doStep({ fill: Object.fromEntries(/** @type {[string, unknown][]} */ (read)) });
  };
  const content = html`${fields.map(drawField)}
  ${enableReset ? html`<button type="reset">Reset</button>` : nothing}`;
  return drawBox(title, fill, { content, note, isConfirmed: true, mayClose: true });
}

/**
 * @param {string} title
 * @param {(data: FormData) => void} answer
 * @param {{ content: unknown, note: string, isConfirmed: boolean, mayClose: boolean }} parts
 */
const drawBox = (title, answer, { content, note, isConfirmed, mayClose }) =>
  html`<form
    @submit=${(/** @type {SubmitEvent & { target: HTMLFormElement }} */ event) => {
      event.preventDefault();
      answer(new FormData(event.target, event.submitter));
    }}
  >
    <h2 id="question-title">${title}</h2>
    ${note && html`<p class="note">${note}</p>`} ${content}
    <p class="buttons">
      ${isConfirmed ? html`<button class="main">Confirm</button>` : nothing}
      ${mayClose ? html`<button type="button" @click=${() => doStep({ cancel: null })}>Cancel</button>` : nothing}
    </p>
  </form>`;

/** @param {Form["fields"][number]} field */
function drawField({ id, type, label, hint, required, multiple, options = [], value = "", ...limits }) {
  if (type === "label") return html`<p>${label}</p>`;
  const control =
    type === "select"
      ? html`<select name=${id} ?required=${required} ?multiple=${multiple}>
          ${multiple ? nothing : html`<option value="">Choose</option>`}
          ${options.map(
            (option) =>
              html`<option value=${option.id} ?selected=${option.selected} ?disabled=${option.disabled}>
                ${option.label}
              </option>`,
          )}
        </select>`
      : html`<input
          name=${id}
          type=${type}
          ?required=${required}
          value=${value}
          ?checked=${value === "true"}
          minlength=${limits.minimumLength ?? nothing}
          maxlength=${limits.maximumLength ?? nothing}
          pattern=${limits.regex ?? nothing}
          min=${limits.minimumValue ?? limits.miminumValue ?? nothing}
          max=${limits.maximumValue ?? nothing}
          step=${type === "number" ? 10 ** -(limits.decimals ?? 0) : nothing}
        />`;
  return html`<label>${label}${required ? nothing : " (optional)"} ${control} <small>${hint}</small></label>`;
}
