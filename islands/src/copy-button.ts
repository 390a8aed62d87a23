import { say } from "./words.ts";

/** <copy-button from="id"> around a button: copies that element's text, and says so for a moment. */
export class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard) {
      this.hidden = true;
      return;
    }
    this.querySelector("button")?.addEventListener("click", () => void this.copy());
  }

  private async copy(): Promise<void> {
    const source = document.getElementById(this.getAttribute("from") ?? "");
    const text = source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement ? source.value : source?.innerText;
    const said = this.querySelector<HTMLElement>("[data-copied]");
    try {
      await navigator.clipboard.writeText(text ?? "");
      if (said) said.textContent = say(this, "copied");
    } catch {
      if (said) said.textContent = say(this, "not-copied");
    }
    setTimeout(() => {
      if (said) said.textContent = "";
    }, 4_000);
  }
}
