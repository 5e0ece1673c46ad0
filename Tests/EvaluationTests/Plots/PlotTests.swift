import Evaluation
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct PlotTests {
  private func isWellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }

  private let hostile = "<b>&\"'\u{0}\u{202E}</svg><script>"

  @Test func linesAreDrawnAtTheirPlaces() {
    let plot = LinePlot(
      title: "t", description: "d", xLabel: "x", yLabel: "y",
      series: [
        .init(name: "one", points: [PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1)], hasDots: true)
      ])
    #expect(isWellFormed(plot.svg) && plot.svg == plot.svg)
    #expect(plot.svg.contains("M64 270L464 36"))
    #expect(plot.svg.contains("<title>t</title>\n<desc>d</desc>"))
    #expect(plot.svg.contains(">0.0</text>") && plot.svg.contains(">0.2</text>"))
    #expect(plot.svg.contains("viewBox=\"0 0 480 346\"") && !plot.svg.contains(" id="))
  }

  @Test func textIsEscapedEverywhere() {
    let line = LinePlot(
      title: hostile, description: hostile, xLabel: hostile, yLabel: hostile,
      series: [.init(name: hostile, points: [PlotPoint(x: 1, y: 1)], hasDots: true)])
    let bars = BarPlot(
      title: hostile, description: hostile, xLabel: hostile, yLabel: hostile,
      bars: [.init(label: hostile, value: -1)])
    var map = HeatMap(
      title: hostile, description: hostile, xLabel: hostile, yLabel: hostile,
      columns: [hostile], rows: [hostile], values: [[1]])
    map.marked = (0, 0)
    for svg in [line.svg, bars.svg, map.svg] {
      #expect(isWellFormed(svg))
      #expect(!svg.contains("<script") && !svg.contains("\u{202E}") && !svg.contains("\u{0}"))
    }
  }

  @Test func anyNumbersGiveAnImage() {
    let odd: [Double] = [
      .nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, 0, -0.0, 1e15, 1e15 + 1, 3.5, 1e-12,
    ]
    for a in odd {
      for b in odd {
        let line = LinePlot(
          title: "", description: "", xLabel: "", yLabel: "",
          series: [.init(name: "", points: [PlotPoint(x: a, y: b), PlotPoint(x: b, y: a)])])
        let bars = BarPlot(
          title: "", description: "", xLabel: "", yLabel: "",
          bars: [.init(label: "", value: a), .init(label: "", value: b)])
        let map = HeatMap(
          title: "", description: "", xLabel: "", yLabel: "", columns: ["a", "b", "c"],
          rows: ["a", "b"], values: [[a, b, nil, 4]])
        for svg in [line.svg, bars.svg, map.svg] {
          #expect(isWellFormed(svg))
          #expect(!svg.contains("\"nan") && !svg.contains("\"inf") && !svg.contains("\"-inf"))
        }
      }
    }
    let empty = LinePlot(title: "", description: "", xLabel: "", yLabel: "", series: [])
    let none = BarPlot(title: "", description: "", xLabel: "", yLabel: "", bars: [])
    let blank = HeatMap(
      title: "", description: "", xLabel: "", yLabel: "", columns: [], rows: [], values: [])
    for svg in [empty.svg, none.svg, blank.svg] { #expect(isWellFormed(svg)) }
  }

  @Test func largePlotsStaySmall() {
    let points = (0..<100_000).map {
      PlotPoint(x: Double($0), y: Double($0 % 7) * 1e-6 + Double($0))
    }
    let line = LinePlot(
      title: "", description: "", xLabel: "", yLabel: "", series: [.init(name: "", points: points)])
    #expect(line.svg.utf8.count < 50_000)
    let bars = BarPlot(
      title: "", description: "", xLabel: "", yLabel: "",
      bars: (0..<5000).map { .init(label: "q\($0)", value: 1) })
    #expect(bars.svg.utf8.count < 200_000)
    #expect(bars.svg.contains("Drawn are 1000 of 5000 bars."))
  }

  @Test func resultsHavePlots() throws {
    let queries = ["a", "b", "c", "d"]
    let space = try ParameterSpace([
      Parameter(name: "k1", values: [0.5, 1.2], default: 1.2),
      Parameter(name: "model", values: ["bm25", "bm25f", "tfidf"], default: "bm25"),
    ])
    var options = TuningOptions()
    options.folds = 2
    let result = try Tuner(space: space, options: options).tune(queries: queries) {
      let value = ($0["k1"]?.number ?? 0) / 4 + ($0["model"] == "bm25f" ? 0.25 : 0)
      return try QueryScores(queries: queries, values: queries.map { _ in value })
    }
    let map = try #require(result.heatMap(columns: "model", rows: "k1", measure: "AP"))
    #expect(map.values == [[0.125, 0.375, 0.125], [0.3, 0.55, 0.3]])
    #expect(map.marked?.row == 1 && map.marked?.column == 1)
    #expect(isWellFormed(map.svg) && map.svg.contains(">0.550</text>"))
    let curve = try #require(result.curve(of: "k1", measure: "AP"))
    #expect(curve.series[0].points == [PlotPoint(x: 0.5, y: 0.375), PlotPoint(x: 1.2, y: 0.55)])
    #expect(try #require(result.curve(of: "model", measure: "AP")).series[0].points.count == 3)
    #expect(result.curve(of: "none", measure: "AP") == nil)
    #expect(result.heatMap(columns: "k1", rows: "k1", measure: "AP") == nil)

    let comparison = try Comparison(
      baseline: "old", QueryScores(queries: queries, values: [0, 0, 0, 0]),
      system: "new", QueryScores(queries: queries, values: [0.1, -0.2, 0.4, 0]), measure: "AP")
    let bars = BarPlot.differences(of: comparison)
    #expect(bars.bars.map(\.label) == ["c", "a", "d", "b"])
    #expect(bars.description.contains("2 wins, 1 ties, 1 losses; mean 0.0750"))
    let judged = [(0.9, true), (0.4, false), (0.3, true)].map {
      JudgedScore(score: $0.0, isDuplicate: $0.1)
    }
    let detection = try LinePlot.precisionRecall([("x", PrecisionRecallCurve(judged))])
    #expect(isWellFormed(detection.svg) && detection.series[0].points.count == 4)
    #expect(isWellFormed(LinePlot.reliability(try Calibration(judged)).svg))
  }
}
