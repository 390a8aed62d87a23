import htmx from "htmx.org";
import { AutoSave } from "./auto-save.ts";
import { DraftShelf, type Fields } from "./drafts/drafts.ts";
import { say } from "./words.ts";

/** One press of a button: what it sends, taken at that moment, whatever becomes of the page meanwhile. */
interface Press {
  form: HTMLFormElement;
  action: string;
  body: URLSearchParams;
}

/**
 * <live-room reader="…"> around a page of many forms: a deed is sent without leaving the page, which is then brought up to
 * date around whoever is typing. Presses are sent one after the other. What was typed into a form with `data-keep` stays
 * on this machine until the server has taken it.
 */
export class LiveRoom extends HTMLElement {
  private line = Promise.resolve();
  private readonly waiting = new Set<HTMLFormElement>();
  private readonly leaving = new AbortController();
  private looking: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    const until = { signal: this.leaving.signal };
    if (this.hasAttribute("live")) this.looking = setInterval(() => this.look(), 20_000);
    this.addEventListener("submit", (event) => this.submitted(event), until);
    this.addEventListener("input", (event) => this.typed(event), until);
    this.restore();
  }

  disconnectedCallback(): void {
    this.leaving.abort();
    clearInterval(this.looking);
  }

  /** Looks what others did meanwhile: another who writes here too, or somebody who just arrived. */
  private look(): void {
    if (document.visibilityState !== "visible" || this.waiting.size > 0) return;
    this.line = this.line.then(async () => {
      try {
        const answer = await fetch(window.location.pathname + window.location.search, { headers: { Accept: "text/html" } });
        if (new URL(answer.url).pathname === "/sign-in") this.tell("signed-out");
        const room = answer.ok && !answer.redirected && parsed(await answer.text()).querySelector("live-room");
        if (!room || this.waiting.size > 0) return;
        // What was told of the last deed, with the way to undo it, stays until the next.
        const told = this.querySelector(".room-told, .room-refused")?.closest(".act-text");
        if (told) room.querySelector(".act-text")?.replaceWith(document.importNode(told, true));
        await this.show(room, undefined);
      } catch {
        // Nobody asked for it: the next press says whether the server is reached.
      }
    });
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || form.closest("auto-save")) return;
    event.preventDefault();
    if (this.waiting.has(form)) return;
    const fields = [...new FormData(form, event.submitter)].filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const press = { form, action: form.action, body: new URLSearchParams(fields) };
    this.waiting.add(form);
    form.setAttribute("aria-busy", "true");
    this.line = this.line.then(() => this.send(press));
  }

  private async send({ form, action, body }: Press): Promise<void> {
    try {
      // What is being typed beside arrives first, so that the page that comes back has it.
      await Promise.race([this.flush(), new Promise((resolve) => setTimeout(resolve, 2_000))]);
      const answer = await fetch(action, { method: "POST", body, headers: { Accept: "text/html" } });
      if (answer.status === 401 || new URL(answer.url).pathname === "/sign-in") this.tell("signed-out");
      else if (answer.status >= 500 || answer.status === 429) this.tell("unreached");
      else await this.take(form, answer);
    } catch {
      this.tell("unreached");
    } finally {
      this.waiting.delete(form);
      form.removeAttribute("aria-busy");
    }
  }

  /** Brings the page up to date with an answer; one that is another page is gone to. */
  private async take(form: HTMLFormElement, answer: Response): Promise<void> {
    const found = parsed(await answer.text());
    const room = found.querySelector("live-room");
    if (!room || (answer.redirected && new URL(answer.url).pathname !== window.location.pathname)) {
      if (answer.redirected) window.location.assign(answer.url);
      else this.replacePage(found);
      return;
    }
    if (answer.redirected) {
      this.draftOf(form)?.clear();
      form.reset();
      // The sheet of people on a phone lies open by its address.
      if (window.location.hash) window.location.replace("#main");
      history.replaceState(history.state, "", withoutAnchor(answer.url));
    }
    const typing = isTyping(document.activeElement);
    this.tell("");
    await this.show(room, form);
    if (!typing) this.focusOn(answer.redirected ? new URL(answer.url).searchParams.get("at") : null);
  }

  private async show(room: Element, sent: HTMLFormElement | undefined): Promise<void> {
    this.keepOpen(room, sent);
    this.refreshTexts(room);
    await htmx.swap({ text: room.outerHTML, target: this, swap: "innerMorph", select: "live-room > *", sourceElement: this });
  }

  /** A page of its own in answer to a deed (not allowed, not found): shown as it came. */
  private replacePage(found: Document): void {
    const main = found.querySelector("main");
    if (main) document.querySelector("main")?.replaceWith(document.adoptNode(main));
    document.querySelector<HTMLElement>("main")?.focus();
  }

  /** What the reader had unfolded stays so, but for the form that was just sent. */
  private keepOpen(room: Element, sent: HTMLFormElement | undefined): void {
    for (const fold of this.querySelectorAll<HTMLDetailsElement>("details[id]")) {
      if (sent && fold.contains(sent)) continue;
      room.querySelector(`#${CSS.escape(fold.id)}`)?.toggleAttribute("open", fold.open);
    }
  }

  /** Texts that nobody here is writing on come from the server, since another may have written on them. */
  private refreshTexts(room: Element): void {
    for (const kept of this.querySelectorAll<HTMLElement>("[hx-morph-skip][id]")) {
      const saver = kept.querySelector<AutoSave>("auto-save");
      if (kept.contains(document.activeElement) || saver?.unsaved) continue;
      const newer = room.querySelector<HTMLElement>(`#${CSS.escape(kept.id)}`);
      if (newer && versionIn(newer) !== versionIn(kept)) kept.replaceWith(document.importNode(newer, true));
    }
  }

  private focusOn(anchor: string | null): void {
    const asked = this.querySelector<HTMLElement>("[autofocus]");
    const place = anchor ? document.getElementById(anchor) : null;
    const next = place?.closest(".calls")?.querySelector<HTMLElement>(".call:not(.called) button") ?? place;
    const target = asked ?? next;
    if (!target) return;
    const first = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable);
    first?.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }

  private async flush(): Promise<void> {
    await Promise.all([...this.querySelectorAll<AutoSave>("auto-save")].map((saver) => saver.flush?.()));
  }

  private tell(what: string): void {
    const line = this.querySelector<HTMLElement>("[data-room-trouble]");
    if (!line) return;
    line.hidden = what === "";
    const words = line.querySelector("[data-room-words]");
    if (words) words.textContent = what ? say(this, what) : "";
    const link = line.querySelector<HTMLElement>("[data-room-sign-in]");
    if (link) link.hidden = what !== "signed-out";
  }

  private typed(event: Event): void {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    const fields = form && this.draftOf(form) ? fieldsOf(form) : undefined;
    if (form && fields) this.draftOf(form)?.keep({ fields, version: "", at: Date.now() });
  }

  private restore(): void {
    for (const form of this.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
      const draft = this.draftOf(form)?.find();
      if (!draft || form.querySelector("[aria-invalid]")) continue;
      fill(form, draft.fields);
      const fold = form.closest("details");
      if (fold) fold.open = true;
    }
  }

  private draftOf(form: HTMLFormElement): DraftShelf | undefined {
    const name = form.dataset.keep;
    if (!name) return undefined;
    const key = `nennep/form/${this.getAttribute("reader") ?? ""}${new URL(form.action).pathname}/${name}`;
    return new DraftShelf(shelf(), key);
  }
}

const focusable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";

function isTyping(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== "hidden");
}

function parsed(text: string): Document {
  return new DOMParser().parseFromString(text, "text/html");
}

function withoutAnchor(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("at");
  url.hash = "";
  return url.pathname + url.search;
}

function versionIn(element: Element): string | undefined {
  return element.querySelector<HTMLInputElement>('input[name="version"]')?.value;
}

function shelf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What a person typed or chose in a form. */
function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const field of written(form)) {
    if (!(field instanceof HTMLInputElement) || field.type !== "checkbox") fields[field.name] = field.value;
    else if (field.checked) fields[field.name] = field.value;
  }
  return fields;
}

function fill(form: HTMLFormElement, fields: Fields): void {
  for (const field of written(form)) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = fields[field.name] === field.value;
    else field.value = fields[field.name] ?? field.value;
  }
}

function written(form: HTMLFormElement): Array<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement> {
  return [...form.elements].filter((field): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement => {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return true;
    return field instanceof HTMLInputElement && field.type !== "hidden";
  });
}
