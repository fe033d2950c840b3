// A task's form: what does not count, given the other answers, is away; what one types is kept as a draft.
// Without this everything stands open under its condition in words, and a button saves.
const form = document.querySelector("[data-draft]");

function answer(name, without) {
  for (const box of form.elements) {
    if (box.name !== name || without.some((part) => part.contains(box))) {
      continue;
    }
    if (box.type === "radio" || box.type === "checkbox") {
      if (box.checked) {
        return box.value;
      }
    } else {
      return box.value.trim();
    }
  }
  return "";
}

function equal(value, given) {
  if (value === null) {
    return given === "";
  }
  if (typeof value === "boolean") {
    return value === (given === "true");
  }
  return typeof value === "number" ? given !== "" && Number(given) === value : value === given;
}

function holds([kind, what, values], given) {
  switch (kind) {
    case "all": return what.every((one) => holds(one, given));
    case "any": return what.some((one) => holds(one, given));
    default: return values.some((value) => equal(value, given(what))) === (kind === "is");
  }
}

// What is away counts as not answered for everything else; once away, a part stays away in this round.
function showWhatCounts() {
  const parts = [...form.querySelectorAll("[data-shown-when]")];
  const away = [];
  let before;
  do {
    before = away.length;
    for (const part of parts) {
      if (!away.includes(part) && !holds(JSON.parse(part.dataset.shownWhen), (name) => answer(name, away))) {
        away.push(part);
      }
    }
  } while (away.length > before);
  parts.forEach((part) => { part.hidden = away.includes(part); });
}

function keepsDrafts() {
  const said = form.querySelector("[data-draft-said]");
  let waiting;
  let running = new AbortController();
  const save = async () => {
    const typed = new FormData(form);
    [...typed].filter(([, value]) => value instanceof File).forEach(([name]) => typed.delete(name));
    running.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST", body: new URLSearchParams(typed), signal: running.signal, redirect: "error", keepalive: true,
      });
      said.textContent = answer.ok || answer.status < 500 ? await answer.text() : "Not saved. Use the button.";
      said.classList.toggle("app-task__refused", !answer.ok);
    } catch (failure) {
      if (failure.name !== "AbortError") {
        said.textContent = "Not saved: no connection. Your words are still on this page.";
      }
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 800);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    running.abort();
  });
  window.addEventListener("pagehide", () => clearTimeout(waiting));
}

if (form) {
  showWhatCounts();
  form.addEventListener("input", showWhatCounts);
  keepsDrafts();
}
