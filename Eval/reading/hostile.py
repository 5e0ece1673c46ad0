#!/usr/bin/env python3
"""Whether reading stays linear on hostile files: times files of one shape at a size and at twice it.

  hostile.py --binary PATH [--megabytes 2]

A ratio near 2 is linear, near 4 quadratic; below a few hundredths of a second it says nothing."""
import argparse, os, subprocess, tempfile, time

SHAPES = {
    "one long line": lambda n: "word " * (n // 5),
    "nesting": lambda n: "".join(" " * (2 * (i % 1000)) + "- What is this?\n" for i in range(n // 1016)),
    "columns": lambda n: "|" + "a|" * (n // 6) + "\n|" + "-|" * (n // 6) + "\n|" + "Q|" * (n // 6) + "\n",
    "asterisks": lambda n: "*" * n,
    "open brackets": lambda n: "- " + "[" * n,
    "open parentheses": lambda n: "- [a](" + "(" * n,
    "backslashes": lambda n: "- " + "\\" * n,
    "quote marks": lambda n: ">" * n + " What?\n",
    "backticks": lambda n: "- What is `" + "` ``" * (n // 4),
    "open fence": lambda n: "```\n" + "[E] What is this?\n" * (n // 18),
    "fences": lambda n: "```\n" * (n // 4),
    "headings": lambda n: "### What is it?\n\nThis.\n\n" * (n // 24),
    "tagged lines": lambda n: "[M] Why is the sky blue?\n" * (n // 25),
    "labels": lambda n: "Pooling.\n[M] Why is it used?\n" * (n // 28),
    "labelled turns": lambda n: "Interview Question: [E] Why?\n\nRESPONSE:\n\nSo.\n\n" * (n // 48),
    "dollars": lambda n: "- What is $" + "a$ b" * (n // 4),
    "entities": lambda n: "- What is " + "&amp" * (n // 4),
    "mojibake": lambda n: "- What‚Äôs this?\n" * (n // 20),
}


def seconds(binary, path):
    start = time.perf_counter()
    code = subprocess.run([binary, "read", "-q", path], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, timeout=300).returncode
    assert code in (0, 1), code
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--megabytes", type=float, default=2)
    options = parser.parse_args()
    size = int(options.megabytes * 1e6)
    print(f"| shape | s at {options.megabytes:g} MB | s at twice | ratio |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file.md")
        for name, shape in SHAPES.items():
            taken = []
            for n in (size, 2 * size):
                with open(path, "w") as file:
                    file.write(shape(n) + "\n")
                taken.append(min(seconds(options.binary, path) for _ in range(2)))
            print(f"| {name} | {taken[0]:.2f} | {taken[1]:.2f} | {taken[1] / taken[0]:.1f} |")


if __name__ == "__main__":
    main()
