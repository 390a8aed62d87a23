/** <ask-reason> around an item of a sheet: opens the reason once the points differ from those before, and asks for it. */
export class AskReason extends HTMLElement {
  private readonly leaving = new AbortController();

  connectedCallback(): void {
    const points = this.querySelector<HTMLInputElement | HTMLSelectElement>('[name^="points."]');
    const reason = this.querySelector<HTMLInputElement>('[name^="reason."]');
    const folded = this.querySelector("details.folded:has([name^='reason.'])");
    if (!points || !reason || !(folded instanceof HTMLDetailsElement)) return;
    const look = () => {
      const differs = points.value.trim().replace(".", ",") !== (this.getAttribute("before") ?? "").replace(".", ",");
      reason.required = differs && !this.hasAttribute("asks");
      if (reason.required) folded.open = true;
    };
    points.addEventListener("input", look, { signal: this.leaving.signal });
    look();
  }

  disconnectedCallback(): void {
    this.leaving.abort();
  }
}
