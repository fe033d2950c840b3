// Draws a process with the way a case took. The list beside it says the same; where the diagram cannot be drawn, it
// is not shown.
const place = document.querySelector("[data-diagram]");

function load(kind, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(kind), attributes);
    element.addEventListener("load", done);
    element.addEventListener("error", failed);
    document.head.append(element);
  });
}

const ids = (words) => words.split(" ").filter(Boolean);

async function draw() {
  const [answer] = await Promise.all([
    fetch(place.dataset.diagram, { headers: { Accept: "application/xml" }, redirect: "error" }),
    load("script", { src: "/vendor/bpmn-viewer.min.js" }),
    load("link", { rel: "stylesheet", href: "/vendor/diagram-js.css" }),
    load("link", { rel: "stylesheet", href: "/vendor/bpmn-js.css" }),
  ]);
  if (!answer.ok) {
    return;
  }
  place.hidden = false;
  const viewer = new window.BpmnJS({ container: place });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get("canvas");
  const drawn = viewer.get("elementRegistry");
  const mark = (marked, how) => ids(marked).map((id) => drawn.get(id)).filter(Boolean)
    .forEach((element) => canvas.addMarker(element, element.type === "bpmn:SubProcess" ? `${how}-around` : how));
  mark(place.dataset.passed, "app-passed");
  mark(place.dataset.here, "app-here");
  canvas.zoom("fit-viewport", "auto");
  viewer.get("zoomScroll").toggle(false); // the wheel scrolls the page
  const key = document.querySelector("[data-diagram-key]");
  key.hidden = false;
  key.addEventListener("click", (event) => {
    const by = event.target.dataset.zoom;
    if (by) {
      canvas.zoom(by === "fit" ? "fit-viewport" : canvas.zoom() * Number(by), "auto");
    }
  });
}

if (place) {
  draw().catch(() => {
    place.hidden = true;
  });
}
