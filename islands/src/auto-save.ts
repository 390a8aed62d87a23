import { DraftShelf, type Fields, same } from "./drafts/drafts.ts";
import { type Reply, Saver, type State } from "./drafts/saver.ts";
import { clock, say } from "./words.ts";

/**
 * <auto-save reader="…"> around one form: sends it as it is typed, keeps unsent text on this machine until the server
 * has it, and shows both texts when another wrote meanwhile.
 *
 * The form posts its fields and `version` to its own action, with `Accept: application/json`. The answer is JSON:
 * 200 `{version}`, 409 `{version, fields}` with the other's texts, 422 `{words}`; 401 or a redirect means signed out.
 */
export class AutoSave extends HTMLElement {
  private saver: Saver | undefined;
  private troubled = false;
  private leaving = new AbortController();

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    for (const button of form.querySelectorAll<HTMLElement>("[data-without-script]")) button.hidden = true;
    if (this.saver) {
      // It was only moved within the page.
      this.leaving = new AbortController();
      this.listen(form, this.saver);
      return;
    }
    const key = `nennep/draft/${this.getAttribute("reader") ?? ""}${new URL(form.action).pathname}`;
    this.saver = new Saver(
      {
        send: (fields, version) => this.send(form, fields, version),
        drafts: new DraftShelf(shelf(), key),
        after: (milliseconds, deed) => {
          const timer = setTimeout(deed, milliseconds);
          return () => clearTimeout(timer);
        },
        now: () => Date.now(),
        show: (state) => this.show(form, state),
      },
      fieldsFromServer(form),
      versionOf(form)?.defaultValue ?? "",
    );
    const unsent = this.saver.start();
    if (unsent) fill(form, unsent);
    // Typed before this script had come, or put back by the browser.
    else if (!same(fieldsOf(form), fieldsFromServer(form))) this.saver.typed(fieldsOf(form));
    this.listen(form, this.saver);
  }

  disconnectedCallback(): void {
    void this.saver?.flush();
    this.leaving.abort();
  }

  /** Whether something typed is not yet with the server. */
  get unsaved(): boolean {
    return this.saver?.unsaved ?? false;
  }

  /** Sends now what is not yet sent. */
  async flush(): Promise<void> {
    await this.saver?.flush();
  }

  private listen(form: HTMLFormElement, saver: Saver): void {
    const until = { signal: this.leaving.signal };
    form.addEventListener("input", () => saver.typed(fieldsOf(form)), until);
    window.addEventListener("online", () => void saver.flush(), until);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void saver.flush();
    }, until);
    form.addEventListener("submit", (event) => {
      if (!saver.unsaved || event.defaultPrevented) return;
      // Let the text arrive first, so that the draft is not left behind; but never keep a person waiting for it.
      event.preventDefault();
      const patience = new Promise((resolve) => setTimeout(resolve, 3_000));
      const submitter = event.submitter;
      void Promise.race([saver.flush(), patience]).then(() => {
        if (submitter instanceof HTMLButtonElement && submitter.name) {
          const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value });
          form.append(chosen);
        }
        saver.stop();
        form.submit();
      });
    }, until);
  }

  private async send(form: HTMLFormElement, fields: Fields, version: string): Promise<Reply> {
    const body = new URLSearchParams({ ...fields, version });
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      redirect: "manual",
      // Requests that outlive the page may carry little; a longer text is kept on this machine.
      keepalive: body.toString().length < 60_000,
    });
    if (answer.type === "opaqueredirect" || answer.status === 401) return { kind: "signed-out" };
    if (answer.status === 409) {
      const { version: newer, fields: theirs } = (await answer.json()) as { version: string; fields: Fields };
      return { kind: "differs", version: String(newer), fields: theirs };
    }
    if (answer.ok) {
      const { version: newer } = (await answer.json()) as { version: string };
      const field = versionOf(form);
      if (field) field.value = String(newer);
      return { kind: "saved", version: String(newer) };
    }
    if (answer.status >= 500 || answer.status === 429) return { kind: "unreached" };
    const { words = "" } = (await answer.json().catch(() => ({}))) as { words?: string };
    return { kind: "refused", words };
  }

  private show(form: HTMLFormElement, state: State): void {
    const line = this.querySelector<HTMLElement>("[data-saved-line]");
    const words = this.wordsFor(state);
    if (line) {
      line.dataset.state = state.kind === "signed-out" ? "held" : state.kind;
      line.textContent = words;
    }
    // Heard only when something went wrong, and once when it is right again.
    const trouble = !["saving", "saved"].includes(state.kind);
    const heard = this.querySelector<HTMLElement>("[data-saved-heard]");
    if (heard && state.kind !== "saving" && (trouble || this.troubled)) heard.textContent = words;
    if (state.kind !== "saving") this.troubled = trouble;
    if (state.kind === "differs") this.showBoth(form, state.mine, state.theirs);
  }

  private wordsFor(state: State): string {
    switch (state.kind) {
      case "saved":
        return say(this, "saved", { time: clock(state.at) });
      case "held":
        return say(this, state.kept ? "held" : "unheld");
      case "signed-out":
        return say(this, state.kept ? "signed-out" : "unheld");
      case "refused":
        return state.words || say(this, "refused");
      default:
        return say(this, state.kind);
    }
  }

  /** Lays mine and theirs side by side; mine can be written on, and becomes the text once it is kept. */
  private showBoth(form: HTMLFormElement, mine: Fields, theirs: Fields): void {
    const template = this.querySelector<HTMLTemplateElement>("template[data-both]");
    if (!template) return;
    this.querySelector("[data-both-shown]")?.remove();
    const sheet = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
    sheet.dataset.bothShown = "";
    const pattern = sheet.querySelector<HTMLElement>("[data-both-field]");
    const settled: Array<[string, HTMLTextAreaElement]> = [];
    for (const name of Object.keys({ ...mine, ...theirs })) {
      if (!pattern || (mine[name] ?? "") === (theirs[name] ?? "")) continue;
      const pair = pattern.cloneNode(true) as HTMLElement;
      const [left, right] = pair.querySelectorAll("textarea");
      if (!left || !right) continue;
      left.value = mine[name] ?? "";
      right.value = theirs[name] ?? "";
      pair.querySelector("[data-both-join]")?.addEventListener("click", () => {
        left.value = [left.value, right.value].filter(Boolean).join("\n\n");
        left.focus();
      });
      settled.push([name, left]);
      pattern.before(pair);
    }
    pattern?.remove();
    const settle = (fields: Fields) => {
      sheet.remove();
      fill(form, fields);
      void this.saver?.settle(fieldsOf(form));
      form.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
    };
    sheet.querySelector("[data-both-keep]")?.addEventListener("click", () => settle({ ...mine, ...Object.fromEntries(settled.map(([name, area]) => [name, area.value])) }));
    sheet.querySelector("[data-both-theirs]")?.addEventListener("click", () => settle({ ...mine, ...theirs }));
    this.append(sheet);
    sheet.scrollIntoView({ block: "nearest" });
  }
}

function shelf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function versionOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[type="hidden"][name="version"]');
}

/** The texts of a form: all but its version, files and buttons. */
function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const [name, value] of new FormData(form)) if (name !== "version" && typeof value === "string") fields[name] = value;
  return fields;
}

/** The texts the form came with, whatever was typed since or put back by the browser. */
function fieldsFromServer(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) fields[field.name] = field.defaultValue;
    else if (field instanceof HTMLSelectElement) fields[field.name] = ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
    else if (field instanceof HTMLInputElement) {
      const ticked = field.type === "checkbox" || field.type === "radio";
      if (ticked ? field.defaultChecked : !["file", "submit", "button"].includes(field.type)) fields[field.name] = field.defaultValue;
    }
  }
  delete fields["version"];
  delete fields[""];
  return fields;
}

function fill(form: HTMLFormElement, fields: Fields): void {
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      if (field.name in fields) field.value = fields[field.name] ?? "";
    } else if (field instanceof HTMLInputElement && field.type !== "hidden" && field.type !== "file") {
      if (field.type === "checkbox" || field.type === "radio") field.checked = fields[field.name] === field.value;
      else if (field.name in fields) field.value = fields[field.name] ?? "";
    }
  }
}
