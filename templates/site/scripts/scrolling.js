/** Lets the Tab key stop at regions that scroll, so that the arrow keys move them, and at no others. */
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
