/** <print-button> around a button: opens the print dialogue of the page. */
export class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("button")?.addEventListener("click", () => window.print());
  }
}
