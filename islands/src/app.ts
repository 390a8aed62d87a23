// The one script of every page. A page works without it; each element below makes one thing better.
import "htmx.org";
import { AgendaTimer } from "./agenda-timer.ts";
import { AskReason } from "./ask-reason.ts";
import { AutoSave } from "./auto-save.ts";
import { CopyButton } from "./copy-button.ts";
import { DaySaid } from "./day-said.ts";
import { GridKeys } from "./grid-keys.ts";
import { LiveRoom } from "./live-room.ts";
import { LiveSearch } from "./live-search.ts";
import { NameFilter } from "./name-filter.ts";
import { OnceForm } from "./once-form.ts";
import { PrintButton } from "./print-button.ts";
import { closeMenus } from "./menus.ts";

customElements.define("agenda-timer", AgendaTimer);
customElements.define("ask-reason", AskReason);
customElements.define("auto-save", AutoSave);
customElements.define("copy-button", CopyButton);
customElements.define("day-said", DaySaid);
customElements.define("grid-keys", GridKeys);
customElements.define("live-room", LiveRoom);
customElements.define("live-search", LiveSearch);
customElements.define("name-filter", NameFilter);
customElements.define("once-form", OnceForm);
customElements.define("print-button", PrintButton);
closeMenus(document);
