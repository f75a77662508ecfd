/** What scrolls can be focused, so that the arrow keys move it; what does not scroll needs no stop of the Tab key. */
function watchScrolling() {
  const update = (/** @type {HTMLElement} */ element) => {
    const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    if (scrolls) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) update(target);
  });
  document.querySelectorAll("[data-scroll]").forEach((element) => observer.observe(element));
}

watchScrolling();
