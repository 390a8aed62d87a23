// Words come from the page, in its language: an element carries them as data-say-… with {names} for the values.

/** The words an element carries under `name`, with each `{value}` filled in; empty if it carries none. */
export function say(element: HTMLElement, name: string, values: Record<string, string | number> = {}): string {
  const words = element.getAttribute(`data-say-${name}`) ?? "";
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}

/** The wall-clock time of a moment, as 19:42. */
export function clock(at: number): string {
  const moment = new Date(at);
  return `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;
}
