#!/usr/bin/env python3
"""Kills qsearch at random moments, fills its disk, and looks whether the index is whole.

    swift build -c release
    python3 Eval/faults/kill.py --kills 1000

After each kill of 'qsearch index' (updates, --optimize and --replace, with clean-up in each) the
index must pass 'qsearch check' and answer as before the update or as after it. Readers run beside
it and must never fail. Then the same on a disk that is full: a small tmpfs, where one can be
mounted. Exit code 0: nothing was lost.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

QUERIES = ["thing 1", "what is it", "number 3 of a file"]


class Failure(Exception):
    pass


class Index:
    """A folder with banks and their index."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.random = random.Random(0)

    def run(self, *arguments):
        return subprocess.run(
            [self.binary, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=120
        )

    def start(self, *arguments):
        return subprocess.Popen(
            [self.binary, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def write(self, name, count):
        path = os.path.join(self.folder, "notes", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("| Question | Answer |\n|---|---|\n")
            for _ in range(count):
                number = self.random.randrange(500)
                words = " ".join(f"word{self.random.randrange(2000)}" for _ in range(20))
                file.write(f"| What is thing {number} of {name}? | Number {number}: {words} |\n")

    def change(self, files):
        """Writes, grows and removes some banks."""
        for _ in range(self.random.randint(1, 4)):
            name = f"{self.random.choice('abc')}/{self.random.randrange(files)}.md"
            path = os.path.join(self.folder, "notes", name)
            if self.random.random() < 0.2 and os.path.exists(path):
                os.remove(path)
            else:
                self.write(name, self.random.randint(0, 200))

    def answers(self):
        """All that the queries find, in an order that equal scores do not change."""
        found = []
        for query in QUERIES:
            run = self.run("search", query, "--jsonl", "--limit", "10000")
            if run.returncode not in (0, 1):
                raise Failure(f"a search failed: {run.stderr.strip()}")
            hits = [json.loads(line) for line in run.stdout.splitlines()]
            found.append(sorted((h["id"], h["score"], h["file"], h["line"]) for h in hits))
        return found

    def check(self):
        run = self.run("check")
        if run.returncode != 0:
            raise Failure(f"check says:\n{run.stdout}{run.stderr}")

    def update(self, *arguments):
        run = self.run("index", *arguments)
        if run.returncode != 0:
            raise Failure(f"index failed: {run.stderr.strip()}")


def kills(index, count, files):
    for letter in "abc":
        for number in range(files):
            index.write(f"{letter}/{number}.md", 60)
    start = time.monotonic()
    index.update("notes")
    longest = (time.monotonic() - start) * 1.5
    results = {"old": 0, "new": 0, "unchanged": 0, "finished": 0}
    before = index.answers()
    for number in range(count):
        index.change(files)
        arguments = index.random.choice([(), (), (), ("--optimize",), ("notes", "--replace")])
        writer = index.start("index", "-q", *arguments)
        reader = index.start("search", "thing 1")
        time.sleep(index.random.random() * longest)
        if writer.poll() is not None:
            results["finished"] += 1
        writer.kill()
        writer.wait()
        if reader.wait() not in (0, 1):
            raise Failure(f"kill {number}: a reader failed beside the writer")
        index.check()
        now = index.answers()
        index.update()
        after = index.answers()
        if now not in (before, after):
            raise Failure(f"kill {number}: neither the old nor the new index")
        results["unchanged" if before == after else "new" if now == after else "old"] += 1
        left = [n for n in os.listdir(os.path.join(index.folder, ".qsearch")) if n.startswith(".tmp")]
        if left:
            raise Failure(f"kill {number}: the next update left {left}")
        before = after
        if (number + 1) % 100 == 0:
            print(f"{number + 1} kills: {results}", flush=True)
    index.update("--optimize")
    index.update("notes", "--index", "whole")
    for name in os.listdir(os.path.join(index.folder, "whole")):
        if name in ("lock", "sources.state"):
            continue
        with open(os.path.join(index.folder, "whole", name), "rb") as one:
            with open(os.path.join(index.folder, ".qsearch", name), "rb") as other:
                if one.read() != other.read():
                    raise Failure(f"{name} is not that of a rebuild")
    print(f"{count} kills, nothing lost: {results}; --optimize gives the bytes of a rebuild")


def full_disk(index, folder, rounds):
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder], capture_output=True, text=True
    )
    if mounted.returncode != 0:
        print(f"full disk: SKIPPED, no tmpfs can be mounted here ({mounted.stderr.strip()})")
        return
    try:
        place = os.path.join(folder, "index")
        index.write("a/0.md", 50)
        index.update("notes", "--index", place, "--replace")
        failed = 0
        for number in range(rounds):
            arguments = ("--index", place)
            before = index.run("search", "thing", "--jsonl", *arguments).stdout
            index.write("a/1.md", index.random.randint(0, 3000))
            run = index.run("index", *arguments)
            if run.returncode == 2:
                failed += 1
                if index.run("search", "thing", "--jsonl", *arguments).stdout != before:
                    raise Failure(f"full disk, round {number}: the old index answers otherwise")
            elif run.returncode != 0:
                raise Failure(f"full disk, round {number}: exit code {run.returncode}")
            check = index.run("check", *arguments)
            if check.returncode != 0:
                raise Failure(f"full disk, round {number}: {check.stdout}")
        print(f"full disk: {rounds} updates, {failed} of them failed, nothing lost")
    finally:
        subprocess.run(["umount", folder], check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--files", type=int, default=8, help="banks of each of three names")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--binary", default=".build/release/qsearch")
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="qsearch-kill-")
    index = Index(os.path.abspath(arguments.binary), os.path.join(folder, "work"))
    index.random.seed(arguments.seed)
    os.makedirs(os.path.join(index.folder, "notes"))
    try:
        kills(index, arguments.kills, arguments.files)
        shutil.rmtree(os.path.join(index.folder, "notes"))
        disk = os.path.join(folder, "disk")
        os.makedirs(disk)
        full_disk(index, disk, 40)
    except Failure as failure:
        print(f"FAILED (seed {arguments.seed}, see {folder}): {failure}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
