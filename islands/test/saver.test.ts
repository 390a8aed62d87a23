import assert from "node:assert/strict";
import { test } from "node:test";
import { DraftShelf, type Fields, same } from "../src/drafts/drafts.ts";
import { type Reply, Saver, type State } from "../src/drafts/saver.ts";

/** A browser without one: a shelf, a clock turned by hand, and a server that answers as told. */
class Desk {
  time = 1_000_000;
  full = false;
  readonly shelf = new Map<string, string>();
  readonly sent: Array<{ fields: Fields; version: string }> = [];
  readonly shown: State[] = [];
  readonly replies: Array<Reply | Error> = [];
  private deeds: Array<{ at: number; deed: () => void }> = [];

  saver(fields: Fields, version: string): Saver {
    const shelf = {
      getItem: (key: string) => this.shelf.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (this.full) throw new Error("quota");
        this.shelf.set(key, value);
      },
      removeItem: (key: string) => void this.shelf.delete(key),
    };
    return new Saver(
      {
        send: async (sent, over) => {
          this.sent.push({ fields: sent, version: over });
          const reply = this.replies.shift() ?? { kind: "saved", version: String(Number(over) + 1) };
          if (reply instanceof Error) throw reply;
          return reply;
        },
        drafts: new DraftShelf(shelf, "draft"),
        after: (milliseconds, deed) => {
          const entry = { at: this.time + milliseconds, deed };
          this.deeds.push(entry);
          return () => void (this.deeds = this.deeds.filter((other) => other !== entry));
        },
        now: () => this.time,
        show: (state) => void this.shown.push(state),
      },
      fields,
      version,
    );
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    for (;;) {
      const next = this.deeds.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.deeds = this.deeds.filter((other) => other !== next);
      next.deed();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.time = until;
  }

  get last(): string | undefined {
    return this.shown.at(-1)?.kind;
  }
}

test("sends once after the writer pauses, and forgets the draft when the server has it", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "" }, "1");
  for (const notes of ["Đ", "Đồ", "Đồng"]) {
    saver.typed({ notes });
    await desk.pass(200);
  }
  assert.equal(desk.sent.length, 0);
  assert.ok(desk.shelf.get("draft")?.includes("Đồng"), "kept at every stroke");
  await desk.pass(800);
  assert.deepEqual(desk.sent, [{ fields: { notes: "Đồng" }, version: "1" }]);
  assert.equal(desk.last, "saved");
  assert.equal(desk.shelf.size, 0);
  saver.typed({ notes: "Đồng chí" });
  await desk.pass(800);
  assert.equal(desk.sent[1]?.version, "2", "over the version it was given");
});

test("does not wait for ever for a writer who never pauses", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "" }, "1");
  for (let n = 1; n <= 30; n += 1) {
    saver.typed({ notes: "a".repeat(n) });
    await desk.pass(300);
  }
  assert.ok(desk.sent.length >= 2, `sent ${desk.sent.length} times in nine seconds`);
});

test("holds the text without a network, tries again with growing pauses, and at once when it is back", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "" }, "1");
  desk.replies.push(new Error("offline"), { kind: "unreached" }, { kind: "unreached" }, { kind: "unreached" });
  saver.typed({ notes: "ý kiến" });
  await desk.pass(800);
  assert.deepEqual(desk.shown.at(-1), { kind: "held", kept: true });
  await desk.pass(1_000);
  await desk.pass(2_000);
  assert.equal(desk.sent.length, 3);
  await desk.pass(1_000);
  assert.equal(desk.sent.length, 3, "the pause has grown");
  await desk.pass(3_000);
  assert.equal(desk.sent.length, 4);
  await saver.flush();
  assert.equal(desk.last, "saved");
  assert.equal(desk.shelf.size, 0);
});

test("restores unsent text after a crash and sends it", async () => {
  const desk = new Desk();
  desk.replies.push({ kind: "unreached" });
  const before = desk.saver({ notes: "cũ" }, "4");
  before.typed({ notes: "cũ và mới" });
  await desk.pass(800);
  before.stop();

  const after = desk.saver({ notes: "cũ" }, "4");
  assert.deepEqual(after.start(), { notes: "cũ và mới" });
  assert.equal(desk.last, "restored");
  await desk.pass(800);
  assert.equal(desk.last, "saved");
  assert.equal(desk.shelf.size, 0);
});

test("says nothing of a draft that the server already has, whatever its line ends", () => {
  const desk = new Desk();
  desk.shelf.set("draft", JSON.stringify({ fields: { notes: "a\nb" }, version: "1", at: 0 }));
  assert.equal(desk.saver({ notes: "a\r\nb" }, "2").start(), undefined);
  assert.equal(desk.shelf.size, 0);
});

test("shows both texts when another wrote meanwhile, and saves what the writer made of them over the newer one", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "chung" }, "1");
  desk.replies.push({ kind: "differs", version: "7", fields: { notes: "của người khác" } });
  saver.typed({ notes: "của tôi" });
  await desk.pass(800);
  assert.deepEqual(desk.shown.at(-1), { kind: "differs", mine: { notes: "của tôi" }, theirs: { notes: "của người khác" } });
  saver.typed({ notes: "của tôi, thêm" });
  await desk.pass(10_000);
  assert.equal(desk.sent.length, 1, "nothing is written over the other's text by itself");
  assert.ok(desk.shelf.get("draft")?.includes("thêm"), "and mine is still kept here");
  await saver.settle({ notes: "cả hai" });
  assert.deepEqual(desk.sent[1], { fields: { notes: "cả hai" }, version: "7" });
  assert.equal(desk.last, "saved");
  assert.equal(desk.shelf.size, 0);
});

test("taking the other's text needs no sending", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "chung" }, "1");
  desk.replies.push({ kind: "differs", version: "7", fields: { notes: "của người khác" } });
  saver.typed({ notes: "của tôi" });
  await desk.pass(800);
  await saver.settle({ notes: "của người khác" });
  assert.equal(desk.sent.length, 1);
  assert.equal(desk.shelf.size, 0);
});

test("an old draft over an older version is shown beside the newer text, not sent", async () => {
  const desk = new Desk();
  desk.shelf.set("draft", JSON.stringify({ fields: { notes: "của tôi" }, version: "3", at: 0 }));
  const saver = desk.saver({ notes: "của người khác" }, "5");
  assert.deepEqual(saver.start(), { notes: "của tôi" });
  assert.equal(desk.last, "differs");
  await desk.pass(60_000);
  assert.equal(desk.sent.length, 0);
});

test("two who typed the same are not troubled", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "" }, "1");
  desk.replies.push({ kind: "differs", version: "2", fields: { notes: "như nhau" } });
  saver.typed({ notes: "như nhau" });
  await desk.pass(800);
  assert.equal(desk.last, "saved");
});

test("what was typed while a request was under way is sent after it", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "" }, "1");
  saver.typed({ notes: "một" });
  const first = saver.flush();
  saver.typed({ notes: "một hai" });
  await first;
  assert.ok(desk.shelf.has("draft"));
  await desk.pass(4_000);
  assert.deepEqual(desk.sent.map(({ fields }) => fields["notes"]), ["một", "một hai"]);
  assert.equal(desk.shelf.size, 0);
});

test("is honest when this machine keeps nothing, and when the server refuses", async () => {
  const desk = new Desk();
  desk.full = true;
  desk.replies.push({ kind: "signed-out" });
  const saver = desk.saver({ notes: "" }, "1");
  saver.typed({ notes: "a" });
  await desk.pass(800);
  assert.deepEqual(desk.shown.at(-1), { kind: "signed-out", kept: false });
  desk.replies.push({ kind: "refused", words: "Biên bản đã thông qua." });
  await desk.pass(1_000);
  assert.deepEqual(desk.shown.at(-1), { kind: "refused", words: "Biên bản đã thông qua.", kept: false });
  await desk.pass(120_000);
  assert.equal(desk.sent.length, 2, "a refusal is not repeated by itself");
});

test("going back to the server's text leaves no draft", async () => {
  const desk = new Desk();
  const saver = desk.saver({ notes: "như cũ" }, "1");
  saver.typed({ notes: "khác" });
  saver.typed({ notes: "như cũ" });
  await desk.pass(5_000);
  assert.equal(desk.sent.length, 0);
  assert.equal(desk.shelf.size, 0);
});

test("forms are the same whatever the order and the line ends", () => {
  assert.ok(same({ a: "1", b: "x\r\ny" }, { b: "x\ny", a: "1" }));
  assert.ok(!same({ a: "1" }, { a: "2" }));
  assert.ok(same({ a: "" }, {}));
});
