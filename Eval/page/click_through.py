#!/usr/bin/env python3
"""Works the page of `qsearch dedup --report` in headless Chromium as a person would.

    apt-get install chromium chromium-driver
    pip install selenium axe-core-python
    python3 Eval/page/click_through.py --qsearch .build/release/qsearch [--pictures DIR]

Texts of the banks try to be markup and script; the page must show them as text, load nothing, be
worked by keyboard alone, pass axe's rules (WCAG 2 A and AA), and save decisions that qsearch reads.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from axe_core_python.selenium import Axe
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.chrome.service import Service

FIRST = """# Signals

### What is <script>window.hacked = 1</script> on a page?
It runs <img src="x" onerror="window.hacked = 2"> when the page opens.
### How often is the heart rate of the sensor sampled?
It is sampled 50 times a second.
### What does a low-pass filter do?
It lets slow changes through and takes fast ones away.
### Why is a signal windowed before its Fourier transform?
Because the transform takes it to be periodic, and a jump at the ends leaks into all frequencies.
### What does a high-pass filter do?
It lets fast changes through.
### Name " onmouseover="window.hacked=3 ' and &lt;b&gt; \u202eright to left\u202c
Both are names.
"""
SECOND = """# Signals

### What is <script>window.hacked = 1</script> on a page, then?
It runs when the page opens.
### How often is the heart-rate of the sensor sampled?
It is sampled 25 times a second.
### What does the low pass filter do?
Slow changes pass.
### Why do we window a signal before the Fourier transform?
Because a jump at the ends leaks into all frequencies, as the transform takes it to be periodic.
### Name " onmouseover="window.hacked=3 ' and &lt;b&gt; \u202eright to left
Both.
"""

failures = []


def check(what, holds):
    print(("ok      " if holds else "FAILED  ") + what)
    if not holds:
        failures.append(what)


class Page:
    def __init__(self, folder, binary, width=1200, height=900):
        options = webdriver.ChromeOptions()
        if binary:
            options.binary_location = binary
        for option in ["headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu"]:
            options.add_argument("--" + option)
        options.add_argument(f"--window-size={width},{height}")
        options.add_argument(f"--user-data-dir={folder}/profile")
        options.add_experimental_option(
            "prefs", {"download.default_directory": str(folder / "downloads")})
        options.set_capability(
            "goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service("/usr/bin/chromedriver") if pathlib.Path(
            "/usr/bin/chromedriver").exists() else Service()
        self.driver = webdriver.Chrome(options=options, service=service)

    def keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def shown(self):
        return [pair for pair in self.all("article.pair") if pair.is_displayed()]

    def current(self):
        return self.run("return document.activeElement.closest('article.pair')")

    def text(self, selector):
        return self.one(selector).text

    def requests(self):
        """The addresses that the browser asked for."""
        addresses = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                addresses.append(message["params"]["request"]["url"])
        return addresses


def make(qsearch, folder, report="out.html"):
    return subprocess.run(
        [qsearch, "dedup", "--threshold", "0.3", "--report", report, "first.md", "second.md"],
        cwd=folder, capture_output=True, text=True)


def texts(page):
    check("the page has pairs", len(page.all("article.pair")) >= 4)
    check("no script of a bank ran", page.run("return window.hacked") is None)
    check("there is one script", len(page.all("script")) == 1)
    check("there is no image", not page.all("img"))
    questions = " ".join(each.text for each in page.all(".question"))
    check("a question <script> shows as text", "<script>window.hacked = 1</script>" in questions)
    check("a character reference shows as it was read", "<b>" in questions or "&lt;b&gt;" in questions)
    check("no attribute came out of a text", not page.all("[onmouseover], [onerror]"))
    body = page.run("return document.documentElement.outerHTML")
    check("nothing turns the direction of what follows", "\u202e" not in body)
    marks = [mark.text for mark in page.all(".question mark")]
    check("words that differ are marked", len(marks) > 0)
    check("words that differ are said", "Only in the" in page.text("main"))


def filters(page):
    everything = len(page.shown())
    for box in page.all("input[name=class]"):
        name = box.get_attribute("value")
        box.click()
        expected = len([
            pair for pair in page.all("article.pair")
            if pair.get_attribute("data-class") == name])
        now = len(page.shown())
        check(f"the box '{name}' works", now == everything + (expected if box.is_selected() else -expected))
        box.click()
    check("related pairs are hidden at first", all(
        pair.get_attribute("data-class") != "related" for pair in page.shown()))
    least = page.one("#least")
    least.clear()
    least.send_keys("0.9")
    check("the least probability works", all(
        float(pair.get_attribute("data-p")) >= 0.9 for pair in page.shown()))
    least.clear()
    check("an empty probability filters nothing", len(page.shown()) == everything)
    page.one("#conflicts").click()
    check("a conflict of answers is found", len(page.shown()) == 1
          and "sampled" in page.shown()[0].text)
    page.one("#conflicts").click()
    page.one("#words").send_keys("Fourier WINDOW")
    check("text is found whatever its case", len(page.shown()) == 1)
    page.one("#words").clear()
    page.one("#words").send_keys(Keys.SPACE)
    check("all is shown again", len(page.shown()) == everything)
    check("what is shown is counted", page.text("#count").startswith(f"{everything} of "))
    groups = [group for group in page.all(".group") if group.is_displayed()]
    check("no group is shown empty", all(
        any(pair.is_displayed() for pair in group.find_elements(By.CSS_SELECTOR, "article"))
        for group in groups))


def keyboard(page):
    page.run("document.activeElement.blur()")
    page.keys("j")
    first = page.current()
    check("j goes to the first pair", first == page.shown()[0])
    page.keys("j")
    check("j goes on", page.current() == page.shown()[1])
    page.keys("k")
    check("k goes back", page.current() == first)
    page.keys("k")
    check("the first pair is the first", "first pair" in page.text("#status"))
    page.keys("n")
    page.keys("said so by jsdu")
    page.run("const note = document.activeElement; note.value = 'a\\t' + note.value;")
    page.keys(Keys.ESCAPE)
    check("letters of a note decide nothing", page.current() == first
          and not first.find_element(By.CSS_SELECTOR, ".verdict").text)
    page.keys("s")
    check("s decides and goes on", first.find_element(By.CSS_SELECTOR, ".verdict").text == "same"
          and page.current() == page.shown()[1])
    check("it is announced", page.text("#status") == "Decided: same")
    page.keys("d")
    page.keys("u")
    page.keys("z")
    check("z takes back", page.text("#status") == "Taken back")
    check("two are decided", "2 decided" in page.text("#count"))
    answers = page.current().find_elements(By.CSS_SELECTOR, "details.answer")
    before = [answer.get_attribute("open") for answer in answers]
    page.keys("a")
    check("a closes answers", before != [answer.get_attribute("open") for answer in answers])
    page.keys("a")
    page.keys("/")
    check("/ goes to the search", page.run("return document.activeElement.id") == "words")
    page.keys(Keys.ESCAPE)
    page.one("#keys").click()
    third = page.shown()[2]
    page.run("arguments[0].focus()", third)
    page.keys("s")
    check("single keys can be switched off", not third.find_element(
        By.CSS_SELECTOR, ".verdict").text)
    page.one("#keys").click()
    # With Tab and arrows alone, as forms are worked anywhere.
    page.run("arguments[0].focus()", third)
    for _ in range(12):
        page.keys(Keys.TAB)
        if page.run("return document.activeElement.type") == "radio":
            break
    page.keys(Keys.ARROW_UP)
    check("arrows decide", third.find_element(By.CSS_SELECTOR, ".verdict").text == "unsure")
    state = page.one("#state")
    state.send_keys("not decided")
    check("decided pairs can be hidden", third not in page.shown())
    state.send_keys("any")


def saving(page, qsearch, folder):
    page.run("document.activeElement.blur()")
    page.keys("w")
    saved = folder / "downloads" / "decisions.tsv"
    for _ in range(50):
        if saved.exists():
            break
        time.sleep(0.1)
    check("the file is saved", saved.exists())
    table = saved.read_text()
    rows = [line.split("\t") for line in table.splitlines()]
    check("it has a heading and a line for each decision", len(rows) == 4
          and all(len(row) == 5 for row in rows) and rows[0][0] == "id_a")
    check("the decisions are those", sorted(row[2] for row in rows[1:])
          == ["different", "same", "unsure"])
    check("the note is there, without its tab", any("by jsdu" in row[4] for row in rows))
    check("the same stands in the field to copy from",
          page.run("return document.getElementById('table').value") == table)
    (folder / "decisions.tsv").write_text(table)
    page.driver.refresh()
    check("the browser remembers", "3 decisions remembered" in page.text("#status"))
    check("what is remembered is shown", "3 decided" in page.text("#count"))
    pairs = len(page.all("article.pair"))
    again = make(qsearch, folder, "second.html")
    check("qsearch reads the file", again.returncode in (0, 1) and not again.stdout)
    page.driver.get((folder / "second.html").as_uri())
    check("a decided pair is not asked again", len(page.all("article.pair")) == pairs - 3)
    check("a file that is saved now has the earlier decisions too",
          page.run("return document.getElementById('table').value") == table)


def accessibility(page, name):
    outcome = Axe().run(page.driver, options={
        "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
                                              "best-practice"]}})
    for violation in outcome["violations"]:
        print("  ", violation["id"], violation["help"],
              [node["target"] for node in violation["nodes"][:3]])
    check(f"axe finds nothing ({name})", not outcome["violations"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("--binary", help="the browser, where it is not found")
    arguments = parser.parse_args()
    qsearch = str(pathlib.Path(arguments.qsearch).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "first.md").write_text(FIRST)
        (folder / "second.md").write_text(SECOND)
        made = make(qsearch, folder)
        check("the page is made", made.returncode == 0 and not made.stdout)
        page = Page(folder, arguments.binary)

        def picture(title):
            if arguments.pictures:
                arguments.pictures.mkdir(parents=True, exist_ok=True)
                page.driver.save_screenshot(str(arguments.pictures / f"{title}.png"))

        try:
            page.driver.get((folder / "out.html").as_uri())
            picture("light")
            texts(page)
            filters(page)
            accessibility(page, "light")
            keyboard(page)
            picture("decided")
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
                "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
            accessibility(page, "dark")
            picture("dark")
            page.driver.set_window_size(420, 900)
            check("a narrow window needs no sideways scrolling", page.run(
                "return document.documentElement.scrollWidth <= innerWidth"))
            picture("narrow")
            saving(page, qsearch, folder)
            page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
            page.driver.get((folder / "out.html").as_uri())
            check("without scripts all pairs are shown",
                  len(page.shown()) == len(page.all("article.pair")))
            errors = [entry for entry in page.driver.get_log("browser")
                      if entry["level"] == "SEVERE"]
            check(f"the browser has nothing to complain of {errors or ''}", not errors)
            outside = [address for address in page.requests()
                       if not address.startswith(("file:", "blob:", "data:", "chrome:"))]
            check(f"nothing was asked of a network {outside or ''}", not outside)
        finally:
            page.driver.quit()
    print(f"{len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
