// Text that was typed and not yet taken by the server, kept on this machine so that no crash, closed lid or lost
// connection loses it. A draft belongs to one reader and one address, and goes as soon as the server has the text.

/** The named texts of a form. */
export type Fields = Record<string, string>;

/** A draft: what was typed, over which version of the server's text, and when. */
export interface Draft {
  fields: Fields;
  version: string;
  at: number;
}

/** The part of the browser's storage that drafts need. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Whether two forms hold the same texts. Line ends count as one, since forms send them as CRLF. */
export function same(a: Fields, b: Fields): boolean {
  const plain = (text: string | undefined) => (text ?? "").replace(/\r\n?/g, "\n");
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => plain(a[name]) === plain(b[name]));
}

/** The draft of one form of one reader. */
export class DraftShelf {
  constructor(
    private readonly shelf: Shelf | undefined,
    private readonly key: string,
  ) {}

  /** The draft that lies there, if any. Something unreadable counts as none. */
  find(): Draft | undefined {
    try {
      const draft = JSON.parse(this.shelf?.getItem(this.key) ?? "null") as Draft | null;
      return draft && typeof draft.fields === "object" && typeof draft.version === "string" ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  /** Lays a draft there. False if this machine would not keep it (storage full or forbidden). */
  keep(draft: Draft): boolean {
    try {
      if (!this.shelf) return false;
      this.shelf.setItem(this.key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** Takes the draft away. */
  clear(): void {
    try {
      this.shelf?.removeItem(this.key);
    } catch {
      // A shelf that cannot be written has nothing to clear.
    }
  }
}
