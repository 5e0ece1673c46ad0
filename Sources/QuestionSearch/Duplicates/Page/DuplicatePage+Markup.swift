extension DuplicatePage {
  /// What every page begins with: by it a file is known as one.
  static let beginning =
    HTMLText.beginning + "<meta name=\"generator\" content=\"qsearch dedup\">\n"

  /// Nothing is loaded, nothing is sent, and no other script than the page's own runs: its hash is
  /// stated.
  static let head = """
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src '\(scriptHash)'; base-uri 'none'; form-action 'none'">
    <title>Duplicate questions</title>

    """

  /// The SHA-256 of ``script`` in the form of a Content Security Policy; a test compares them.
  static let scriptHash = "sha256-VBxjC9ScuXefO6n1IKqDOlLp9Pr1H3lf5DPBfir5Tco="

  static let body = """
    <a class="skip" href="#pairs">Skip to the pairs</a>
    <header>
    <h1>Duplicate questions</h1>

    """

  /// What follows the choice of classes.
  static let filters = """
    <label>Probability from <input type="number" id="least" min="0" max="1" step="0.05" value="0">
    </label>
    <label>to <input type="number" id="most" min="0" max="1" step="0.05" value="1"></label>
    <label>Decision <select id="state">
    <option value="">any</option><option value="open">not decided</option>
    <option value="same">same</option><option value="different">different</option>
    <option value="unsure">unsure</option></select></label>
    <label>Text <input type="search" id="words" autocomplete="off"></label>
    <label><input type="checkbox" id="conflicts"> answers in conflict only</label>
    </form>
    <p class="tools"><button type="button" id="save">Save decisions.tsv</button>
    <label><input type="checkbox" id="keys" checked> Single keys</label>
    <output id="count"></output> <span id="status" role="status"></span></p>
    <details id="help"><summary>Keyboard and files</summary>
    <dl>
    <dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous pair</dd>
    <dt><kbd>s</kbd> <kbd>d</kbd> <kbd>u</kbd></dt>
    <dd>same, different, unsure; goes on to the next pair</dd>
    <dt><kbd>z</kbd></dt><dd>takes the last decision back</dd>
    <dt><kbd>n</kbd></dt><dd>writes a note on the pair; <kbd>Escape</kbd> ends it</dd>
    <dt><kbd>a</kbd></dt><dd>opens and closes both answers</dd>
    <dt><kbd>/</kbd></dt><dd>looks for text</dd>
    <dt><kbd>w</kbd></dt><dd>saves the decisions</dd>
    </dl>
    <p>Put the saved file where you run qsearch, or name it with <code>--decisions</code>: what is
    decided there is not asked again, and <code>merge</code> and <code>dedup --write</code> keep
    to it. It has the earlier decisions too and can take the place of the file before. Until it is
    saved, this browser remembers what was decided, where it may.</p>
    <label>The file as text, to copy: <textarea id="table" readonly rows="5"></textarea></label>
    </details>
    <noscript><p>Without scripts this page shows all pairs and saves nothing.</p></noscript>

    """

  static let styles = """
    <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8887;
      --mark: #ffe08a; --ink: #1d1d1f; --accent: #0a58ca; }
    @media (prefers-color-scheme: dark) {
      :root { --mark: #6b5200; --ink: #fff; --accent: #8ab4ff; }
    }
    body { margin: 0 auto; max-width: 80rem; padding: 0 1rem 6rem; overflow-wrap: anywhere; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; background: Canvas; padding: .5rem; z-index: 2; }
    [hidden] { display: none !important; }
    #filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
    #filters fieldset { display: flex; flex-wrap: wrap; gap: 0 1rem; }
    fieldset { border: 1px solid var(--line); border-radius: .4rem; }
    .tools { position: sticky; top: 0; background: Canvas; padding: .5rem 0; margin: .5rem 0;
      border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .25rem 1rem;
      align-items: center; z-index: 1; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
    dd { margin: 0; }
    textarea { width: 100%; font: .85rem monospace; }
    .group { margin: 0 0 2rem; }
    .pair { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem;
      margin: 0 0 1rem; scroll-margin-top: 4rem; content-visibility: auto;
      contain-intrinsic-size: auto 20rem; }
    .pair:focus, .pair.current { outline: 3px solid var(--accent); outline-offset: 1px; }
    .pair > :is(h3, h4) { margin: 0; font-size: 1rem; }
    .number, .reasons, .place, .none, .lead { opacity: .8; }
    .verdict { float: right; font-weight: 700; }
    .reasons { margin: 0; }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
    @media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
    .sides > div { min-width: 0; }
    .question { font-size: 1.1rem; white-space: pre-wrap; margin: .5rem 0; unicode-bidi: isolate; }
    .lead, .place { margin: 0; font-size: .85rem; }
    .text { white-space: pre-wrap; max-height: 24rem; overflow: auto; padding: .25rem .5rem;
      border-left: 3px solid var(--line); unicode-bidi: isolate; }
    mark { background: var(--mark); color: var(--ink); text-decoration: underline; }
    .differs, .relation, .conflict { margin: .25rem 0; }
    .conflict { font-weight: 700; }
    .decision { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; }
    .note { flex: 1 1 16rem; display: flex; gap: .5rem; }
    .note input { flex: 1; }
    </style>

    """
}
