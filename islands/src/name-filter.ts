/** <name-filter list="id"> around a search field: hides the lines of that list whose `data-key` lacks what is typed. */
export class NameFilter extends HTMLElement {
  private readonly leaving = new AbortController();

  connectedCallback(): void {
    const field = this.querySelector("input");
    const list = document.getElementById(this.getAttribute("list") ?? "");
    if (!field || !list) return;
    const filter = () => {
      const wanted = fold(field.value).split(" ").filter(Boolean);
      for (const line of list.querySelectorAll<HTMLElement>("[data-key]")) {
        line.hidden = !wanted.every((part) => line.dataset.key?.includes(part));
      }
    };
    field.addEventListener("input", filter, { signal: this.leaving.signal });
  }

  disconnectedCallback(): void {
    this.leaving.abort();
  }
}

/** Letters as names are found by: small, without diacritics, đ as d. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();
}
