// Every page works without this; with it some are quicker.
import { initAll } from "/vendor/govuk-frontend.min.js";
import "/form.js";
import "/keys.js";
import "/live.js";
import "/diagram.js";
import "/calls.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

document.addEventListener("click", (event) => {
  const print = event.target.closest("[data-print]");
  if (print) {
    event.preventDefault();
    window.print();
  }
});

// Work that goes on beside the page: look again after a while; without this there is a link.
const waiting = document.querySelector("[data-reload-after]");
if (waiting) {
  setTimeout(() => window.location.reload(), Number(waiting.dataset.reloadAfter) * 1000);
}

// Pupils by the first letters that are typed; without this there is the button beside the field.
for (const field of document.querySelectorAll("[data-suggest]")) {
  const into = document.getElementById(field.dataset.suggestInto);
  let asked = 0;
  let waiting;
  const buttons = () => [...into.querySelectorAll("button")];
  const show = async () => {
    const mine = ++asked;
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`);
    if (answer.ok && mine === asked) {
      into.innerHTML = await answer.text();
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  const step = (event) => {
    const all = [field, ...buttons()];
    const here = all.indexOf(document.activeElement);
    const to = here + { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (here >= 0 && all[to]) {
      event.preventDefault();
      all[to].focus();
    }
  };
  field.addEventListener("keydown", step);
  into.addEventListener("keydown", step);
}
