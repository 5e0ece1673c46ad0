import Evaluation
import TestSupport
import Testing

/// Against scipy and statsmodels.
@Suite struct SignificanceFigureTests {
  private func differences(_ case: PeerFigures.Comparison) throws -> PairedDifferences {
    // Ids that sort in the order of the figures.
    let ids = `case`.baseline.indices.map { String(1000 + $0) }
    return try PairedDifferences(
      baseline: QueryScores(queries: ids, values: `case`.baseline),
      system: QueryScores(queries: ids, values: `case`.system))
  }

  @Test func testsAgreeWithScipy() throws {
    for figures in try PeerFigures.stored().comparisons {
      let differences = try differences(figures)
      let t = try #require(PairedTTest(differences))
      #expect(agrees(t.statistic, figures.t))
      #expect(agrees(t.probability, figures.tProbability))
      if let exact = figures.exactProbability {
        let test = try RandomizationTest(differences)
        #expect(test.isExact)
        #expect(agrees(test.probability, exact), "\(figures.baseline.count)")
      }
      if let random = figures.randomProbability {
        let test = try RandomizationTest(differences, options: .init(trials: 2000, seed: 7))
        #expect(!test.isExact)
        #expect(test.probability == random)
      }
    }
  }

  @Test func intervalsAgreeWithScipy() throws {
    var count = 0
    for figures in try PeerFigures.stored().comparisons {
      guard let expected = figures.bootstrap else { continue }
      let differences = try differences(figures)
      for method in BootstrapInterval.Method.allCases {
        let effect = try EffectSize(
          differences, options: .init(resamples: 500, method: method, seed: 3))
        let isPercentile = method == .percentile
        let mean = isPercentile ? expected.meanPercentile : expected.meanAccelerated
        let ratio =
          isPercentile ? expected.standardizedPercentile : expected.standardizedAccelerated
        #expect(agrees(effect.mean, expected.mean))
        #expect(agrees(effect.standardized, expected.standardized))
        #expect(agrees(effect.meanInterval?.low, mean[0]))
        #expect(agrees(effect.meanInterval?.high, mean[1]))
        #expect(agrees(effect.standardizedInterval?.low, ratio[0]))
        #expect(agrees(effect.standardizedInterval?.high, ratio[1]))
        count += 1
      }
    }
    #expect(count == 12)
  }

  @Test func distributionsAgreeWithScipy() throws {
    let figures = try PeerFigures.stored().distributions
    for row in figures.student {
      let value = StudentDistribution.twoSidedProbability(
        statistic: row[0], degreesOfFreedom: Int(row[1]))
      #expect(agrees(value, row[2]), "t \(row[0]), freedom \(row[1]): \(value), not \(row[2])")
      #expect(
        value
          == StudentDistribution.twoSidedProbability(
            statistic: -row[0], degreesOfFreedom: Int(row[1])))
    }
    for row in figures.normal {
      #expect(abs(NormalDistribution.cumulative(row[0]) - row[1]) < 1e-15)
    }
    for row in figures.normalQuantile {
      #expect(abs(NormalDistribution.quantile(row[0]) - row[1]) < 1e-9)
    }
  }

  /// One degree of freedom is Cauchy's distribution, two have a square root; both by hand. (scipy
  /// is off by 3e-9 at the first value.)
  @Test func closedFormsOfStudentsDistribution() {
    let tiny = StudentDistribution.twoSidedProbability(statistic: 1e-8, degreesOfFreedom: 1)
    #expect(abs(tiny - (1 - 2e-8 / Double.pi)) < 1e-15)
    #expect(
      agrees(StudentDistribution.twoSidedProbability(statistic: 1, degreesOfFreedom: 1), 0.5))
    let two = StudentDistribution.twoSidedProbability(statistic: 3, degreesOfFreedom: 2)
    #expect(agrees(two, 1 - 3 / 11.0.squareRoot()))
    #expect(StudentDistribution.twoSidedProbability(statistic: 0, degreesOfFreedom: 9) == 1)
    #expect(
      StudentDistribution.twoSidedProbability(statistic: .infinity, degreesOfFreedom: 9) == 0)
  }

  @Test func correctionsAgreeWithStatsmodels() throws {
    for figures in try PeerFigures.stored().corrections {
      for (a, b) in zip(Correction.holm.adjusted(figures.p), figures.holm) {
        #expect(agrees(a, b))
      }
      let adjusted = Correction.benjaminiHochberg.adjusted(figures.p)
      for (a, b) in zip(adjusted, figures.benjaminiHochberg) { #expect(agrees(a, b)) }
      #expect(Correction.none.adjusted(figures.p) == figures.p)
    }
    for correction in Correction.allCases { #expect(correction.adjusted([]) == []) }
  }
}
