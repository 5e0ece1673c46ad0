#!/usr/bin/env python3
"""Time from spawn to exit of one query in a cold process: qsearch beside the sqlite3 shell.

  cold_start.py --binary PATH [--sizes 700,10000] [--rounds 60] [--query "positional encoding"] PATH...

PATH...: banks whose entries are used (read by the binary itself). Each size takes that many entries,
repeated with a number behind the question where there are fewer. They are written as one Markdown
bank, which the binary indexes, and as an FTS5 table (question, context, answer; Porter stemmer) of
which the shell prints the ten best questions with a snippet. Page cache warm, commands in turn,
output to a file that must not be empty. `true` is the floor of the measurement.
Needs sqlite3 with FTS5 (Debian: sqlite3); Python's standard library alone."""
import argparse, json, os, sqlite3, statistics, subprocess, sys, tempfile, time


def spawn(argv, cwd, out):
    """Milliseconds from spawn to exit."""
    with open(out, "wb") as file, open(os.devnull) as nothing:
        actions = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), 0),
                   (os.POSIX_SPAWN_DUP2, file.fileno(), 1),
                   (os.POSIX_SPAWN_DUP2, nothing.fileno(), 2)]
        os.chdir(cwd)
        start = time.perf_counter()
        pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=actions)
        _, status = os.waitpid(pid, 0)
        return (time.perf_counter() - start) * 1e3, os.waitstatus_to_exitcode(status)


def entries_of(binary, paths):
    out = subprocess.run([binary, "read", "--quiet", "--jsonl", *paths], capture_output=True, check=True)
    for line in out.stdout.splitlines():
        entry = json.loads(line)
        one_line = lambda text: " ".join((text or "").split())
        yield one_line(entry["text"]), one_line(entry["context"]), one_line(entry["answer"])


def write_bank(path, entries):
    with open(path, "w") as bank:
        bank.write("# Bank\n\n")
        for question, context, answer in entries:
            # A letter first, so that no answer is read as a heading, a list or a table.
            bank.write(f"### {question}\n\nText: {context} {answer}\n\n")


def prepare(binary, folder, entries, size):
    bank_path = os.path.join(folder, "bank.md")
    write_bank(bank_path, entries)
    # Questions that are read as such when they are headings, and of those as many as are asked for.
    known = {question for question, _, _ in entries_of(binary, [bank_path])}
    write_bank(bank_path, [entry for entry in entries if entry[0] in known][:size])
    # What the binary reads of it is what both search.
    entries = list(entries_of(binary, [bank_path]))
    subprocess.run([binary, "index", "bank.md", "--index", "index"], cwd=folder, check=True,
                   stderr=subprocess.DEVNULL)
    base = sqlite3.connect(os.path.join(folder, "fts.db"))
    base.execute("create virtual table t using fts5(question, context, answer, tokenize='porter unicode61')")
    base.executemany("insert into t values (?,?,?)", entries)
    base.execute("insert into t(t) values('optimize')")
    base.commit()
    base.execute("vacuum")
    base.close()
    stats = subprocess.run([binary, "stats", "--jsonl", "--index", "index"], cwd=folder,
                           capture_output=True, check=True)
    return json.loads(stats.stdout)["entries"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--sizes", default="700,10000")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--query", default="positional encoding")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    found = list(entries_of(binary, options.paths))
    if not found:
        sys.exit("cold_start.py: no entries in " + " ".join(options.paths))
    words = options.query.split()
    sql = ("select rank, question, snippet(t, 2, '[', ']', '...', 30) from t where t match '%s' "
           "order by rank limit 10" % " OR ".join('"%s"' % word for word in words))
    print("| entries | command | median ms | p95 ms | above `true` | ratio of whole times |")
    print("|---|---|---|---|---|---|")
    for size in map(int, options.sizes.split(",")):
        chosen = [found[i % len(found)] for i in range(size * 5 // 4)]
        chosen = [(q if i < len(found) else f"{q} ({i})", c, a) for i, (q, c, a) in enumerate(chosen)]
        with tempfile.TemporaryDirectory() as folder:
            indexed = prepare(binary, folder, chosen, size)
            commands = {
                "true": ["true"],
                "sqlite3 FTS5": ["sqlite3", "fts.db", sql],
                "qsearch": [binary, "--index", "index", options.query],
            }
            times = {name: [] for name in commands}
            for round_number in range(options.rounds + 3):
                for name, argv in commands.items():
                    out = os.path.join(folder, "out")
                    taken, code = spawn(argv, folder, out)
                    if code or (name != "true" and not os.path.getsize(out)):
                        sys.exit(f"cold_start.py: {name} failed with {code}")
                    if round_number >= 3:
                        times[name].append(taken)
            os.chdir("/")
        median = {name: statistics.median(values) for name, values in times.items()}
        for name, values in times.items():
            p95 = sorted(values)[int(0.95 * len(values))]
            ratio = median[name] / median["sqlite3 FTS5"]
            print(f"| {indexed} | {name} | {median[name]:.2f} | {p95:.2f} "
                  f"| {median[name] - median['true']:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
