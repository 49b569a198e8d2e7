"use strict";
document.documentElement.classList.add("js");
(function () {
  const narrow = window.matchMedia("(max-width: 820px)");
  const articles = [...document.querySelectorAll(".doc")].map(wire);
  const links = [...document.querySelectorAll(".files a")];
  let open = articles[0];

  function wire(root) {
    const all = (what) => [...root.querySelectorAll(what)];
    const one = (what) => root.querySelector(what);
    const cards = all(".card");
    const byNumber = new Map(cards.map((card) => [card.dataset.n, card]));
    const marks = all(".mark").map((mark) => ({ mark, numbers: mark.dataset.f.trim().split(" ") }));
    const severities = ["error", "warning", "info"];
    const toggles = all(".toggle");
    const filters = all("[data-filter]");
    const status = one(".shown");
    const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
    let current = null;

    function visible(card) {
      return !card.hidden;
    }

    function filter() {
      const off = new Set(toggles.filter((b) => b.getAttribute("aria-pressed") === "false").map((b) => b.dataset.severity));
      const wanted = Object.fromEntries(filters.map((field) => [field.dataset.filter, field.value.trim().toLowerCase()]));
      for (const card of cards) {
        card.hidden =
          off.has(card.dataset.severity) ||
          (wanted.family !== "" && card.dataset.family.toLowerCase() !== wanted.family) ||
          (wanted.chapter !== "" && card.dataset.chapter !== wanted.chapter) ||
          (wanted.text !== "" && !texts.get(card).includes(wanted.text));
      }
      for (const { mark, numbers } of marks) {
        const shown = numbers.map((number) => byNumber.get(number)).filter(visible);
        const gravest = severities.find((severity) => shown.some((card) => card.dataset.severity === severity));
        mark.classList.remove("off", ...severities);
        mark.classList.add(gravest || "off");
      }
      count();
      if (current && current.hidden) leave();
    }

    function count() {
      const shown = cards.filter(visible);
      status.textContent = status.dataset.words.replace("{0}", String(shown.length)).replace("{1}", String(cards.length));
      one(".nothing").hidden = shown.length > 0;
      one(".reset").hidden = shown.length === cards.length;
    }

    function leave() {
      current = null;
      root.classList.remove("sheet");
      all(".current").forEach((node) => node.classList.remove("current"));
    }

    function choose(card, focus) {
      leave();
      current = card;
      card.classList.add("current");
      const words = marks.filter(({ numbers }) => numbers.includes(card.dataset.n)).map(({ mark }) => mark);
      words.forEach((mark) => mark.classList.add("current"));
      if (narrow.matches && words.length) root.classList.add("sheet");
      const pane = one(".findings");
      if (!narrow.matches && words.length) {
        pane.scrollTop += card.getBoundingClientRect().top - pane.getBoundingClientRect().top - one(".bar").offsetHeight - 8;
      } else if (!words.length) {
        card.scrollIntoView({ block: "center" });
      }
      if (words.length) {
        if (!narrow.matches) words[0].scrollIntoView({ block: "center" });
        else words[0].scrollIntoView({ block: "start" });
      }
      if (focus) focus === "card" ? card.focus({ preventScroll: true }) : words[0] && words[0].focus({ preventScroll: true });
    }

    function step(by, focus) {
      const shown = cards.filter(visible);
      if (!shown.length) return;
      const at = shown.indexOf(current);
      choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length], focus);
    }

    for (const { mark, numbers } of marks) {
      mark.addEventListener("click", (event) => {
        event.preventDefault();
        const card = numbers.map((number) => byNumber.get(number)).find(visible);
        if (card) choose(card, "card");
      });
    }
    for (const card of cards) {
      card.addEventListener("click", (event) => {
        if (event.target.closest("details") || String(window.getSelection())) return;
        event.preventDefault();
        choose(card, "words");
      });
    }
    if (cards.length) {
      all(".filters, .steps button, .close").forEach((node) => (node.hidden = false));
      toggles.forEach((button) =>
        button.addEventListener("click", () => {
          button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false"));
          filter();
        }),
      );
      filters.forEach((field) => field.addEventListener("input", filter));
      all("[data-step]").forEach((button) => button.addEventListener("click", () => step(Number(button.dataset.step))));
      one(".reset").addEventListener("click", () => {
        toggles.forEach((button) => button.setAttribute("aria-pressed", "true"));
        filters.forEach((field) => (field.value = ""));
        filter();
      });
      one(".close").addEventListener("click", leave);
      one(".to-list").addEventListener("click", () => {
        leave();
        one(".findings").scrollIntoView({ block: "start" });
      });
      filter();
    }
    const outline = one(".outline");
    if (outline && window.matchMedia("(max-width: 1180px)").matches) outline.open = false;
    const chart = one(".chart");
    if (chart && narrow.matches) chart.open = false;
    return { root, step, choose, find: (id) => cards.find((card) => card.id === id) };
  }

  function show(id) {
    open = articles.find((article) => article.root.dataset.id === id) || articles[0];
    for (const article of articles) article.root.hidden = article !== open;
    for (const link of links) {
      if (link.dataset.doc === open.root.dataset.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  if (links.length) {
    show("");
    for (const link of links) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(link.dataset.doc);
      });
    }
  }
  const named = location.hash.slice(1);
  for (const article of articles) {
    const card = article.find(named);
    if (card) {
      if (links.length) show(article.root.dataset.id);
      article.choose(card);
    }
  }
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll(".legend, .chart").forEach((details) => (details.open = true));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j") open.step(1, "card");
    if (event.key === "k") open.step(-1, "card");
  });
})();
