// One key does what a button, a link or a field does that names it: data-shortcut="c". Inside a list each item
// (data-item) has its own; j and k go from item to item. Off while one types, and for whoever turned them off.
const OFF = "attendance.keys-off";
const TYPED_IN = "textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=submit])";

export const items = () => [...document.querySelectorAll("[data-item]:not([hidden])")];
export const current = () =>
  document.activeElement?.closest("[data-item]") ?? document.querySelector("[data-item].app-current");

export function goTo(item) {
  if (item) {
    (item.querySelector("[data-focus]") ?? item).focus();
    item.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const all = items();
  const at = all.indexOf(current());
  goTo(at < 0 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function press(key) {
  const named = (where) => where && [...where.querySelectorAll("[data-shortcut]")]
    .find((one) => one.dataset.shortcut === key && !one.disabled && one.offsetParent !== null);
  const target = named(current()) ?? [...document.querySelectorAll("[data-shortcut]")]
    .find((one) => one.dataset.shortcut === key && !one.closest("[data-item]") && one.offsetParent !== null);
  if (!target) {
    return false;
  }
  if (target.matches(TYPED_IN)) {
    target.focus();
  } else {
    target.click();
  }
  return true;
}

document.addEventListener("focusin", (event) => {
  const item = event.target.closest("[data-item]");
  if (item) {
    document.querySelectorAll(".app-current").forEach((one) => one.classList.toggle("app-current", one === item));
    item.classList.add("app-current");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  if (event.target.matches(TYPED_IN)) {
    if (event.key === "Escape" && event.target.closest("[data-item], [role=search]")) {
      const item = event.target.closest("[data-item]");
      event.target.blur();
      goTo(item ?? items()[0]);
    }
    return;
  }
  if (localStorage.getItem(OFF) && event.key !== "?") {
    return;
  }
  if ((event.key === "j" || event.key === "k") && items().length > 0) {
    event.preventDefault();
    step(event.key === "j" ? 1 : -1);
  } else if (event.key.length === 1 && press(event.key)) {
    event.preventDefault();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) {
    const on = document.querySelector("[data-keys-on]");
    on.checked = !localStorage.getItem(OFF);
    document.getElementById("keys").showModal();
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-keys-on]")) {
    if (event.target.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, "1");
    }
  }
});

document.querySelector("[data-focus-first]")?.focus();
