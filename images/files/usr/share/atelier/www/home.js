// The home page: shows what the watch tells, and asks it to keep the machine running.

const POLL_MS = 15_000;
const byId = (id) => document.getElementById(id);

const time = (instant) => new Date(instant).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

const IDLE_TEXTS = {
  busy: () => "In use: it will not be stopped.",
  idle: (idle) => `Idle since ${time(idle.since)}: it will be stopped at ${time(idle.stopsAt)} unless something runs again.`,
  held: (idle) => `Held by ${idle.heldBy}: it will not be stopped before ${time(idle.heldUntil)}.`,
  never: () => "It is never stopped for being idle.",
  stopping: () => "It is being stopped now. Save your work.",
};

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function row(signal) {
  const made = document.createElement("tr");
  made.append(element("td", signal.name), element("td", signal.state), element("td", signal.detail ?? ""));
  return made;
}

function show(status) {
  const { workstation, idle, health } = status;
  document.title = `Workstation ${workstation}`;
  byId("workstation").textContent = workstation;
  byId("code").href = `/code/?folder=/files/Users/${encodeURIComponent(workstation)}`;
  byId("banners").replaceChildren(...status.banners.map((text) => element("li", text)));
  byId("idle-state").textContent = IDLE_TEXTS[idle.state]?.(idle) ?? idle.state;
  byId("signals").replaceChildren(...idle.signals.map(row));
  byId("hold").hidden = idle.state === "never";
  byId("release").hidden = idle.heldUntil === undefined;
  byId("health-state").textContent = health.status;
  const unwell = health.parts.filter((part) => part.status !== "healthy");
  byId("parts").replaceChildren(...unwell.map((part) => element("li", `${part.name}: ${part.message ?? part.status}`)));
}

async function refresh() {
  const answer = await fetch("/atelier/status", { cache: "no-store" });
  if (answer.status === 401) {
    location.reload(); // the session has ended, and the sign-in leads back here
    return;
  }
  if (!answer.ok) {
    byId("idle-state").textContent = "The watch does not answer; the machine may be starting or stopping.";
    return;
  }
  byId("user").textContent = answer.headers.get("X-Atelier-User") ?? "";
  show(await answer.json());
}

function poll() {
  refresh().catch(() => {
    byId("idle-state").textContent = "The workstation does not answer.";
  });
}

async function hold(method, hours) {
  const answer = await fetch("/atelier/hold", {
    method,
    headers: { "Content-Type": "application/json" },
    body: hours === undefined ? undefined : JSON.stringify({ hours }),
  });
  if (!answer.ok) {
    const { error } = await answer.json();
    byId("idle-state").textContent = `That did not work: ${error}.`;
    return;
  }
  poll();
}

byId("hold").addEventListener("submit", (event) => {
  event.preventDefault();
  hold("POST", Number(new FormData(event.target).get("hours")));
});
byId("release").addEventListener("click", () => hold("DELETE"));

poll();
setInterval(poll, POLL_MS);
