extension DuplicatePage {
  /// What the page does: filtering, moving from pair to pair, deciding, saving. Texts are put into
  /// the page as text only.
  static let script = #"""
    "use strict";
    (() => {
      const byId = (id) => document.getElementById(id);
      const pairs = [...document.querySelectorAll("article.pair")];
      const decidedBefore = decodeURIComponent(byId("decided").dataset.table);
      const storeName = "qsearch decisions";
      const decisions = new Map();
      const history = [];
      let current = null;
      let isSaved = true;

      const keyOf = (pair) => pair.dataset.a + "\t" + pair.dataset.b;
      const say = (text) => { byId("status").textContent = text; };
      const today = () => new Date().toISOString().slice(0, 10);
      const noteOf = (pair) => pair.querySelector(".note input");
      const flat = (text) => text.split(/\s+/).filter(Boolean).join(" ");

      const table = () => {
        let text = decidedBefore || "id_a\tid_b\tdecision\tdate\tnote\n";
        if (!text.endsWith("\n")) text += "\n";
        for (const pair of pairs) {
          const decision = decisions.get(keyOf(pair));
          if (!decision) continue;
          const { verdict, date, note } = decision;
          text += [keyOf(pair), verdict, date, flat(note)].join("\t") + "\n";
        }
        return text;
      };

      // A browser may forbid storage to files: then decisions live as long as the page.
      const remember = () => {
        try {
          const kept = JSON.parse(localStorage.getItem(storeName) || "{}");
          for (const pair of pairs) {
            const decision = decisions.get(keyOf(pair));
            if (decision) kept[keyOf(pair)] = decision; else delete kept[keyOf(pair)];
          }
          localStorage.setItem(storeName, JSON.stringify(kept));
        } catch { /* nothing is kept */ }
      };
      const recall = () => {
        let kept = {};
        try { kept = JSON.parse(localStorage.getItem(storeName) || "{}"); } catch { return 0; }
        let count = 0;
        for (const pair of pairs) {
          const decision = Object.hasOwn(kept, keyOf(pair)) ? kept[keyOf(pair)] : null;
          if (!decision || !["same", "different", "unsure"].includes(decision.verdict)) continue;
          noteOf(pair).value = String(decision.note || "");
          decisions.set(keyOf(pair), {
            verdict: decision.verdict, date: /^\d{4}-\d\d-\d\d$/.test(decision.date)
              ? decision.date : today(), note: noteOf(pair).value });
          show(pair);
          count += 1;
        }
        return count;
      };

      const show = (pair) => {
        const verdict = decisions.get(keyOf(pair))?.verdict || "";
        for (const radio of pair.querySelectorAll("input[type=radio]")) {
          radio.checked = radio.value === verdict;
        }
        pair.querySelector(".verdict").textContent = verdict ? " " + verdict : "";
      };

      const refresh = () => {
        const shown = pairs.filter((pair) => !pair.hidden).length;
        byId("count").textContent =
          `${shown} of ${pairs.length} pairs shown, ${decisions.size} decided`;
        byId("table").value = table();
      };

      const changed = () => { isSaved = false; remember(); refresh(); };

      const decide = (pair, verdict) => {
        history.push([pair, decisions.get(keyOf(pair))]);
        if (verdict) {
          decisions.set(keyOf(pair), { verdict, date: today(), note: noteOf(pair).value });
        } else {
          decisions.delete(keyOf(pair));
        }
        show(pair);
        changed();
        say(verdict ? "Decided: " + verdict : "Not decided");
      };

      const undo = () => {
        const last = history.pop();
        if (!last) { say("Nothing to take back"); return; }
        const [pair, before] = last;
        if (before) decisions.set(keyOf(pair), before); else decisions.delete(keyOf(pair));
        show(pair);
        changed();
        if (!pair.hidden) pair.focus();
        say("Taken back");
      };

      const passes = (pair, filter) => {
        const probability = Number(pair.dataset.p);
        const verdict = decisions.get(keyOf(pair))?.verdict || "open";
        return filter.classes.has(pair.dataset.class)
          && probability >= filter.least && probability <= filter.most
          && (!filter.state || filter.state === verdict)
          && (!filter.conflicts || "conflict" in pair.dataset)
          && filter.words.every((word) => filter.textOf(pair).includes(word));
      };

      const texts = new Map();
      const textOf = (pair) => {
        if (!texts.has(pair)) {
          texts.set(pair, pair.querySelector(".sides").textContent.toLowerCase());
        }
        return texts.get(pair);
      };

      const filter = () => {
        const number = (id, otherwise) => {
          const value = byId(id).value;
          return value === "" || Number.isNaN(Number(value)) ? otherwise : Number(value);
        };
        const chosen = document.querySelectorAll("#filters input[name=class]:checked");
        const values = {
          classes: new Set([...chosen].map((box) => box.value)),
          least: number("least", 0), most: number("most", 1), state: byId("state").value,
          conflicts: byId("conflicts").checked, textOf,
          words: byId("words").value.toLowerCase().split(/\s+/).filter(Boolean),
        };
        for (const pair of pairs) pair.hidden = !passes(pair, values);
        for (const group of document.querySelectorAll(".group")) {
          group.hidden = !group.querySelector("article.pair:not([hidden])");
        }
        refresh();
      };

      const go = (step) => {
        const shown = pairs.filter((pair) => !pair.hidden);
        if (!shown.length) { say("No pair is shown"); return; }
        const all = pairs.indexOf(current);
        const next = step > 0
          ? shown.find((pair) => pairs.indexOf(pair) > all)
          : shown.findLast((pair) => all >= 0 && pairs.indexOf(pair) < all);
        if (!next) { say(step > 0 ? "This is the last pair" : "This is the first pair"); return; }
        next.focus();
      };

      const save = () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([table()], { type: "text/tab-separated-values" }));
        link.download = "decisions.tsv";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
        isSaved = true;
        say(`Saved ${decisions.size} decisions of this page`);
      };

      const byKey = (verdict) => {
        if (!current || current.hidden) { go(1); return; }
        decide(current, verdict);
        go(1);
      };

      const actions = {
        j: () => go(1), k: () => go(-1), z: undo, w: save,
        s: () => byKey("same"), d: () => byKey("different"), u: () => byKey("unsure"),
        n: () => { if (current) noteOf(current).focus(); },
        a: () => {
          const answers = current ? [...current.querySelectorAll("details.answer")] : [];
          const isOpen = answers.some((answer) => answer.open);
          for (const answer of answers) answer.open = !isOpen;
        },
        "/": () => byId("words").focus(),
        "?": () => { byId("help").open = true; byId("help").querySelector("summary").focus(); },
      };

      document.addEventListener("keydown", (event) => {
        const isText = event.target.matches(
          "input:not([type=radio]):not([type=checkbox]), textarea, select");
        if (event.key === "Escape" && isText && current) { current.focus(); return; }
        if (isText || event.ctrlKey || event.altKey || event.metaKey) return;
        if (!byId("keys").checked || !Object.hasOwn(actions, event.key)) return;
        event.preventDefault();
        actions[event.key]();
      });
      document.addEventListener("focusin", (event) => {
        const pair = event.target.closest("article.pair");
        if (!pair) return;
        if (current) current.classList.remove("current");
        current = pair;
        current.classList.add("current");
      });
      for (const pair of pairs) {
        pair.addEventListener("change", (event) => {
          if (event.target.type === "radio") decide(pair, event.target.value);
        });
        noteOf(pair).addEventListener("input", () => {
          const decision = decisions.get(keyOf(pair));
          if (decision) { decision.note = noteOf(pair).value; changed(); }
        });
      }
      for (const name of ["input", "change"]) byId("filters").addEventListener(name, filter);
      byId("filters").addEventListener("submit", (event) => event.preventDefault());
      byId("save").addEventListener("click", save);
      addEventListener("beforeunload", (event) => {
        if (!isSaved && decisions.size) event.preventDefault();
      });

      const recalled = recall();
      filter();
      if (recalled) say(`${recalled} decisions remembered from before`);
    })();
    """#
}
