/**
 * <live-search results="id"> around a form that filters a list by GET: asks again as it is typed or chosen, and puts
 * the answer's element of that id in place of the page's. The address keeps the filter, so that it can be sent on.
 */
export class LiveSearch extends HTMLElement {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    for (const button of form.querySelectorAll<HTMLElement>("[data-without-script]")) button.hidden = true;
    const soon = (milliseconds: number) => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => void this.ask(form), milliseconds);
    };
    form.addEventListener("input", () => soon(300));
    form.addEventListener("change", () => soon(0));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      soon(0);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.waiting);
    this.asking?.abort();
  }

  private async ask(form: HTMLFormElement): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "")).toString();
    const id = this.getAttribute("results") ?? "";
    const here = document.getElementById(id);
    if (!here) return;
    here.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" }, signal: this.asking.signal });
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
      if (!answer.ok || answer.redirected || !found) {
        window.location.assign(url);
        return;
      }
      here.replaceWith(document.adoptNode(found));
      history.replaceState(history.state, "", url);
    } catch (error) {
      here.removeAttribute("aria-busy");
      if (!(error instanceof DOMException && error.name === "AbortError")) window.location.assign(url);
    }
  }
}
