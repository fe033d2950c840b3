// Every page works without this; with it some are quicker.
import { initAll } from "/vendor/govuk-frontend.min.js";

initAll();

document.addEventListener("click", (event) => {
  const print = event.target.closest("[data-print]");
  if (print) {
    event.preventDefault();
    window.print();
  }
});
