import { say } from "./words.ts";

/** <day-said> around a date field: says the chosen day in words, since browsers differ in the order of day and month. */
export class DaySaid extends HTMLElement {
  private readonly leaving = new AbortController();

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('input[type="date"]');
    const line = this.querySelector<HTMLElement>("[data-day-said]");
    if (!field || !line) return;
    const tell = () => (line.textContent = this.words(field.value));
    field.addEventListener("input", tell, { signal: this.leaving.signal });
    tell();
  }

  disconnectedCallback(): void {
    this.leaving.abort();
  }

  private words(value: string): string {
    const [year, month, day] = value.split("-");
    if (!year || !month || !day) return "";
    const weekday = (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay() + 6) % 7;
    const date = say(this, "date", { day, month: say(this, "months").split("|")[Number(month) - 1] ?? month, year });
    return say(this, "day", { weekday: say(this, "weekdays").split("|")[weekday] ?? "", date });
  }
}
