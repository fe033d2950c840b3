// Every page works without this; with it some are quicker.
import { initAll } from "/vendor/govuk-frontend.min.js";
import "/keys.js";
import "/live.js";

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
