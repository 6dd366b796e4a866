// Runs before anything is drawn, so that no page is ever shown in the wrong theme; it waits no longer than the style.
document.documentElement.className = "";
try { const theme = localStorage.theme; if (theme) document.documentElement.dataset.theme = theme; } catch {}
