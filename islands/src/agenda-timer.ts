import { say } from "./words.ts";

/**
 * <agenda-timer started="…" now="…" used="0" planned="15">: the minutes an item has used beside those planned for it.
 * `now` is the server's clock when the page was made, so that a wrong clock on this machine does no harm.
 */
export class AgendaTimer extends HTMLElement {
  private ticking: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    const ahead = moment(this, "now") - Date.now();
    const tick = () => this.show(Date.now() + ahead);
    tick();
    if (this.hasAttribute("started")) this.ticking = setInterval(tick, 5_000);
  }

  disconnectedCallback(): void {
    clearInterval(this.ticking);
  }

  private show(now: number): void {
    const running = this.hasAttribute("started") ? Math.max(0, now - moment(this, "started")) / 60_000 : 0;
    const used = Math.floor(Number(this.getAttribute("used") ?? 0) + running);
    const planned = Number(this.getAttribute("planned") ?? 0);
    this.toggleAttribute("data-over", planned > 0 && used > planned);
    const line = this.querySelector("progress");
    if (line) line.value = Math.min(used, line.max);
    const text = this.querySelector("[data-timer-text]");
    const words = say(this, planned > 0 ? "of" : "used", { used, planned });
    if (text && text.textContent !== words) text.textContent = words;
  }
}

function moment(element: HTMLElement, name: string): number {
  const at = Date.parse(element.getAttribute(name) ?? "");
  return Number.isNaN(at) ? Date.now() : at;
}
