// A page that shows what others do meanwhile. Parts marked data-live are taken over from a newer copy of the page;
// rows (data-key inside data-rows) one by one, so that focus, ticks and what was typed stay where they are.
const PAUSE_AFTER = 15 * 60 * 1000; // nobody there: let the session end

const plain = (element) =>
  element.outerHTML.replace(/(name="_csrf" value=")[^"]*/g, "$1").replace(/ ?app-current/g, "").replace(/ class=""/g, "");
const asServed = new WeakMap();

function remember(root) {
  root.querySelectorAll("[data-key]").forEach((row) => asServed.set(row, plain(row)));
}

const typedIn = (row) =>
  row.contains(document.activeElement) && document.activeElement.matches("textarea, select, input:not([type=checkbox])")
  || [...row.querySelectorAll("textarea, input[type=text], input[type=date], select")].some(
    (field) => field.value !== (field.matches("select") ? field.querySelector("[selected]")?.value ?? field.options[0]?.value : field.defaultValue));

function mergeRows(old, fresh, sent) {
  const known = new Map([...old.children].map((row) => [row.dataset.key, row]));
  let place = old.firstElementChild;
  for (const row of [...fresh.children]) {
    const before = known.get(row.dataset.key);
    known.delete(row.dataset.key);
    let stays = row;
    if (before && row.dataset.key !== sent && (asServed.get(before) === plain(row) || typedIn(before))) {
      stays = before;
    } else {
      asServed.set(row, plain(row));
    }
    if (stays === place) {
      place = place.nextElementSibling;
      continue;
    }
    const focused = before && stays !== before && before.contains(document.activeElement);
    if (before && stays !== before) {
      const tick = stays.querySelector("input[type=checkbox][name=task]");
      if (tick) {
        tick.checked = before.querySelector("input[type=checkbox][name=task]")?.checked ?? false;
      }
      if (place === before) {
        place = place.nextElementSibling;
      }
      before.remove();
    }
    old.insertBefore(stays, place);
    if (focused) {
      (stays.querySelector("[data-focus]") ?? stays).focus();
    }
  }
  known.forEach((row) => {
    if (row.dataset.key === sent || !typedIn(row)) {
      const next = row.contains(document.activeElement) ? row.nextElementSibling ?? row.previousElementSibling : null;
      row.remove();
      (next?.querySelector("[data-focus]") ?? next)?.focus();
    }
  });
}

/** Takes over what is new from another copy of this page; the row that was sent, whatever is typed in it. */
export function takeOver(page, sent) {
  document.querySelectorAll("[data-live]").forEach((part) => {
    const fresh = page.getElementById(part.id);
    if (!fresh) {
      return;
    }
    if (part.dataset.live === "always" && !sent && !fresh.children.length) {
      return; // what was said of the last press stays until the next
    }
    const rows = part.matches("[data-rows]") ? part : part.querySelector("[data-rows]");
    const freshRows = fresh.matches("[data-rows]") ? fresh : fresh.querySelector("[data-rows]");
    if (rows && freshRows) {
      mergeRows(rows, freshRows, sent);
    } else if (plain(part) !== plain(fresh) && (sent || !part.contains(document.activeElement))) {
      part.innerHTML = fresh.innerHTML;
      remember(part);
    }
  });
}

export const parse = (html) => new DOMParser().parseFromString(html, "text/html");

const refreshing = document.querySelector("[data-refresh]");
if (refreshing) {
  let lastSeen = Date.now();
  ["pointerdown", "keydown"].forEach((event) => document.addEventListener(event, () => { lastSeen = Date.now(); }));
  setInterval(async () => {
    if (document.hidden || Date.now() - lastSeen > PAUSE_AFTER || document.querySelector("dialog[open]")) {
      return;
    }
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "error" });
      if (answer.ok) {
        takeOver(parse(await answer.text()));
      }
    } catch {
      // the next try is a minute away; what is shown stays
    }
  }, Number(refreshing.dataset.refresh) * 1000);
}

remember(document);
