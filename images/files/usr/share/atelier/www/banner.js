// Tells people inside Jupyter, VS Code and RStudio what they would miss there: the countdown to an idle stop, a lost share,
// the end of their session. nginx adds this script to the applications' pages.
(() => {
  "use strict";
  const POLL_MS = 30_000;
  const COUNTDOWN_MS = 15 * 60_000;

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

  function countdown(idle) {
    if (idle.state === "stopping") {
      return ["This workstation is being stopped now."];
    }
    const left = Date.parse(idle.stopsAt) - Date.now();
    if (idle.state !== "idle" || !(left < COUNTDOWN_MS)) {
      return [];
    }
    const minutes = Math.max(1, Math.ceil(left / 60_000));
    return [`Idle: this workstation stops in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`];
  }

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
    const status = await answer.json();
    return [...status.banners, ...countdown(status.idle)];
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
