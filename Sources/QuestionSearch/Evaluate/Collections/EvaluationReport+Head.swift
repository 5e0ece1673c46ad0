extension EvaluationReport {
  /// What every page begins with.
  static let head =
    HTMLText.beginning + """
      <title>Evaluation</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 60rem; margin: auto; padding: 1rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; }
      th, td { padding: 0.25rem 0.75rem; text-align: right; border-bottom: 1px solid #8886; }
      th:first-child, td:first-child { text-align: left; }
      caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
      svg { max-width: 100%; height: auto; }
      figure { margin: 0 0 1.5rem; }
      </style>
      <main>
      <h1>Evaluation</h1>

      """
}
