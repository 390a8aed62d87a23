// Saves what is typed: one request at a time, soon after the writer pauses and at the latest every few seconds; tries
// again by itself with growing pauses; never writes over another's text, but says that there are two.
import { type DraftShelf, type Fields, same } from "./drafts.ts";

/** What the server answered. */
export type Reply =
  | { kind: "saved"; version: string }
  | { kind: "differs"; version: string; fields: Fields }
  | { kind: "refused"; words: string }
  | { kind: "signed-out" }
  | { kind: "unreached" };

/** What the writer is told. `kept`: whether this machine keeps the text meanwhile. */
export type State =
  | { kind: "restored" }
  | { kind: "saving" }
  | { kind: "saved"; at: number }
  | { kind: "held"; kept: boolean }
  | { kind: "signed-out"; kept: boolean }
  | { kind: "refused"; words: string; kept: boolean }
  | { kind: "differs"; mine: Fields; theirs: Fields };

/** What the saver needs from the world around it. */
export interface World {
  send(fields: Fields, version: string): Promise<Reply>;
  drafts: DraftShelf;
  after(milliseconds: number, deed: () => void): () => void;
  now(): number;
  show(state: State): void;
}

const pause = 800;
const longest = 4_000;
const firstRetry = 1_000;
const lastRetry = 60_000;

export class Saver {
  private fields: Fields;
  private known: Fields;
  private kept = true;
  private sending: Promise<void> | undefined;
  private waiting: (() => void) | undefined;
  private unsavedSince: number | undefined;
  private retry = firstRetry;
  private stopped = false;
  private theirs: { version: string; fields: Fields } | undefined;

  /** A saver over what the page came with: the server's texts and their version. */
  constructor(
    private readonly world: World,
    fields: Fields,
    private version: string,
  ) {
    this.fields = fields;
    this.known = fields;
  }

  /** Looks for a draft of an earlier sitting. Gives the texts to put into the form, if there are unsent ones. */
  start(): Fields | undefined {
    const draft = this.world.drafts.find();
    if (!draft) return undefined;
    if (same(draft.fields, this.known)) {
      this.world.drafts.clear();
      return undefined;
    }
    this.fields = draft.fields;
    if (draft.version === this.version) {
      this.unsavedSince = this.world.now();
      this.world.show({ kind: "restored" });
      this.sendAfter(pause);
    } else {
      this.differ({ version: this.version, fields: this.known });
    }
    return draft.fields;
  }

  /** Takes what the form holds after a keystroke: keeps it here at once, sends it soon. */
  typed(fields: Fields): void {
    this.fields = fields;
    if (!this.unsaved && !this.sending && !this.theirs) {
      this.cancel();
      this.world.drafts.clear();
      return;
    }
    this.keep();
    if (this.theirs) return;
    const now = this.world.now();
    this.unsavedSince ??= now;
    this.sendAfter(Math.max(0, Math.min(pause, this.unsavedSince + longest - now)));
  }

  /** Sends now what is not yet sent: the page is being left, the network is back, or a person asked for it. */
  flush(): Promise<void> {
    if (this.stopped || this.theirs || (!this.unsaved && !this.sending)) return Promise.resolve();
    this.cancel();
    return this.sending ?? (this.sending = this.send());
  }

  /** Sends no more: the form itself is on its way. What is unsent stays kept here. */
  stop(): void {
    this.stopped = true;
    this.cancel();
  }

  /** Whether something typed is not yet with the server. */
  get unsaved(): boolean {
    return !same(this.fields, this.known);
  }

  /** Ends a difference: the writer has seen both and these are the texts to keep. */
  settle(fields: Fields): Promise<void> {
    if (this.theirs) {
      this.version = this.theirs.version;
      this.known = this.theirs.fields;
      this.theirs = undefined;
    }
    this.fields = fields;
    if (this.unsaved) {
      this.keep();
      return this.flush();
    }
    this.world.drafts.clear();
    this.world.show({ kind: "saved", at: this.world.now() });
    return Promise.resolve();
  }

  private keep(): void {
    this.kept = this.world.drafts.keep({ fields: this.fields, version: this.version, at: this.world.now() });
  }

  private sendAfter(milliseconds: number): void {
    this.cancel();
    if (this.stopped) return;
    this.waiting = this.world.after(milliseconds, () => {
      this.waiting = undefined;
      this.sending ??= this.send();
    });
  }

  private cancel(): void {
    this.waiting?.();
    this.waiting = undefined;
  }

  private async send(): Promise<void> {
    const fields = this.fields;
    this.world.show({ kind: "saving" });
    const reply = await this.world.send(fields, this.version).catch((): Reply => ({ kind: "unreached" }));
    this.sending = undefined;
    this.take(reply, fields);
  }

  private take(reply: Reply, sent: Fields): void {
    const { world, kept } = this;
    switch (reply.kind) {
      case "saved":
        this.version = reply.version;
        this.known = sent;
        this.retry = firstRetry;
        this.unsavedSince = undefined;
        world.show({ kind: "saved", at: world.now() });
        if (this.unsaved) this.typed(this.fields);
        else world.drafts.clear();
        return;
      case "differs":
        if (same(reply.fields, this.fields)) {
          this.take({ kind: "saved", version: reply.version }, this.fields);
        } else {
          this.differ(reply);
        }
        return;
      case "refused":
        world.show({ kind: "refused", words: reply.words, kept });
        return;
      case "signed-out":
      case "unreached":
        world.show(reply.kind === "unreached" ? { kind: "held", kept } : { kind: "signed-out", kept });
        this.sendAfter(this.retry);
        this.retry = Math.min(this.retry * 2, lastRetry);
    }
  }

  private differ(theirs: { version: string; fields: Fields }): void {
    this.cancel();
    this.theirs = { version: theirs.version, fields: theirs.fields };
    this.world.show({ kind: "differs", mine: this.fields, theirs: theirs.fields });
  }
}
