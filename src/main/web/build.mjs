// Puts what the browser gets into target/classes/static: one style sheet, our script, and pinned libraries.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = join(here, "../../../target/classes/static");

const copy = (from, to) => {
  mkdirSync(dirname(join(out, to)), { recursive: true });
  cpSync(join(modules, from), join(out, to), { recursive: true });
};

mkdirSync(out, { recursive: true });
const { css } = sass.compile(join(here, "app.scss"), {
  loadPaths: [here, modules],
  style: "compressed",
  logger: sass.Logger.silent,
});
writeFileSync(join(out, "app.css"), css);
for (const script of readdirSync(here).filter((name) => name.endsWith(".js"))) {
  writeFileSync(join(out, script), readFileSync(join(here, script)));
}
writeFileSync(join(out, "favicon.svg"), readFileSync(join(here, "favicon.svg")));

copy("htmx.org/dist/htmx.min.js", "vendor/htmx.min.js");
copy("govuk-frontend/dist/govuk/govuk-frontend.min.js", "vendor/govuk-frontend.min.js");
copy("bpmn-js/dist/bpmn-navigated-viewer.production.min.js", "vendor/bpmn-viewer.min.js");
copy("bpmn-js/dist/assets/diagram-js.css", "vendor/diagram-js.css");
copy("bpmn-js/dist/assets/bpmn-js.css", "vendor/bpmn-js.css");
for (const weight of ["400", "700"]) {
  for (const style of ["normal", "italic"]) {
    const font = `atkinson-hyperlegible-next-latin-${weight}-${style}.woff2`;
    copy(`@fontsource/atkinson-hyperlegible-next/files/${font}`, `fonts/${font}`);
    const ext = font.replace("latin", "latin-ext");
    copy(`@fontsource/atkinson-hyperlegible-next/files/${ext}`, `fonts/${ext}`);
  }
}
copy("@fontsource/atkinson-hyperlegible-next/LICENSE", "fonts/LICENSE");
for (const icon of ["icon-alert-information.svg", "icon-alert-success.svg", "icon-alert-warning.svg", "icon-progress-tick.svg"]) {
  copy(`@ministryofjustice/frontend/moj/assets/images/${icon}`, `assets/images/${icon}`);
}
