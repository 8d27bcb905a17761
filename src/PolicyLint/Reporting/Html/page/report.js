
"use strict";
(() => {
  const root = document.documentElement;
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // Light or dark: what the system says, until somebody chooses. A page that is a file may have no memory.
  const remembered = {
    get() { try { return localStorage.getItem("policylint-theme"); } catch { return null; } },
    set(theme) { try { localStorage.setItem("policylint-theme", theme); } catch { /* then only for this visit */ } },
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = byId("theme");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const label = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", `Change to ${isDark() ? "light" : "dark"} colours`); };
  const known = remembered.get();
  if (known === "light" || known === "dark") root.dataset.theme = known;
  button.hidden = false;
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; remembered.set(root.dataset.theme); label(); });
  system.addEventListener("change", label);
  label();

  // The filter. A finding also matches by the name of its policy.
  const form = find("form.filter")[0];
  const text = byId("text");
  const rule = byId("rule");
  const shown = byId("shown");
  const boxes = find("input[name=severity]");
  const policies = find("section.policy").map((section) => ({
    section,
    name: section.querySelector("h3").textContent.toLowerCase(),
    findings: find("article.finding", section).map((article) => ({ article, words: article.textContent.toLowerCase() })),
  }));

  const apply = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const isNarrowed = words.length > 0 || rule.value !== "" || severities.size < boxes.length;
    let count = 0;
    let sections = 0;
    for (const { section, name, findings } of policies) {
      let here = 0;
      for (const { article, words: content } of findings) {
        const matches = severities.has(article.dataset.severity)
          && (rule.value === "" || article.dataset.rule === rule.value)
          && words.every((word) => content.includes(word) || name.includes(word));
        article.hidden = !matches;
        if (matches) here++;
      }
      section.hidden = isNarrowed && here === 0;
      if (!section.hidden) sections++;
      count += here;
    }
    byId("nothing").hidden = sections > 0 || policies.length === 0;
    shown.textContent = isNarrowed ? `${count} of ${shown.dataset.total} shown` : `${shown.dataset.total} shown`;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  apply();

  // From finding to finding.
  const step = (by) => {
    const visible = find("article.finding").filter((article) => !article.hidden);
    if (visible.length === 0) return;
    const focused = document.activeElement?.closest?.("article.finding");
    let next = visible.indexOf(focused) + by;
    if (focused == null) {
      const below = visible.findIndex((article) => article.getBoundingClientRect().bottom > 0);
      next = by > 0 ? Math.max(below, 0) : below - 1;
    }
    const target = visible[Math.min(Math.max(next, 0), visible.length - 1)];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches?.("input[type=search], select");
    if (event.key === "Escape" && event.target === text) { text.value = ""; apply(); }
    else if (isTyping) return;
    else if (event.key === "/") { event.preventDefault(); text.focus(); }
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });

  // Paper has nothing to click on.
  addEventListener("beforeprint", () => find("details").forEach((details) => { details.open = true; }));
})();
