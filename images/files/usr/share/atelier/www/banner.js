// Tells people inside Jupyter, VS Code and RStudio what they would miss there: the countdown to an idle stop, a lost share,
// the end of their session. nginx adds this script to the applications' pages.
(() => {
  "use strict";
  const POLL_MS = 30_000;

  const bar = document.createElement("div");
  bar.id = "atelier-banner";
  bar.setAttribute("role", "status");
  Object.assign(bar.style, {
    position: "fixed",
    left: "0",
    right: "0",
    bottom: "0",
    zIndex: "2147483647",
    padding: "6px 12px",
    font: "14px system-ui, sans-serif",
    color: "#fff",
    background: "#8a3b00",
    textAlign: "center",
  });
  bar.hidden = true;

  function show(texts) {
    bar.replaceChildren(texts.join(" "));
    if (texts.length > 0) {
      const link = document.createElement("a");
      link.href = "/atelier/";
      link.target = "_blank";
      link.textContent = "More";
      link.style.color = "inherit";
      bar.append(" ", link);
    }
    bar.hidden = texts.length === 0;
  }

  async function refresh() {
    const answer = await fetch("/atelier/status", { cache: "no-store" });
    if (answer.status === 401) {
      return ["Your session has ended: save a copy of what you have open and reload the page to sign in again."];
    }
    if (!answer.ok) {
      return [];
    }
    return (await answer.json()).banners;
  }

  async function poll() {
    try {
      show(await refresh());
    } catch {
      show(["The workstation does not answer."]);
    }
  }

  function start() {
    document.body.append(bar);
    poll();
    setInterval(poll, POLL_MS);
  }

  if (document.body) {
    start();
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
})();
