// The call sheet with one key: an outcome is sent, the page is taken over from the answer, and the next call has the
// focus. Without this every button is an ordinary form.
import { goTo, items } from "/keys.js";
import { parse, takeOver } from "/live.js";

const sheet = document.getElementById("calls");

async function send(form, button) {
  const card = form.closest("[data-item]");
  const at = card ? items().indexOf(card) : 0;
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) {
    body.set(button.name, button.value);
  }
  card?.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    const page = parse(await answer.text());
    if (!page.getElementById("calls")) {
      form.submit(); // signed out, or something we cannot show in place
      return;
    }
    takeOver(page, card?.dataset.key);
    const refused = document.querySelector(".app-call .govuk-error-message");
    const still = refused?.closest("[data-item]") ?? document.querySelector("fieldset[data-open]")?.closest("[data-item]");
    if (still) {
      still.querySelector(".govuk-form-group--error select, .govuk-form-group--error input, [data-call-first]")?.focus();
    } else {
      const left = items().filter((item) => !item.hidden);
      goTo(left[Math.min(at, left.length - 1)] ?? document.getElementById("calls-empty"));
    }
  } catch {
    form.submit(); // no network: the browser says so, and nothing typed is lost
  } finally {
    card?.removeAttribute("aria-busy");
  }
}

if (sheet) {
  const page = document.getElementById("main");
  page.addEventListener("click", (event) => {
    const first = event.target.closest("[data-call-reason]");
    const reason = first && document.getElementById(`${first.dataset.callReason}-reason`);
    if (reason?.hidden) {
      event.preventDefault();
      reason.hidden = false;
      reason.querySelector("[data-call-first]").focus();
    }
  });

  page.addEventListener("toggle", (event) => {
    if (event.target.matches(".app-press-note") && event.target.open) {
      event.target.querySelector("textarea").focus();
    }
  }, true);

  page.addEventListener("submit", (event) => {
    if (event.target.matches("[data-call]") || event.submitter?.matches("[data-call-undo]")) {
      event.preventDefault();
      send(event.target, event.submitter);
    }
  });

  const find = document.querySelector("[data-find]");
  find.addEventListener("submit", (event) => {
    event.preventDefault();
    goTo(items().find((item) => !item.hidden));
  });
  find.addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase().replace(/\s+/g, "");
    items().forEach((item) => {
      item.hidden = !item.textContent.toLowerCase().replace(/\s+/g, "").includes(wanted);
    });
  });

  if (items().length > 0 && !document.activeElement?.closest("[data-item]")) {
    const wanted = document.getElementById(location.hash.slice(1));
    (items().includes(wanted) ? wanted : items()[0]).classList.add("app-current");
  }
}
