/**
 * <grid-keys> around a table of squares: one stop for the Tab key, arrow keys to move, Home and End within the row,
 * and the summary of the square with the focus (what is heard of it) in the element marked data-grid-said.
 */
export class GridKeys extends HTMLElement {
  private readonly leaving = new AbortController();

  connectedCallback(): void {
    const until = { signal: this.leaving.signal };
    this.querySelector("table")?.setAttribute("role", "grid");
    this.squares().flat().forEach((square, n) => (square.tabIndex = n === 0 ? 0 : -1));
    this.addEventListener("keydown", (event) => this.key(event), until);
    this.addEventListener("focusin", (event) => this.focused(event.target as HTMLElement), until);
  }

  disconnectedCallback(): void {
    this.leaving.abort();
  }

  private squares(): HTMLElement[][] {
    const rows = [...this.querySelectorAll("tbody tr")];
    return rows.map((row) => [...row.querySelectorAll<HTMLElement>("[data-square]")]).filter((row) => row.length > 0);
  }

  private key(event: KeyboardEvent): void {
    const rows = this.squares();
    const y = rows.findIndex((row) => row.includes(event.target as HTMLElement));
    const row = rows[y];
    if (!row) return;
    const x = row.indexOf(event.target as HTMLElement);
    const last = rows.length - 1;
    const all = event.ctrlKey || event.metaKey;
    const way: Record<string, [number, number]> = {
      ArrowLeft: [y, x - 1],
      ArrowRight: [y, x + 1],
      ArrowUp: [y - 1, x],
      ArrowDown: [y + 1, x],
      Home: [all ? 0 : y, 0],
      End: [all ? last : y, row.length - 1],
      PageUp: [Math.max(0, y - 10), x],
      PageDown: [Math.min(last, y + 10), x],
    };
    const to = way[event.key];
    const square = to && rows[to[0]]?.[to[1]];
    if (to) event.preventDefault();
    square?.focus();
  }

  private focused(square: HTMLElement): void {
    if (!square.matches("[data-square]")) return;
    for (const other of this.querySelectorAll<HTMLElement>('[data-square][tabindex="0"]')) other.tabIndex = -1;
    square.tabIndex = 0;
    const said = this.querySelector("[data-grid-said]");
    if (said) said.textContent = square.querySelector(".heard")?.textContent ?? "";
  }
}
