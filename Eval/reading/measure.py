#!/usr/bin/env python3
"""Compares what `qsearch read` finds with hand labels and with the expected readings.

  measure.py --binary PATH seeds SHARED      labels/*.tsv against the documents in SHARED/seeds
  measure.py --binary PATH breakers          breakers/*.expected.jsonl against the files beside them
  measure.py --binary PATH samples SHARED    samples and negatives of SHARED/banks

--show lists each difference by file and line (never a sentence). The rules of comparison are in
labels/README.md and breakers/README.md. Python's standard library alone."""
import argparse, csv, glob, hashlib, json, os, re, subprocess, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))


def read(binary, path):
    out = subprocess.run([binary, "read", "--quiet", "--jsonl", path], capture_output=True)
    if out.returncode not in (0, 1):
        return None
    return [json.loads(line) for line in out.stdout.decode().split("\n") if line]


def plain(text):
    """Lower case, runs of what is neither letter nor digit as one blank."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def letters(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def numbers(spec):
    """Line numbers of `231,233-234`, in parentheses or not."""
    lines = set()
    for part in spec.strip("()").split(","):
        first, _, last = part.partition("-")
        if first.strip():
            lines.update(range(int(first), int(last or first) + 1))
    return lines


class Tally:
    """Counts of right and all, by name."""

    def __init__(self):
        self.counts = {}

    def add(self, name, right):
        good, total = self.counts.get(name, (0, 0))
        self.counts[name] = (good + bool(right), total + 1)

    def merge(self, other):
        for name, (good, total) in other.counts.items():
            mine = self.counts.get(name, (0, 0))
            self.counts[name] = (mine[0] + good, mine[1] + total)

    def text(self, name):
        good, total = self.counts.get(name, (0, 0))
        return f"{good / total:.3f} ({good}/{total})" if total else "-"


def f1(tp, fp, fn):
    precision = tp / (tp + fp) if tp + fp else 1.0
    recall = tp / (tp + fn) if tp + fn else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def context_matches(context, lines, source):
    """Whether most words of the context lines stand in the context."""
    found = set(plain(context or "").split())
    wanted = set()
    for line in lines:
        wanted.update(plain(source[line - 1]).split())
    return bool(context) and len(wanted & found) >= 0.7 * len(wanted)


def score_seed(label_path, document, binary, show):
    rows = list(csv.DictReader(open(label_path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    source = open(document, encoding="utf-8", errors="replace").read().split("\n")
    found = {entry["line"]: entry for entry in read(binary, document) or []}
    labels = {int(row["line"]): row for row in rows}
    tally = Tally()
    name = os.path.basename(label_path)[:3]

    def tell(what, line, detail=""):
        if show:
            print(f"  {name}:{line}: {what} {detail}".rstrip())

    for line in sorted(set(found) - set(labels)):
        tell("no item", line)
    for line, row in sorted(labels.items()):
        entry = found.get(line)
        if entry is None:
            tell("missed", line)
            continue
        checks = {
            "kind": entry["kind"] == row["kind"],
            "difficulty": (entry["difficulty"] or "-") == row["difficulty"],
            "text": hashlib.sha256(plain(entry["text"]).encode()).hexdigest()[:12] == row["text_check"],
        }
        answer = "-" if entry["answer_line"] is None else f"{entry['answer_line']}-{entry['answer_line_end']}"
        checks["answer"] = answer == row["answer_lines"]
        needed = row["context_lines"]
        if needed != "-" and not needed.startswith("("):
            checks["needed context"] = context_matches(entry["context"], numbers(needed), source)
        elif needed == "-":
            checks["no context"] = entry["context"] is None
        checks["hint"] = (entry["hint"] is not None) == (row["hint_lines"] != "-")
        for check, right in checks.items():
            tally.add(check, right)
            if not right and check != "no context":
                tell(check, line, f"{entry.get(check)!s:.40}" if check in ("kind", "difficulty") else "")
    tp = len(set(found) & set(labels))
    return tp, len(found) - tp, len(labels) - tp, tally


CHECKS = ["kind", "difficulty", "answer", "needed context", "no context", "hint", "text"]


def seeds(options):
    print("| document | items | precision | recall | F1 | " + " | ".join(CHECKS) + " |")
    print("|" + "---|" * (5 + len(CHECKS)))
    total = [0, 0, 0]
    everything = Tally()
    for label_path in sorted(glob.glob(os.path.join(HERE, "labels", "*.tsv"))):
        name = os.path.basename(label_path)[:3]
        document, = glob.glob(os.path.join(options.shared, "seeds", name + "_*"))
        tp, fp, fn, tally = score_seed(label_path, document, options.binary, options.show)
        for index, value in enumerate((tp, fp, fn)):
            total[index] += value
        everything.merge(tally)
        row(name, tp, fp, fn, tally)
    row("all", *total, everything)


def row(name, tp, fp, fn, tally):
    precision, recall, f = f1(tp, fp, fn)
    print(f"| {name} | {tp + fn} | {precision:.3f} | {recall:.3f} | {f:.3f} | "
          + " | ".join(tally.text(check) for check in CHECKS) + " |")


def difference(expected, entry):
    """The names of the parts in which an entry differs from what is expected."""
    wrong = []
    if entry["kind"] != expected["kind"]:
        wrong.append("kind")
    allowed = {expected["difficulty"]} | ({None} if expected.get("difficulty_optional") else set())
    if entry["difficulty"] not in allowed:
        wrong.append("difficulty")
    if letters(entry["text"]) not in {letters(t) for t in [expected["text"], *expected.get("text_alt", [])]}:
        wrong.append("text")
    if not expected["line_end"] <= entry["line_end"] <= expected.get("line_end_max", expected["line_end"]):
        wrong.append("line_end")
    if expected["context"] is not None:
        held = letters(expected["context"]).lower() in letters(entry["context"] or "").lower()
        if not held and not (expected.get("context_optional") and entry["context"] is None):
            wrong.append("context")
    elif expected.get("context_forbidden") and entry["context"] is not None:
        wrong.append("context")
    answer = expected["answer"]
    if answer is None:
        if entry["answer"] is not None and not expected.get("answer_optional"):
            wrong.append("answer")
    elif entry["answer"] is None:
        if not expected.get("answer_optional"):
            wrong.append("answer")
    elif not (answer.get("line_min", answer["line"]) <= entry["answer_line"] <= answer["line"]
              and answer["line_end"] <= entry["answer_line_end"] <= answer.get("line_end_max", answer["line_end"])):
        wrong.append("answer")
    if (expected["hint"] is None) != (entry["hint"] is None) or (
            expected["hint"] is not None and letters(expected["hint"]) not in letters(entry["hint"])):
        wrong.append("hint")
    return wrong


def breakers(options):
    tp = fp = fn = right_files = right_items_files = 0
    tally = Tally()
    files = sorted(f for f in glob.glob(os.path.join(HERE, "breakers", "*"))
                   if re.match(r"\d\d-.*\.(md|txt)$", os.path.basename(f)))
    for path in files:
        expected = [json.loads(line) for line in open(os.path.splitext(path)[0] + ".expected.jsonl", encoding="utf-8")]
        entries = read(options.binary, path) or []
        found = {entry["line"]: entry for entry in entries}
        wanted = {entry["line"]: entry for entry in expected}
        needed = {line for line, entry in wanted.items() if not entry.get("optional")}
        extra, missed = set(found) - set(wanted), needed - set(found)
        tp += len(set(found) & set(wanted))
        fp += len(extra)
        fn += len(missed)
        problems = [f"{line}: no item" for line in sorted(extra)] + [f"{line}: missed" for line in sorted(missed)]
        items_right = not problems
        for line in sorted(set(found) & set(wanted)):
            wrong = difference(wanted[line], found[line])
            for check in ("kind", "difficulty", "text", "line_end", "context", "answer", "hint"):
                tally.add(check, check not in wrong)
            if wrong:
                problems.append(f"{line}: {', '.join(wrong)}")
        right_items_files += items_right
        right_files += not problems
        if problems and options.show:
            print(f"  {os.path.basename(path)}: " + "; ".join(problems))
    precision, recall, f = f1(tp, fp, fn)
    print(f"{len(files)} files: {right_files} read entirely as expected, {right_items_files} with the items expected")
    print(f"items: precision {precision:.3f}, recall {recall:.3f}, F1 {f:.3f} ({tp} right, {fp} too many, {fn} missed)")
    print("of the items found: " + ", ".join(f"{name} {tally.text(name)}" for name in tally.counts))


def samples(options):
    print("| bank | entries read | sample recall | decoys taken |")
    print("|---|---|---|---|")
    banks = os.path.join(options.shared, "banks")
    for path in sorted(glob.glob(os.path.join(banks, "samples", "*.jsonl"))):
        name = os.path.basename(path)[:-6]
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        by_file, count = {}, 0
        for file in sorted({row["file"] for row in rows}):
            by_file[file] = read(options.binary, os.path.join(banks, name, file)) or []
        for row in rows:
            near = [e for e in by_file[row["file"]] if abs(e["line"] - row["line"]) <= 1]
            wanted = letters(row["text"]).lower()
            row["hit"] = bool(near) if row["kind"] == "decoy" else any(
                letters(e["text"]).lower() in wanted or wanted in letters(e["text"]).lower() for e in near)
            if row["kind"] == "decoy":
                row["hit"] = any(e["line"] == row["line"] for e in near)
            if options.show and row["hit"] == (row["kind"] == "decoy"):
                print(f"  {name}/{row['file']}:{row['line']}: {row['kind']}")
        count = sum(len(entries) for entries in by_file.values())
        entries = [row for row in rows if row["kind"] == "entry"]
        decoys = [row for row in rows if row["kind"] == "decoy"]
        print(f"| {name} | {count} in {len(by_file)} sampled files | {sum(r['hit'] for r in entries)}/{len(entries)} "
              f"| {sum(r['hit'] for r in decoys)}/{len(decoys)} |")
    negatives = sorted(glob.glob(os.path.join(banks, "negative", "*")))
    taken = {os.path.basename(path): len(read(options.binary, path) or []) for path in negatives}
    print(f"\nnegative files: {sum(taken.values())} entries in {len(taken)} files"
          + "".join(f"; {name}: {count}" for name, count in taken.items() if count))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("what", choices=["seeds", "breakers", "samples"])
    parser.add_argument("shared", nargs="?")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    if options.what != "breakers" and not options.shared:
        sys.exit("measure.py: name the folder of shared data")
    {"seeds": seeds, "breakers": breakers, "samples": samples}[options.what](options)


if __name__ == "__main__":
    main()
