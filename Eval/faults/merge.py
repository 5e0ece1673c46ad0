#!/usr/bin/env python3
"""Kills 'qsearch merge --write', 'dedup --write' and 'undo' at random moments and fills their disk.

    python3 Eval/faults/merge.py --qsearch .build/release/qsearch --kills 200

After each kill every file must be as it was before the command or as it is after it, and 'qsearch undo' must then bring
back what was there before the command, byte for byte. Exit code 0: nothing was lost."""
import argparse, os, random, shutil, subprocess, sys, tempfile, time

BANKS = 4
QUESTIONS = 300


def write_banks(folder):
    draw = random.Random(5)
    words = [f"{a}{b}{c}" for a in "bdfgkl" for b in "aeiou" for c in ("nd", "rm", "st", "lk")]
    for bank in range(BANKS):
        with open(os.path.join(folder, f"b{bank}.md"), "w", encoding="utf-8") as file:
            file.write(f"# Bank {bank}\n\n")
            for number in range(QUESTIONS):
                shared = random.Random(number)
                text = " ".join(shared.sample(words, 4)) if number % 3 == 0 else " ".join(draw.sample(words, 4))
                file.write(f"## What is {text}?\n\nIt is known.\n\n")


def state(folder):
    return {name: open(os.path.join(folder, name), "rb").read()
            for name in sorted(os.listdir(folder)) if not name.startswith(".")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--kills", type=int, default=200)
    options = parser.parse_args()
    binary = os.path.abspath(options.qsearch)
    draw = random.Random(1)
    banks = [f"b{number}.md" for number in range(BANKS)]
    commands = {"merge": ["merge", *banks, "--output", "out.md", "--write", "-q"],
                "dedup": ["dedup", "--write", *banks, "-q"], "undo": ["undo", "-q"]}
    kills = {name: 0 for name in commands}
    mixed = 0
    with tempfile.TemporaryDirectory() as root:
        start = os.path.join(root, "start")
        os.mkdir(start)
        write_banks(start)
        ends = {}
        for name in ("merge", "dedup"):
            folder = os.path.join(root, name)
            shutil.copytree(start, folder)
            seconds = []
            for _ in range(3):
                shutil.rmtree(folder)
                shutil.copytree(start, folder)
                begun = time.time()
                subprocess.run([binary, *commands[name]], cwd=folder, stdout=subprocess.DEVNULL, check=True)
                seconds.append(time.time() - begun)
            ends[name] = (state(folder), min(seconds), folder)
        begun = state(start)
        for number in range(options.kills):
            name = draw.choice(["merge", "dedup", "undo"])
            folder = os.path.join(root, "run")
            shutil.rmtree(folder, ignore_errors=True)
            if name == "undo":
                shutil.copytree(ends["dedup"][2], folder)
                seconds, before, after = 0.01, ends["dedup"][0], begun
            else:
                shutil.copytree(start, folder)
                seconds, before, after = ends[name][1], begun, ends[name][0]
            process = subprocess.Popen([binary, *commands[name]], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Most of the time nothing is written; the end is where it is.
            time.sleep(seconds * draw.uniform(0.8 if name != "undo" else 0, 1.05))
            process.kill()
            process.wait()
            kills[name] += process.returncode < 0
            now = state(folder)
            for file in {*before, *after, *now}:
                if now.get(file) not in (before.get(file), after.get(file)):
                    sys.exit(f"kill {number} of {name}: {file} is neither the old nor the new one")
            mixed += now != before and now != after
            subprocess.run([binary, "undo", "-q"], cwd=folder, stderr=subprocess.DEVNULL)
            if state(folder) != begun:
                sys.exit(f"kill {number} of {name}: undo does not bring back what was there")
        # A disk that fills: a file size limit makes every write fail in the middle.
        for name in ("merge", "dedup"):
            for limit in (1, 4, 16, 40):
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(start, folder)
                done = subprocess.run(["bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$@"', "-", binary, *commands[name]],
                                      cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                now = state(folder)
                bad = [f for f in now if now[f] not in (begun.get(f), ends[name][0].get(f))]
                if bad or done.returncode not in (0, 2):
                    sys.exit(f"{name} with {limit} blocks: {bad} {done.returncode} {done.stderr}")
                subprocess.run([binary, "undo", "-q"], cwd=folder, stderr=subprocess.DEVNULL)
                if state(folder) != begun:
                    sys.exit(f"{name} with {limit} blocks: undo does not bring back what was there")
    print(f"killed while running: {kills}; {mixed} times some of several files were new and some old, and undo brought all back")


if __name__ == "__main__":
    main()
