// Enhancement only: pages read, filter and print without it.
const d = document, $ = (s, e = d) => e.querySelector(s), $$ = (s, e = d) => [...e.querySelectorAll(s)];
const root = d.documentElement, lang = root.lang;

// Theme: the button says what is on now.
const theme = $(".theme");
const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const press = () => theme.setAttribute("aria-pressed", dark());
if (theme) {
  theme.onclick = () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.theme = root.dataset.theme; } catch {}
    press();
  };
  press();
}

// Closing in words, and never a lie after the instant has passed.
const words = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
for (const t of $$("time[data-rel]")) {
  const ms = Date.parse(t.dateTime) - Date.now(), h = Math.round(ms / 36e5), out = $(".rel", t.parentNode);
  const days = Math.round((new Date(t.dateTime).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 864e5);
  const row = t.closest("li");
  if (row?.dataset.opens && Date.parse(row.dataset.opens) <= Date.now()) row.classList.replace("planned", "open");
  // The second of the closing still counts.
  if (ms <= -1000) {
    out.textContent = out.dataset.past;
    row?.classList.replace("open", "evaluation");
  } else {
    out.textContent = Math.abs(h) < 24 ? words.format(h, "hour") : words.format(days, "day");
    out.classList.toggle("soon", days < 4);
  }
}
for (const s of $$("[data-closed]")) {
  const over = Date.parse(s.dataset.closes ?? $("[data-rel]").dateTime) + 1000 <= Date.now(), early = Date.parse(s.dataset.opens) > Date.now();
  if (early) continue;
  s.textContent = over ? s.dataset.closed : s.dataset.open;
  s.classList.toggle("past", over);
}

// Dates: what has passed is marked here, never in the page.
for (const l of $$("[data-live]")) {
  // A day passes with its last second.
  const end = at => Date.parse(at.length > 10 ? at : at + "T23:59:59");
  const past = li => end($("time", li).dateTime) < Date.now(), steps = [...l.children];
  for (const li of steps) li.classList.toggle("was", past(li));
  steps.find(li => !past(li))?.setAttribute("aria-current", "step");
}

// The list: the style sheet hides by facet; this counts and sorts, and keeps the choice in the address.
const list = $(".ops"), facets = $(".facets");
if (list && facets) {
  const rows = $$(":scope > li", list), count = $("#count"), none = $(".none"), sort = $("#sort");
  const fields = [...$$("select", facets), sort], address = new URLSearchParams(location.search);
  const first = s => [...s.options].find(o => o.defaultSelected) ?? s.options[0];
  const keys = {
    closing: r => Date.parse($("time", r).dateTime),
    price: r => -r.dataset.p,
    newest: r => -Date.parse(r.dataset.d),
  };
  for (const s of fields) if ([...s.options].some(o => o.value === address.get(s.name))) s.value = address.get(s.name);
  if (matchMedia("(min-width: 62rem)").matches) $("details", facets).open = true;
  const show = () => {
    const n = rows.filter(r => r.offsetParent).length, key = keys[sort.value];
    count.textContent = count.dataset[n > 1 || (!n && lang < "f") ? "many" : "one"].replace("#", n);
    none.hidden = n > 0;
    list.append(...rows.sort((a, b) => key(a) - key(b)));
    const now = new URLSearchParams();
    for (const s of fields) if (s.value !== first(s).value) now.set(s.name, s.value);
    history.replaceState(null, "", now.size ? "?" + now : location.pathname);
  };
  for (const e of [facets, sort]) e.addEventListener("input", show);
  facets.addEventListener("reset", () => setTimeout(show));
  show();
}
