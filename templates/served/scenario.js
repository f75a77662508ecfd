import { html, nothing, render } from "./lit-html/lit-html.js";
import { askScenario, drawOption, find, mayEmpty, prose } from "./ask.js";

/** @typedef {import("./ask.js").PageState} PageState */
/** @typedef {NonNullable<PageState["scenario"]>} Scenario */
/** @typedef {Scenario["steps"][number]} Step */

/** @type {PageState | undefined} */
let latest;
/** The reader's problems, and the chosen built-in scenario. */
const view = { problem: "", name: "" };

/**
 * Draws the choice of a scenario, or the chosen one with its steps.
 * @param {PageState} state
 */
export function drawScenario(state) {
  latest = state;
  const { scenario } = state;
  find("scenario").classList.toggle("active", scenario !== undefined);
  return html`${scenario ? drawSteps(scenario, state) : drawChoice(state)}
  ${view.problem && html`<p class="note bad lined" role="alert">${view.problem}</p>`}`;
}

/** @param {object} asked */
async function ask(asked) {
  view.problem = await askScenario(asked);
  if (latest) render(drawScenario(latest), find("play"));
}

/** @param {object} source */
const open = (source) => void (mayEmpty(latest) && ask(source));

/** @param {PageState} state */
function drawChoice({ scenarios }) {
  view.name ||= scenarios[0] ?? "";
  const choose = (/** @type {{ target: HTMLSelectElement }} */ { target }) => void (view.name = target.value);
  const read = async (/** @type {{ target: HTMLInputElement }} */ { target }) => {
    const [file] = target.files ?? [];
    if (file) open({ file: file.name, text: await file.text() });
    target.value = "";
  };
  return html`<p class="soft">Play a sale step by step at a till of its own. Each answer is checked.</p>
    <p class="row choice">
      ${
        scenarios.length > 0
          ? html`<label>
                Built-in scenario
                <select @change=${choose}>
                  ${scenarios.map((name) => drawOption(name, name, view.name))}
                </select>
              </label>
              <button @click=${() => open({ name: view.name })}>Open</button>`
          : nothing
      }
      <label>Or a file <input type="file" accept=".yaml,.yml,.json" @change=${read} /></label>
    </p>`;
}

/** @param {Scenario} scenario @param {PageState} state */
function drawSteps({ name, file, about, needs, names, at, steps, outcome, says }, { isPlaying }) {
  const choose = (/** @type {{ target: HTMLSelectElement }} */ { target }) =>
    void ask({ at: Number(target.value) });
  const next = steps.findIndex((step) => step.outcome === "");
  const head = html`<div class="row">
      <h2 title=${file}>${name}</h2>
      <button class="quiet" @click=${() => void ask({ close: true })}>Close</button>
    </div>
    ${
      names.length > 1
        ? html`<label>
            Scenario of this file
            <select @change=${choose}>
              ${names.map((each, index) => drawOption(`${index}`, each, `${at}`))}
            </select>
          </label>`
        : nothing
    }
    ${about && html`<p class="soft">${prose(about)}</p>`}
    ${needs && html`<p class="soft">Requires: ${prose(needs)}</p>`}
    <p class="buttons">
      ${
        isPlaying
          ? html`<button class="main" @click=${() => void ask({ next: true })}>Next step</button>
              <button @click=${() => void ask({ all: true })}>Play all</button>`
          : html`<button class="main" @click=${() => void ask({ at })}>Play again</button>`
      }
    </p>
    <div role="status">
      ${outcome && html`<p class="note ${outcome === "passed" ? "" : "bad"}">${verdicts[outcome]} ${prose(says.join(" "))}</p>`}
    </div>`;
  return html`<div class="about">${head}</div>
    <ol class="steps" tabindex="0" aria-label="Steps">
      ${steps.map((step, index) => drawStep(step, isPlaying && index === next))}
    </ol>`;
}

/**
 * Scrolls to the step that has been played.
 * @param {PageState} next
 * @param {PageState} before
 */
export function followSteps({ scenario }, { scenario: earlier }) {
  const count = (/** @type {typeof scenario} */ each) =>
    each?.steps.findIndex(({ outcome }) => outcome === "");
  if (scenario && count(scenario) !== count(earlier))
    document.querySelector(".steps .bad, .steps [aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** @type {Readonly<Record<string, string>>} */
const verdicts = {
  passed: "The scenario passed.",
  failed: "The scenario failed.",
  "not played": "This till cannot play the scenario.",
};

/** @type {Readonly<Record<string, string>>} */
const marks = { passed: "✓", failed: "✕", "not played": "–" };

/** @param {Step} step @param {boolean} isNext */
const drawStep = ({ title, outcome, failures, says }, isNext) =>
  html`<li class=${outcome === "failed" ? "bad" : ""} aria-current=${isNext ? "step" : nothing}>
    <b>${marks[outcome] ?? (isNext ? "▸" : "·")} ${title}</b>
    <span class="unseen">${outcome}</span>
    ${failures.map(
      ({ message, differences }) =>
        html`<p>${message}</p>
          ${differences.map(
            ({ path, expected, seen }) =>
              html`<p><code>${path}</code> expected <code>${expected}</code>, seen <code>${seen}</code></p>`,
          )}`,
    )}
    ${says.map((each) => html`<p class="soft">${each}</p>`)}
  </li>`;
