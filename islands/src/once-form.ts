import { say } from "./words.ts";

/**
 * <once-form> around a form: a second press does not send it again, and whoever waits longer than a second is told. Its buttons say
 * whether it waits: an answer drawn over them is there to be acted on at once, whether or not the request has quite ended.
 */
export class OnceForm extends HTMLElement {
  private counting: ReturnType<typeof setInterval> | undefined;
  private readonly leaving = new AbortController();

  connectedCallback(): void {
    const until = { signal: this.leaving.signal };
    this.addEventListener("submit", (event) => this.submitted(event), until);
    this.addEventListener("htmx:finally:request", () => this.ready(), until);
    window.addEventListener("pageshow", (event) => event.persisted && this.ready(), until);
  }

  disconnectedCallback(): void {
    this.leaving.abort();
    clearInterval(this.counting);
  }

  private submitted(event: SubmitEvent): void {
    if (this.querySelector("button[aria-disabled=true]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    this.mark(true);
    clearInterval(this.counting);
    const started = Date.now();
    this.counting = setInterval(() => this.tell(say(this, "waiting", { seconds: Math.round((Date.now() - started) / 1_000) })), 1_000);
  }

  private ready(): void {
    clearInterval(this.counting);
    this.mark(false);
    this.tell("");
  }

  private mark(busy: boolean): void {
    for (const button of this.querySelectorAll("button:not([type=button])")) {
      if (busy) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }

  private tell(words: string): void {
    const line = this.querySelector<HTMLElement>("[data-waiting]");
    if (!line) return;
    line.hidden = words === "";
    line.textContent = words;
  }
}
